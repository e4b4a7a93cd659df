/**
 * Which rungs have failed on this machine, across restarts. Where it is kept is the caller's business (`RungMemory`);
 * here is only for how long a failure counts, and what a failure is.
 */
import type { Backend } from '../jobs/rungs';

/** How a rung failed. The picture's own faults, a cancel, a lack of memory or of files are no failure of a rung. */
export type FailureReason = 'start' | 'run' | 'device-lost' | 'broken-output';

export interface RungFailure {
  readonly rung: Backend;
  readonly reason: FailureReason;
  /** What was thrown, for people who look for a fault. */
  readonly detail: string;
  /** Browser version and GPU of then: with another of either, the rung deserves a new try. */
  readonly browser: string;
  /** Epoch ms. */
  readonly at: number;
}

/** One failure a rung, the last. */
export interface RungMemory {
  recall(): Promise<RungFailure[]>;
  note(failure: RungFailure): Promise<void>;
  /** It works after all. */
  forget(rung: Backend): Promise<void>;
}

/** Drivers are updated without the browser knowing. Two weeks cost a failing start about 26 times a year at most. */
const RETRY_AFTER_MS = 14 * 24 * 3600 * 1000;
const DETAIL_LENGTH = 200;

/** The failures that still count. A clock that was set back makes none of them eternal. */
export function recent(failures: readonly RungFailure[], browser: string, now: number): RungFailure[] {
  return failures.filter(({ browser: then, at }) => then === browser && Math.abs(now - at) < RETRY_AFTER_MS);
}

/** Errors of ORT run over several lines and name source files; the beginning says it. */
export function shortDetail(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').slice(0, DETAIL_LENGTH);
}
