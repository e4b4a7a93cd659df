/** What the user has chosen, for all jobs to come. Pure: where it lies is settings-store's business. */

import { KEEP_BYTES, KEEP_RESULTS, type Retention } from '../history/retention';
import { LANGUAGE_WISHES, type LanguageWish } from '../i18n/language';
import { type EngineWish, QUALITIES } from '../jobs/job';
import { BACKEND_CHOICES } from '../jobs/rungs';
import { parsePattern, USUAL_PATTERN } from '../studio/file-name';
import { type OwnPreset, parsePresets } from '../studio/own-presets';
import { type Cards, parseCards } from './cards';

/** What the account's lock can wait for, once nobody touches the computer. */
export const LOCK_AFTER_MINUTES = [1, 5, 15, 30, 60] as const;
export type LockAfterMinutes = (typeof LOCK_AFTER_MINUTES)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What a finished picture is saved as, unless somebody chooses otherwise there. */
export const EXPORT_FORMATS = ['png', 'webp', 'jpeg'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** Below, WebP and JPEG show their blocks in plain surfaces. */
export const LOWEST_EXPORT_QUALITY = 0.5;
/** What Copy puts on the clipboard behind the subject. */
export const COPY_BACKGROUNDS = ['transparent', 'white'] as const;
export type CopyBackground = (typeof COPY_BACKGROUNDS)[number];

export interface Settings extends EngineWish, Retention {
  readonly lockAfter: LockAfterMinutes;
  /** History keeps the whole address of the page, not its host alone. */
  readonly keepAddresses: boolean;
  /** The photo stays for an hour beside its cutout, so that the studio can restore parts of it. */
  readonly keepPhotos: boolean;
  readonly language: LanguageWish;
  readonly theme: Theme;
  readonly exportFormat: ExportFormat;
  /** Of WebP and JPEG, LOWEST_EXPORT_QUALITY to 1, as the browser's encoders take it. */
  readonly exportQuality: number;
  /** A finished cutout goes to the clipboard by itself; otherwise it waits for Copy. */
  readonly copyAutomatically: boolean;
  readonly copyBackground: CopyBackground;
  /** What was done with the card on single sites. */
  readonly cards: Cards;
  /** The user's own, for studio and batch. */
  readonly presets: readonly OwnPreset[];
  /** What the studio calls its files: `utils/studio/file-name.ts`. */
  readonly filenamePattern: string;
}

/** The one setting that names sites. */
export const CARDS = 'cards' satisfies keyof Settings;

export const DEFAULTS: Settings = {
  backend: 'auto',
  quality: 'balanced',
  lockAfter: 15,
  keepAddresses: false,
  keepPhotos: false,
  language: 'auto',
  theme: 'auto',
  exportFormat: 'png',
  exportQuality: 0.9,
  copyAutomatically: true,
  copyBackground: 'transparent',
  cards: {},
  keepResults: 'forever',
  keepBytes: 1_000_000_000,
  presets: [],
  filenamePattern: USUAL_PATTERN,
};

/** Other rows lie beside theirs in the database, and are none of their business. */
export const SETTING_KEYS = Object.keys(DEFAULTS) as readonly (keyof Settings)[];

/**
 * Settings from stored rows `{key, value}`. Whatever is missing, broken, or from a version that knew other values is as
 * if it had never been set; never throws.
 */
export function parseSettings(rows: unknown): Settings {
  return {
    backend: oneOf(BACKEND_CHOICES, storedValue(rows, 'backend')) ?? DEFAULTS.backend,
    quality: oneOf(QUALITIES, storedValue(rows, 'quality')) ?? DEFAULTS.quality,
    lockAfter: oneOf(LOCK_AFTER_MINUTES, storedValue(rows, 'lockAfter')) ?? DEFAULTS.lockAfter,
    keepAddresses: storedValue(rows, 'keepAddresses') === true,
    keepPhotos: storedValue(rows, 'keepPhotos') === true,
    language: oneOf(LANGUAGE_WISHES, storedValue(rows, 'language')) ?? DEFAULTS.language,
    theme: oneOf(THEMES, storedValue(rows, 'theme')) ?? DEFAULTS.theme,
    exportFormat: oneOf(EXPORT_FORMATS, storedValue(rows, 'exportFormat')) ?? DEFAULTS.exportFormat,
    exportQuality: within(LOWEST_EXPORT_QUALITY, 1, storedValue(rows, 'exportQuality')) ?? DEFAULTS.exportQuality,
    copyAutomatically: storedValue(rows, 'copyAutomatically') !== false,
    copyBackground: oneOf(COPY_BACKGROUNDS, storedValue(rows, 'copyBackground')) ?? DEFAULTS.copyBackground,
    cards: parseCards(storedValue(rows, 'cards')),
    keepResults: oneOf(KEEP_RESULTS, storedValue(rows, 'keepResults')) ?? DEFAULTS.keepResults,
    keepBytes: oneOf(KEEP_BYTES, storedValue(rows, 'keepBytes')) ?? DEFAULTS.keepBytes,
    presets: parsePresets(storedValue(rows, 'presets')),
    filenamePattern: parsePattern(storedValue(rows, 'filenamePattern')),
  };
}

function storedValue(rows: unknown, key: keyof Settings): unknown {
  if (!Array.isArray(rows)) return undefined;
  return rows.find((row: unknown) => typeof row === 'object' && row !== null && 'key' in row && row.key === key)?.value;
}

function oneOf<Value>(known: readonly Value[], value: unknown): Value | undefined {
  return known.find((each) => each === value);
}

function within(least: number, most: number, value: unknown): number | undefined {
  return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}
