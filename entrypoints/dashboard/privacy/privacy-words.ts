/** Access, export, import and deletion in plain words. Pure. */
import type { ImportRefusal, ImportSummary } from '@/utils/privacy/import';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `0 bytes`, `12 kB`, `3.4 MB`, in the user's language. */
export function describeBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const unit = UNITS[power] ?? 'byte';
  const unitDisplay = power === 0 ? 'long' : 'short';
  const format = { style: 'unit', unit, unitDisplay, maximumSignificantDigits: power === 0 ? 3 : 2 } as const;
  return new Intl.NumberFormat(undefined, format).format(bytes / 1000 ** power);
}

const REFUSALS: Readonly<Record<ImportRefusal, string>> = {
  bomb: 'A file in this ZIP would become far larger than it says. Nothing was imported; export it again from Matte.',
  damaged: 'This ZIP is damaged or cut off. Copy or download it again, then retry.',
  'duplicate-name': 'This ZIP has two files of the same name. Export it again from Matte.',
  encrypted: 'This ZIP has a password. Unpack it, pack it again without one, then retry.',
  newer: 'This export is from a newer Matte. Update this one, then retry.',
  'not-a-zip': 'This file is no ZIP. Choose the one that Matte’s export gave you.',
  'not-matte': 'This ZIP is no export of Matte’s. Choose the one that Matte’s export gave you.',
  'too-large': 'This ZIP holds more than Matte takes in at once (4 GB). Choose a smaller export.',
  'too-many-files': 'This ZIP holds more files than an export of Matte’s. Choose the one that Matte’s export gave you.',
  'unsafe-name': 'A file in this ZIP has a name that leads out of its folder. Choose an export that you made yourself.',
};

export function describeImportRefusal(reason: ImportRefusal): string {
  return REFUSALS[reason];
}

const STOPPED: Readonly<Record<NonNullable<ImportSummary['stopped']>, string>> = {
  'somebody-else': 'Somebody else signed in meanwhile, so the rest was left out.',
  'storage-full': 'The disk is full, so the rest was left out. Free some space, then import again.',
};

/** “42 imported, 3 already there, 1 damaged.” */
export function describeImport({ imported, present, damaged, noRoom, stopped }: ImportSummary): string {
  const parts = [
    `${imported} imported`,
    ...(present > 0 ? [`${present} already there`] : []),
    ...(damaged > 0 ? [`${damaged} damaged`] : []),
    ...(noRoom > 0 ? [`${noRoom} beyond the limits of your history`] : []),
  ];
  return [`${parts.join(', ')}.`, ...(stopped ? [STOPPED[stopped]] : [])].join(' ');
}
