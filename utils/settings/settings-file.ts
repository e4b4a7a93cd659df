/**
 * Settings as a file that people carry from one browser to another. A file may come from anywhere: each value passes the
 * same sieve as what is stored, nothing but known settings is looked at, and nothing here changes anything.
 */
import { parsePresets } from '../studio/own-presets';
import { DEFAULTS, parseSettings, SETTING_KEYS, type Settings } from './settings';

const FORMAT = 'matte-settings';
/** Raised when an old Matte would misread what a new one writes; settings that it merely does not know need no new one. */
const VERSION = 1;
/** A hundred times what all settings take. */
export const MAX_SETTINGS_FILE = 1_000_000;

export type SettingsRefusal = 'too-large' | 'not-json' | 'not-settings' | 'newer';

export type SettingsRead =
  | {
      readonly ok: true;
      readonly settings: Partial<Settings>;
      /** How many entries this Matte does not know, or whose values it does not take. */
      readonly leftOut: number;
    }
  | { readonly ok: false; readonly reason: SettingsRefusal };

export interface SettingChange<Key extends keyof Settings = keyof Settings> {
  readonly key: Key;
  readonly from: Settings[Key];
  readonly to: Settings[Key];
}

export function writeSettingsFile(settings: Settings): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`;
}

/** Never throws. `text` may be anything; its length is looked at before it is parsed. */
export function readSettingsFile(text: string): SettingsRead {
  if (text.length > MAX_SETTINGS_FILE) return { ok: false, reason: 'too-large' };
  const file = parsed(text);
  if (file === undefined) return { ok: false, reason: 'not-json' };
  if (!isRecord(file) || own(file, 'format') !== FORMAT) return { ok: false, reason: 'not-settings' };
  const version = own(file, 'version');
  if (typeof version === 'number' && version > VERSION) return { ok: false, reason: 'newer' };
  const settings = own(file, 'settings');
  if (version !== VERSION || !isRecord(settings)) return { ok: false, reason: 'not-settings' };
  const known = SETTING_KEYS.filter((key) => Object.hasOwn(settings, key) && isTaken(key, settings[key]));
  return {
    ok: true,
    settings: Object.fromEntries(known.map((key) => [key, taken(key, settings[key])])),
    leftOut: Object.keys(settings).length - known.length,
  };
}

/** A file says how things are set, but takes away nothing that was made by hand: presets are added to those here. */
export function withFile(before: Settings, file: Partial<Settings>): Settings {
  return { ...before, ...file, presets: parsePresets([...before.presets, ...(file.presets ?? [])]) };
}

/** As on the first day, but for what was made by hand. */
export function asOnFirstDay({ presets }: Settings): Settings {
  return { ...DEFAULTS, presets };
}

/** What would be different, in the order of the settings. */
export function changesOf(before: Settings, after: Settings): readonly SettingChange[] {
  return SETTING_KEYS.filter((key) => !isSame(before[key], after[key])).map((key) => ({
    key,
    from: before[key],
    to: after[key],
  }));
}

/** Of a list or a record whatever is sound; anything else only as it would be read back. */
function isTaken(key: keyof Settings, value: unknown): boolean {
  const read = taken(key, value);
  return typeof read === 'object' ? typeof value === 'object' && value !== null : read === value;
}

function taken(key: keyof Settings, value: unknown): unknown {
  return parseSettings([{ key, value }])[key];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Its own, not what every object has. */
function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
