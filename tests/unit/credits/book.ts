/** A book that grows: what the ledger's tests write, by the steps of the ledger alone. */
import { closingEntries, type Entry, GUEST, holdEntries } from '@/utils/credits/ledger';
import { type Moment, momentAt } from '@/utils/credits/moment';

/** Noon, local time: no test depends on the zone of the machine. */
export const NOON = new Date(2026, 10, 22, 12).getTime();
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The book with a hold for each of the jobs, one after the other. */
export function holding(book: readonly Entry[], jobIds: readonly string[], now = NOON): readonly Entry[] {
  const grown = [...book];
  for (const jobId of jobIds) grown.push(...holdEntries(grown, order(jobId), momentAt(now)));
  return grown;
}

/** The book with those jobs' holds settled. */
export function settling(book: readonly Entry[], jobIds: readonly string[], now = NOON): readonly Entry[] {
  const grown = [...book];
  for (const jobId of jobIds) grown.push(...closingEntries(grown, jobId, 'settle', now));
  return grown;
}

export function order(jobId: string, unlimited = false) {
  return { owner: GUEST, jobId, unlimited };
}

/** So many names of jobs, `prefix 0` first. */
export function jobs(count: number, prefix = 'job'): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix} ${i}`);
}

/** Credits bought, as a voucher would grant them. */
export function bought(name: string, credits: number, expiresAt: number | null, at = NOON): Entry {
  return { owner: GUEST, kind: 'grant', grant: name, day: null, at, credits, expiresAt };
}

/** A moment of any zone: the day's name and end are said, not computed. */
export function moment(day: string, now: number, dayEnds = now + DAY_MS): Moment {
  return { day, now, dayEnds };
}
