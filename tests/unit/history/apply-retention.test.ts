import { describe, expect, it } from 'vitest';
import { cutoutId, previewId } from '@/utils/db';
import { applyRetention, changeRetention, countLost } from '@/utils/history/apply-retention';
import { readSettings } from '@/utils/settings/settings-store';
import { createWorld, remember, T0 } from '../jobs/world';

const HOUR = 3_600_000;

/** Cutouts of 100 MB each, by the hours that have passed since. */
async function historyOf(...ages: readonly number[]) {
  const world = createWorld();
  for (const age of ages) await remember(world.db, `${age}`, T0 - age * HOUR, 100_000_000);
  return { ...world, ids: async () => (await world.db.history.orderBy('createdAt').primaryKeys()).join(' ') };
}

describe('a changed wish', () => {
  it.each([
    ['1h', ''],
    ['24h', '22 2'],
    ['30d', '700 22 2'],
    ['forever', '800 700 22 2'],
  ] as const)('of %s is done at once [P-RESULTS-KEPT]', async (keepResults, left) => {
    const { db, ids, blobs, otherContext } = await historyOf(800, 700, 22, 2);
    await changeRetention(db, { keepResults }, T0);
    expect(await ids()).toBe(left);
    const expected = left
      .split(' ')
      .filter(Boolean)
      .flatMap((id) => [cutoutId(id), previewId(id)]);
    expect(await blobs()).toEqual(expected.sort());
    expect((await readSettings(otherContext())).keepResults).toBe(keepResults);
  });

  it('for less room is done at once, and the other wish stays as it was [P-QUOTA]', async () => {
    const { db, ids } = await historyOf(4, 3, 2, 1);
    await changeRetention(db, { keepResults: '30d' }, T0);
    await changeRetention(db, { keepBytes: 250_000_000 }, T0);
    expect(await ids()).toBe('2 1');
    expect(await readSettings(db)).toMatchObject({ keepResults: '30d', keepBytes: 250_000_000 });
  });

  it('spares what is pinned [P-RESULTS-KEPT]', async () => {
    const { db, ids } = await historyOf(800, 2);
    await db.history.update('800', { pinned: true });
    await changeRetention(db, { keepResults: '1h', keepBytes: 250_000_000 }, T0);
    expect(await ids()).toBe('800');
  });
});

describe('before a wish is done', () => {
  it.each([
    [{ keepResults: '1h' }, 4],
    [{ keepResults: '24h' }, 2],
    [{ keepResults: 'forever' }, 0],
    [{ keepBytes: 250_000_000 }, 2],
    [{ keepResults: '24h', keepBytes: 250_000_000 }, 2],
  ] as const)('%j says how many cutouts it would take, and takes none', async (wish, lost) => {
    const { db, ids } = await historyOf(800, 700, 22, 2);
    expect(await countLost(db, wish, T0)).toBe(lost);
    expect(await ids()).toBe('800 700 22 2');
    await changeRetention(db, wish, T0);
    expect(await db.history.count()).toBe(4 - lost);
  });
});

it('unless anything is chosen, results stay for ever, up to 1 GB of each owner', async () => {
  const { db, ids } = await historyOf(90_000, 9, 8, 7, 6, 5, 4, 3, 2, 1);
  await applyRetention(db, T0);
  expect(await ids()).toBe('90000 9 8 7 6 5 4 3 2 1');
  await remember(db, 'one too many', T0, 1);
  await applyRetention(db, T0);
  expect(await ids()).toBe('9 8 7 6 5 4 3 2 1 one too many');
});

it('a clock set back costs nothing', async () => {
  const { db, ids } = await historyOf(0, 1);
  await changeRetention(db, { keepResults: '24h' }, T0 - 1000 * HOUR);
  expect(await ids()).toBe('1 0');
});

it('a history of thousands is kept: there is no limit but the room', async () => {
  const { db } = createWorld();
  const entry = {
    owner: 'guest',
    details: { name: 'x', kind: null, host: null, url: null },
    width: 4,
    height: 3,
    bytes: 9,
  };
  await db.history.bulkAdd(Array.from({ length: 5000 }, (_, i) => ({ ...entry, id: `${i}`, createdAt: T0 - i })));
  await applyRetention(db, T0);
  expect(await db.history.count()).toBe(5000);
});
