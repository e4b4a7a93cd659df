/** A calendar day as people say it. Pure but for the language. */
import { locale, say } from '../i18n/say';

/**
 * @param day `2026-11-22`
 * @param today the same
 */
export function describeDay(day: string, today: string, language = locale()): string {
  const away = daysBetween(day, today);
  if (away === 0) return say('words.today');
  if (away === 1) return say('words.yesterday');
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return noonOf(day).toLocaleDateString(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / 86_400_000);
}

/** Noon is never skipped by a change of clocks. */
function noonOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}
