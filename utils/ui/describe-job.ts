/** A job in plain words. Pure, so that card and popup always say the same and tests can read every sentence. */
import { sentenceOf } from '../i18n/sentence-of';
import type { Backend, Job, Outcome } from '../jobs/job';
import type { Stage } from '../pipeline/ports';
import type { Size } from '../pipeline/raster';

export interface JobWords {
  readonly title: string;
  readonly detail: string;
}

/** Phase 1 is `engine`; the others are the steps of phase 2. */
const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  engine: 'Starting the engine…',
  fetch: 'Fetching the picture…',
  decode: 'Opening the picture…',
  preprocess: 'Preparing the picture…',
  infer: 'Finding the subject…',
  postprocess: 'Cleaning up the outline…',
  refine: 'Finding every hair…',
  compose: 'Cutting out the subject…',
  encode: 'Writing the PNG…',
};

const WORKING = 'Removing the background';

/** `index.html` of the card shows the same words before any script runs: change both. */
export const STARTING: JobWords = { title: WORKING, detail: 'Getting ready…' };

/** An open job. `ahead` is the number of pictures before it. */
export function describeWork(job: Pick<Job, 'status' | 'stage' | 'attempts'>, ahead: number): JobWords {
  if (job.status === 'running') return { title: WORKING, detail: STAGE_WORDS[job.stage ?? 'engine'] };
  if (job.attempts > 0) return { title: 'Trying again', detail: 'The engine stopped and is being restarted.' };
  if (ahead === 0) return STARTING;
  return { title: 'In the queue', detail: ahead === 1 ? 'Behind 1 other picture' : `Behind ${ahead} other pictures` };
}

/** Size, processor and time: small print for the curious. */
export function describeOutcome({ width, height, reducedFrom, backend, ms }: Outcome): string {
  return `${describeSize(width, height, reducedFrom)} · ${describeBackend(backend)} · ${describeDuration(ms)}`;
}

/** Of a preview also the size of the whole picture. */
export function describeSize(width: number, height: number, of?: Size): string {
  const size = `${width} × ${height}`;
  return of ? `Preview ${size} of ${of.width} × ${of.height}` : size;
}

export function describeBackend(backend: Backend): 'GPU' | 'CPU' {
  return backend.startsWith('webgpu') ? 'GPU' : 'CPU';
}

export function describeDuration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000 || 0;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

export function describeFailure(job: Pick<Job, 'error'>): string {
  return sentenceOf(job.error ?? 'internal');
}

/** Whole percent for people: a broken number is 0 and nothing leaves 0–100. */
export function toPercent(fraction: number): number {
  return Number.isFinite(fraction) ? Math.floor(Math.min(1, Math.max(0, fraction)) * 100) : 0;
}
