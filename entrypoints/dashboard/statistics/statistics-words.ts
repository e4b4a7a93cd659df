/** Counts in plain words. */
import { locale, say } from '@/utils/i18n/say';
import type { Bar } from '@/utils/statistics/summary';

/** @param period `2026-11-22` or `2026-11` */
export function describePeriod(period: string): string {
  const isDay = period.length > 7;
  const parts: Intl.DateTimeFormatOptions = isDay
    ? { day: 'numeric', month: 'short' }
    : { month: 'short', year: 'numeric' };
  return new Date(isDay ? period : `${period}-01`).toLocaleDateString(locale(), { ...parts, timeZone: 'UTC' });
}

export function describeShare(share: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(share);
}

/** What somebody hears who does not see the bars. */
export function describeBars(bars: readonly Bar[]): string {
  const done = bars.reduce((total, bar) => total + bar.done, 0);
  const most = bars.reduce((best, bar) => (bar.done > best.done ? bar : best), { period: '', done: 0, undone: 0 });
  if (done === 0) return say('statistics.none');
  return say('statistics.inThisTime', { count: done, period: describePeriod(most.period), most: most.done });
}
