/** Counts in plain words. Pure but for the user's language. */
import type { TimeBucket } from '@/utils/statistics/statistics';
import type { Bar } from '@/utils/statistics/summary';

export const BUCKET_WORDS: Readonly<Record<TimeBucket, string>> = {
  'under-1s': 'under 1 s',
  '1-3s': '1 to 3 s',
  '3-10s': '3 to 10 s',
  '10-30s': '10 to 30 s',
  'over-30s': 'over 30 s',
};

/** @param period `2026-11-22` or `2026-11` */
export function describePeriod(period: string): string {
  const isDay = period.length > 7;
  const parts: Intl.DateTimeFormatOptions = isDay
    ? { day: 'numeric', month: 'short' }
    : { month: 'short', year: 'numeric' };
  return new Date(isDay ? period : `${period}-01`).toLocaleDateString(undefined, { ...parts, timeZone: 'UTC' });
}

export function describeShare(share: number): string {
  return new Intl.NumberFormat(undefined, { style: 'percent' }).format(share);
}

/** What somebody hears who does not see the bars. */
export function describeBars(bars: readonly Bar[]): string {
  const done = bars.reduce((total, bar) => total + bar.done, 0);
  const most = bars.reduce((best, bar) => (bar.done > best.done ? bar : best), { period: '', done: 0, undone: 0 });
  if (done === 0) return 'No cutouts in this time.';
  return `${done} ${done === 1 ? 'cutout' : 'cutouts'} in this time; most on ${describePeriod(most.period)}: ${most.done}.`;
}
