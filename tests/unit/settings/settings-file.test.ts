/** A settings file may come from anywhere: what is known and sound is taken, the rest is counted or refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, SETTING_KEYS, type Settings } from '@/utils/settings/settings';
import {
  asOnFirstDay,
  changesOf,
  MAX_SETTINGS_FILE,
  readSettingsFile,
  withFile,
  writeSettingsFile,
} from '@/utils/settings/settings-file';
import { parsePresets } from '@/utils/studio/own-presets';
import { NO_PRESET } from '@/utils/studio/presets';

const MINE: Settings = {
  ...DEFAULTS,
  language: 'de',
  theme: 'dark',
  quality: 'best',
  exportFormat: 'webp',
  exportQuality: 0.75,
  keepResults: '24h',
  keepAddresses: true,
  lockAfter: 5,
};

const fileOf = (settings: unknown, rest: object = {}) =>
  JSON.stringify({ format: 'matte-settings', version: 1, settings, ...rest });

describe('a settings file', () => {
  it('gives back every setting that was written', () => {
    expect(readSettingsFile(writeSettingsFile(MINE))).toEqual({ ok: true, settings: MINE, leftOut: 0 });
    expect(Object.keys(MINE).sort()).toEqual([...SETTING_KEYS].sort());
  });

  it.each([
    ['not JSON', '{"format":', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a picture', '\u0089PNG\r\n', 'not-json'],
    ['a list', '[]', 'not-settings'],
    ['null', 'null', 'not-settings'],
    ['another format', fileOf({}, { format: 'matte-export' }), 'not-settings'],
    ['no version', '{"format":"matte-settings","settings":{}}', 'not-settings'],
    ['a version that is no number', fileOf({}, { version: '1' }), 'not-settings'],
    ['a version of before the first', fileOf({}, { version: 0 }), 'not-settings'],
    ['settings that are a list', fileOf([]), 'not-settings'],
    ['no settings', fileOf(undefined), 'not-settings'],
    [
      'a format that it only inherits',
      '{"__proto__":{"format":"matte-settings","version":1,"settings":{}}}',
      'not-settings',
    ],
    ['a newer version', fileOf({}, { version: 2 }), 'newer'],
    ['more than any settings take', ' '.repeat(MAX_SETTINGS_FILE + 1), 'too-large'],
  ])('is refused when it is %s', (_, text, reason) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, reason });
  });

  it('takes what is known, and counts what is not', () => {
    const text = fileOf({ theme: 'dark', quality: 'perfect', sparkle: true, lockAfter: '5', keepPhotos: 1 });
    expect(readSettingsFile(text)).toEqual({ ok: true, settings: { theme: 'dark' }, leftOut: 4 });
  });

  it('reaches no prototype', () => {
    const text =
      '{"format":"matte-settings","version":1,"settings":{"__proto__":{"theme":"dark"},"constructor":{"prototype":{"x":1}},"toString":"x"}}';
    expect(readSettingsFile(text)).toEqual({ ok: true, settings: {}, leftOut: 3 });
    expect(({} as { theme?: string; x?: number }).theme).toBeUndefined();
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('never throws, and never lets a value through that settings do not have', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...SETTING_KEYS, 'other'), fc.jsonValue()), (settings) => {
        const read = readSettingsFile(fileOf(settings));
        expect(read.ok).toBe(true);
        if (!read.ok) return;
        const again = readSettingsFile(fileOf({ ...DEFAULTS, ...read.settings }));
        expect(again).toMatchObject({ leftOut: 0 });
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void readSettingsFile(text)));
  });
});

describe('what a file leaves alone', () => {
  const preset = (id: string, name: string) => ({ id, name, look: { ...NO_PRESET.look } });
  const mine = { ...MINE, presets: parsePresets([preset('a', 'Shop')]) };

  it('presets of one’s own: those of the file are added, unless there is one of that name', () => {
    const read = readSettingsFile(fileOf({ presets: [preset('b', 'Shop'), preset('c', 'Blog'), 'x'], theme: 'light' }));
    if (!read.ok) throw new Error(read.reason);
    const after = withFile(mine, read.settings);
    expect(after.presets.map(({ name }) => name)).toEqual(['Shop', 'Blog']);
    expect(after).toMatchObject({ theme: 'light', quality: 'best' });
    expect(withFile(mine, {})).toEqual(mine);
  });

  it('a reset keeps them as well', () => {
    expect(asOnFirstDay(mine)).toEqual({ ...DEFAULTS, presets: mine.presets });
  });

  it('of the sites of a file only those that say something sound are taken', () => {
    const text = fileOf({ cards: { 'a.test': { isOff: true }, 'b.test': { corner: 'middle' }, 'c.test': 1 } });
    expect(readSettingsFile(text)).toEqual({
      ok: true,
      settings: { cards: { 'a.test': { isOff: true } } },
      leftOut: 0,
    });
  });
});

describe('changes', () => {
  it('are those that differ, in the order of the settings', () => {
    expect(changesOf(DEFAULTS, { ...DEFAULTS, theme: 'dark', quality: 'fast' })).toEqual([
      { key: 'quality', from: 'balanced', to: 'fast' },
      { key: 'theme', from: 'auto', to: 'dark' },
    ]);
    expect(changesOf(MINE, { ...MINE })).toEqual([]);
  });
});
