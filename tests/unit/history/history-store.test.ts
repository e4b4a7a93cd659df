import { describe, expect, it } from 'vitest';
import { cutoutId, inputId, previewId } from '@/utils/db';
import { dropEntries, halveHistory, pruneHistory } from '@/utils/history/history-store';
import { createWorld, done, offer, remember, T0 } from '../jobs/world';

/** A history of cutouts of the given sizes, the oldest first, and the input of a job that still waits. */
async function historyOf(...sizes: readonly number[]) {
  const world = createWorld();
  for (const [age, size] of sizes.entries()) await remember(world.db, `${age}`, age, size);
  await world.start('open');
  const ids = async () => (await world.db.history.orderBy('createdAt').primaryKeys()) as string[];
  return { ...world, ids };
}

/** Every entry has its cutout and preview, each of these its entry, and the waiting job its input. */
async function expectWhole({ ids, blobs }: Awaited<ReturnType<typeof historyOf>>): Promise<void> {
  const pictures = (await ids()).flatMap((id) => [cutoutId(id), previewId(id)]);
  expect(await blobs()).toEqual([...pictures, inputId('open')].sort());
}

describe('dropEntries', () => {
  it('takes cutouts and previews along, and nothing else', async () => {
    const world = await historyOf(10, 10, 10);
    await dropEntries(world.db, ['0', '2']);
    expect(await world.ids()).toEqual(['1']);
    await expectWhole(world);
  });
});

describe('pruneHistory', () => {
  it('makes history fit its limits', async () => {
    const world = await historyOf(10, 10, 10);
    await pruneHistory(world.db, { bytes: 20, ageMs: null }, 3);
    expect(await world.ids()).toEqual(['1', '2']);
    await expectWhole(world);
  });

  it('counts each owner alone: who cuts a lot costs nobody else anything', async () => {
    const world = await historyOf(10, 10, 10);
    await world.db.history.update('0', { owner: 'ada' });
    await pruneHistory(world.db, { bytes: 20, ageMs: null }, 3);
    expect(await world.ids()).toEqual(['0', '1', '2']);
    await pruneHistory(world.db, { bytes: 10, ageMs: null }, 3);
    expect(await world.ids()).toEqual(['0', '2']);
    await expectWhole(world);
  });

  it('touches nothing that fits', async () => {
    const world = await historyOf(10, 10, 10);
    await pruneHistory(world.db, { bytes: 30, ageMs: null }, 3);
    expect(await world.ids()).toEqual(['0', '1', '2']);
  });

  it('leaves pinned ones, and does not count what was deleted', async () => {
    const world = await historyOf(10, 10, 10, 10);
    await world.db.history.update('0', { pinned: true });
    await world.db.history.update('3', { deletedAt: 3 });
    await pruneHistory(world.db, { bytes: 20, ageMs: null }, 4);
    expect(await world.ids()).toEqual(['0', '2', '3']);
    await expectWhole(world);
  });

  it('takes offers within the hour, whatever results may do [P-ORIGINALS-1H]', async () => {
    const { db, blobs } = createWorld();
    await offer(db, 'a');
    await pruneHistory(db, { bytes: 1000, ageMs: null }, T0 + 45 * 60_000);
    expect(await db.offers.count()).toBe(1);
    await pruneHistory(db, { bytes: 1000, ageMs: null }, T0 + 50 * 60_000);
    expect([await db.offers.count(), await blobs()]).toEqual([0, []]);
  });

  it('forgets the name in the row of the job as well', async () => {
    const world = await historyOf(10, 10);
    await world.db.jobs.put({ ...done, id: '0', name: 'secret' });
    await pruneHistory(world.db, { bytes: 10, ageMs: null }, 3);
    expect(await world.db.jobs.get('0')).toMatchObject({ name: '', status: 'done' });
    expect(await world.db.jobs.get('open')).toMatchObject({ name: 'open' });
  });
});

describe('halveHistory', () => {
  it.each([
    ['half of the cutouts, the older ones', [10, 10, 10, 10], ['2', '3']],
    ['more of them if the newer ones are larger', [10, 10, 10, 90], ['3']],
    ['an odd one less than half', [10, 10, 10], ['2']],
    ['the older of two', [10, 10], ['1']],
  ])('frees %s', async (_, sizes, left) => {
    const world = await historyOf(...sizes);
    expect(await halveHistory(world.db)).toBe(true);
    expect(await world.ids()).toEqual(left);
    await expectWhole(world);
  });

  it('takes first what was deleted and can still be undone', async () => {
    const world = await historyOf(10, 10, 10, 10);
    for (const id of ['2', '3']) await world.db.history.update(id, { deletedAt: 1 });
    expect(await halveHistory(world.db)).toBe(true);
    expect(await world.ids()).toEqual(['0', '1']);
    await expectWhole(world);
  });

  it('never takes pinned ones: with nothing else there is nothing to free [P-QUOTA]', async () => {
    const world = await historyOf(10, 10, 10);
    for (const id of ['0', '1']) await world.db.history.update(id, { pinned: true });
    expect(await halveHistory(world.db)).toBe(false);
    expect(await world.ids()).toEqual(['0', '1', '2']);
  });

  it.each([
    ['an empty history', []],
    ['the only cutout there is', [10]],
  ])('has nothing to free in %s', async (_, sizes) => {
    const world = await historyOf(...sizes);
    expect(await halveHistory(world.db)).toBe(false);
    expect(await world.ids()).toHaveLength(sizes.length);
    await expectWhole(world);
  });
});
