/** Access, export, import and deletion in plain words. */
import { locale, say } from '@/utils/i18n/say';
import type { ImportRefusal, ImportSummary } from '@/utils/privacy/import';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `0 bytes`, `12 kB`, `3.4 MB`, in the user's language. */
export function describeBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const unit = UNITS[power] ?? 'byte';
  const unitDisplay = power === 0 ? 'long' : 'short';
  const format = { style: 'unit', unit, unitDisplay, maximumSignificantDigits: power === 0 ? 3 : 2 } as const;
  return new Intl.NumberFormat(locale(), format).format(bytes / 1000 ** power);
}

export function describeImportRefusal(reason: ImportRefusal): string {
  return say(`privacy.import-${reason}`);
}

/** “42 imported, 3 already there, 1 damaged.” */
export function describeImport({ stopped, ...counts }: ImportSummary): string {
  const summary = say('privacy.imported', counts);
  return stopped ? say('privacy.importStopped', { summary, why: say(`privacy.stopped-${stopped}`) }) : summary;
}

/** Names of things, one after the other and none of them special. */
export function listOf(words: readonly string[]): string {
  return words.join(say('privacy.listComma'));
}
