import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEEP_BYTES, KEEP_RESULTS } from '@/utils/history/retention';
import { QUALITIES } from '@/utils/jobs/job';
import { BACKEND_CHOICES } from '@/utils/jobs/rungs';
import { COPY_BACKGROUNDS, DEFAULTS, parseSettings } from '@/utils/settings/settings';
import { changePresets, readSettings, saveAllSettings, saveSetting } from '@/utils/settings/settings-store';
import { NO_EDITS } from '@/utils/studio/edits';
import { addPreset } from '@/utils/studio/own-presets';
import { createWorld } from '../jobs/world';

const quality = (value: unknown) => [{ key: 'quality', value }];

describe('parseSettings', () => {
  it('without rows: balanced, on whatever is fastest, locked after a quarter of an hour', () => {
    expect(parseSettings([])).toEqual({
      quality: 'balanced',
      backend: 'auto',
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
      filenamePattern: '{name}-cutout',
    });
  });

  it.each(QUALITIES)('takes quality %s', (value) => {
    expect(parseSettings(quality(value))).toEqual({ ...DEFAULTS, quality: value });
  });

  it.each(BACKEND_CHOICES)('takes backend %s', (value) => {
    expect(parseSettings([{ key: 'backend', value }])).toEqual({ ...DEFAULTS, backend: value });
  });

  it.each([null, 1, '', 'Best', 'toString', {}, ['best'], undefined])('quality %j is as if never set', (value) => {
    expect(parseSettings(quality(value))).toEqual(DEFAULTS);
  });

  it.each([0, -1, 7, '15', Number.NaN, null, Number.POSITIVE_INFINITY])(
    'a lock after %j is as if never set',
    (value) => {
      expect(parseSettings([{ key: 'lockAfter', value }])).toEqual(DEFAULTS);
      expect(parseSettings([{ key: 'lockAfter', value: 60 }]).lockAfter).toBe(60);
    },
  );

  it.each(KEEP_RESULTS)('keeps results for %s', (value) => {
    expect(parseSettings([{ key: 'keepResults', value }])).toEqual({ ...DEFAULTS, keepResults: value });
  });

  it.each(KEEP_BYTES)('keeps %d bytes', (value) => {
    expect(parseSettings([{ key: 'keepBytes', value }])).toEqual({ ...DEFAULTS, keepBytes: value });
  });

  it.each(['2h', 0, -1, '1000000000', null, Number.NaN])('keeping %j is as if never set', (value) => {
    expect(parseSettings([{ key: 'keepResults', value }])).toEqual(DEFAULTS);
    expect(parseSettings([{ key: 'keepBytes', value }])).toEqual(DEFAULTS);
  });

  it.each(COPY_BACKGROUNDS)('copies onto %s', (value) => {
    expect(parseSettings([{ key: 'copyBackground', value }])).toEqual({ ...DEFAULTS, copyBackground: value });
  });

  it.each([null, 'black', '', 1])('copying onto %j is as if never set', (value) => {
    expect(parseSettings([{ key: 'copyBackground', value }])).toEqual(DEFAULTS);
  });

  it('copies by itself unless told not to', () => {
    expect(parseSettings([{ key: 'copyAutomatically', value: false }]).copyAutomatically).toBe(false);
    expect(parseSettings([{ key: 'copyAutomatically', value: 'no' }]).copyAutomatically).toBe(true);
  });

  it('a broken setting leaves the others as they are', () => {
    expect(parseSettings([...quality('ultra'), { key: 'backend', value: 'wasm' }])).toEqual({
      ...DEFAULTS,
      backend: 'wasm',
    });
  });

  it('never throws and always gives settings that exist, whatever lies there', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (rows, more) => {
        for (const stored of [rows, more, [...more, { key: 'quality', value: rows }]]) {
          const settings = parseSettings(stored);
          expect(QUALITIES).toContain(settings.quality);
          expect(BACKEND_CHOICES).toContain(settings.backend);
        }
      }),
    );
  });
});

describe('the settings store', () => {
  it('gives back what was saved, to every context', async () => {
    const { db, otherContext } = createWorld();
    await saveSetting(db, 'quality', 'best');
    await saveSetting(otherContext(), 'backend', 'wasm');
    expect(await readSettings(db)).toEqual({ ...DEFAULTS, quality: 'best', backend: 'wasm' });
  });

  it('keeps one row per setting', async () => {
    const { db } = createWorld();
    await saveSetting(db, 'quality', 'best');
    await saveSetting(db, 'quality', 'fast');
    expect(await db.settings.toArray()).toEqual([{ key: 'quality', value: 'fast' }]);
  });
});

describe('all settings at once', () => {
  it('are as given, and what is as on the first day has no row', async () => {
    const { db } = createWorld();
    await saveSetting(db, 'theme', 'dark');
    await db.settings.put({ key: 'somebody else’s', value: 1 });
    const wish = { ...DEFAULTS, quality: 'best', exportQuality: 0.5 } as const;
    await saveAllSettings(db, wish);
    expect(await readSettings(db)).toEqual(wish);
    expect((await db.settings.toCollection().primaryKeys()).sort()).toEqual([
      'exportQuality',
      'quality',
      'somebody else’s',
    ]);
  });
});

it.each([0.49, 1.01, '0.9', Number.NaN, null])('an export quality of %j is as if never set', (value) => {
  expect(parseSettings([{ key: 'exportQuality', value }])).toEqual(DEFAULTS);
});
describe('presets in the settings', () => {
  it('two pages that add one each lose none, and why one was refused is said', async () => {
    const world = createWorld();
    const other = world.otherContext();
    const add = (db: typeof other, name: string) => changePresets(db, (own) => addPreset(own, name, name, NO_EDITS));
    expect(await Promise.all([add(world.db, 'Blue'), add(other, 'Red')])).toEqual([null, null]);
    expect(await add(world.db, 'red')).toBe('taken');
    const { presets } = await readSettings(world.db);
    expect(presets.map(({ name }) => name).sort()).toEqual(['Blue', 'Red']);
  });
});
