/** What a person sees of the counts: bars of days or months, and totals. Pure. */
import { type Backend, RUNGS } from '../jobs/rungs';
import { FAILURES, known, type StoredDay, TIME_BUCKETS, type TimeBucket } from './statistics';

/** A day or a month; those on which nothing happened are there, too. */
export interface Bar {
  /** `2026-11-22` or `2026-11`. */
  readonly period: string;
  readonly done: number;
  /** Failed or cancelled. */
  readonly undone: number;
}

export interface Totals {
  readonly visits: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  /** The bucket that holds the cutout in the middle; null before the first. */
  readonly median: TimeBucket | null;
  /** Of the cutouts, those that ran at all; shares between 0 and 1, best rung first. */
  readonly shares: readonly { readonly backend: Backend; readonly share: number }[];
}

/** @param today local day @param count how many days, today the last */
export function dayBars(days: readonly StoredDay[], today: string, count: number): readonly Bar[] {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  // In UTC no day is skipped or doubled.
  const periods = Array.from({ length: count }, (_, index) => {
    return new Date(Date.UTC(year, month - 1, day - (count - 1 - index))).toISOString().slice(0, 10);
  });
  return barsOf(days, periods);
}

/** @param today local day @param count how many months, today's the last */
export function monthBars(days: readonly StoredDay[], today: string, count: number): readonly Bar[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const periods = Array.from({ length: count }, (_, index) => {
    return new Date(Date.UTC(year, month - 1 - (count - 1 - index))).toISOString().slice(0, 7);
  });
  return barsOf(days, periods);
}

function barsOf(days: readonly StoredDay[], periods: readonly string[]): readonly Bar[] {
  return periods.map((period) => {
    const { done, failed, cancelled } = totalsOf(days.filter(({ day }) => day.startsWith(period)));
    return { period, done, undone: failed + cancelled };
  });
}

export function totalsOf(days: readonly StoredDay[]): Totals {
  const counts = days.map((row) => known(row.counts));
  const sum = (count: keyof (typeof counts)[number]) => counts.reduce((total, row) => total + (row[count] ?? 0), 0);
  const ran = RUNGS.map((backend) => ({ backend, cutouts: sum(`on/${backend}`) })).filter(({ cutouts }) => cutouts > 0);
  const all = ran.reduce((total, { cutouts }) => total + cutouts, 0);
  return {
    visits: sum('visits'),
    done: sum('done'),
    failed: FAILURES.reduce((total, failure) => total + sum(`failed/${failure}`), 0),
    cancelled: sum('cancelled'),
    median: medianOf(TIME_BUCKETS.map((bucket) => sum(`took/${bucket}`))),
    shares: ran.map(({ backend, cutouts }) => ({ backend, share: cutouts / all })),
  };
}

/** Of an even number the lower of the two in the middle. */
function medianOf(cutouts: readonly number[]): TimeBucket | null {
  const all = cutouts.reduce((total, each) => total + each, 0);
  let seen = 0;
  const index = cutouts.findIndex((each) => {
    seen += each;
    return seen > 0 && seen >= all / 2;
  });
  return TIME_BUCKETS[index] ?? null;
}
