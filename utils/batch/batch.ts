/** A batch as its jobs tell it: what has become of each picture, how many of each kind, and how long the rest may take. Pure. */
import type { Job } from '../jobs/job';

/** At most so many at once: what 200 photos of 12 MP take is measured (decision 28). */
export const MAX_PICTURES = 200;

export interface Tally {
  /** Pictures of which a job was written and not taken out again. */
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  /** Waiting or at work. */
  readonly open: number;
}

/** In the order in which they were given. */
export function inOrder(jobs: readonly Job[]): readonly Job[] {
  return jobs.toSorted((a, b) => placeOf(a) - placeOf(b));
}

export function tallyOf(jobs: readonly Job[]): Tally {
  const count = (fits: (job: Job) => boolean) => jobs.filter(fits).length;
  return {
    total: jobs.length,
    done: count(({ status }) => status === 'done'),
    failed: count(({ status }) => status === 'failed'),
    cancelled: count(({ status }) => status === 'cancelled'),
    open: count(({ status }) => status === 'queued' || status === 'running'),
  };
}

/** Of all that were to be worked on, 0–1. An empty batch is done. */
export function fractionOf({ total, open }: Tally): number {
  return total === 0 ? 1 : (total - open) / total;
}

/** What the last ones took, and no more of them: the first has started the engine. */
const RECENT = 10;

/** Ms until the rest is done, from what the latest took here; null before one is done. */
export function remainingMs(jobs: readonly Job[]): number | null {
  const took = jobs
    .filter(({ status }) => status === 'done')
    .toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))
    .slice(0, RECENT)
    .map(({ outcome }) => outcome?.ms ?? 0);
  if (took.length === 0) return null;
  const mean = took.reduce((sum, ms) => sum + ms, 0) / took.length;
  return mean * tallyOf(jobs).open;
}

/**
 * What a screen reader is told of: tenths of the way and the end, so that 200 pictures make ten sentences.
 * @returns a number of 0–10 that only rises
 */
export function milestoneOf(tally: Tally): number {
  return Math.floor(fractionOf(tally) * 10 + 1e-9);
}

function placeOf({ batch }: Job): number {
  return batch?.place ?? 0;
}
