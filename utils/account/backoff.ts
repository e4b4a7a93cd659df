/**
 * How long wrong guesses wait. It stops who tries at this keyboard; who copied the profile meets Argon2id instead. Pure:
 * the time comes in, and a clock that was set back makes nobody wait less, nor longer than one full wait.
 */
import type { StoredAttempts } from './account';

/** Mistypes cost nothing up to here. */
const FREE_FAILURES = 3;
const FIRST_WAIT_MS = 5_000;
export const LONGEST_WAIT_MS = 15 * 60_000;

export function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES));
}

/** What to write before a guess is looked at, and how long it has to wait; it may be looked at when that is 0. */
export interface Charge {
  readonly attempts: StoredAttempts;
  readonly waitMs: number;
}

/** Charges a guess as if it were wrong: a browser that is closed in between has not won a free one. */
export function charge(emailHash: string, before: StoredAttempts | undefined, now: number): Charge {
  if (before && now < before.since) {
    // The clock was set back: nobody knows how much of the wait is over, so it begins again.
    const restarted = { ...before, since: now };
    return before.waitMs > 0 ? { attempts: restarted, waitMs: before.waitMs } : charge(emailHash, restarted, now);
  }
  const waitMs = before ? Math.max(0, before.since + before.waitMs - now) : 0;
  if (before && waitMs > 0) return { attempts: before, waitMs };
  const failures = (before?.failures ?? 0) + 1;
  return { attempts: { emailHash, failures, waitMs: waitAfter(failures), since: now }, waitMs: 0 };
}
