/** A job in plain words. Pure, so that card and popup always say the same and tests can read every sentence. */
import { say } from '../i18n/say';
import { sayings } from '../i18n/sayings';
import { sentenceOf } from '../i18n/sentence-of';
import type { Backend, Job, Outcome } from '../jobs/job';
import type { Size } from '../pipeline/raster';

export interface JobWords {
  readonly title: string;
  readonly detail: string;
}

/** Nobody works on it yet, and nothing is before it. */
export const STARTING: JobWords = sayings({ title: 'words.working', detail: 'words.gettingReady' });

/** An open job. `ahead` is the number of pictures before it. */
export function describeWork(job: Pick<Job, 'status' | 'stage' | 'attempts'>, ahead: number): JobWords {
  // Phase 1 is `engine`; the other stages are the steps of phase 2.
  if (job.status === 'running') return { title: STARTING.title, detail: say(`words.stage.${job.stage ?? 'engine'}`) };
  if (job.attempts > 0) return { title: say('words.retrying'), detail: say('words.retryingWhy') };
  if (ahead === 0) return { ...STARTING };
  return { title: say('words.queued'), detail: say('words.behind', { ahead }) };
}

/** Size, processor and time: small print for the curious. */
export function describeOutcome({ width, height, reducedFrom, backend, ms }: Outcome): string {
  return `${describeSize(width, height, reducedFrom)} · ${describeBackend(backend)} · ${describeDuration(ms)}`;
}

/** Of a preview also the size of the whole picture. */
export function describeSize(width: number, height: number, of?: Size): string {
  if (!of) return `${width} × ${height}`;
  return say('words.previewSize', { width, height, fullWidth: of.width, fullHeight: of.height });
}

export function describeBackend(backend: Backend): 'GPU' | 'CPU' {
  return backend.startsWith('webgpu') ? 'GPU' : 'CPU';
}

export function describeDuration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000 || 0;
  if (seconds < 59.95) return say('words.seconds', { seconds });
  const whole = Math.round(seconds);
  return say('words.minutesSeconds', { minutes: Math.floor(whole / 60), seconds: whole % 60 });
}

export function describeFailure(job: Pick<Job, 'error'>): string {
  return sentenceOf(job.error ?? 'internal');
}

/** Whole percent for people: a broken number is 0 and nothing leaves 0–100. */
export function toPercent(fraction: number): number {
  return Number.isFinite(fraction) ? Math.floor(Math.min(1, Math.max(0, fraction)) * 100) : 0;
}
