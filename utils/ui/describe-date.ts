import { locale } from '../i18n/say';

/** The last day before an instant (epoch ms), as the user's language writes dates: what ends at midnight ends the day before. */
export function lastDay(until: number): string {
  return new Date(until - 1).toLocaleDateString(locale(), { dateStyle: 'medium' });
}
