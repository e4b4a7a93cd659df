import { describe, expect, it } from 'vitest';
import { createKeep, readStored } from '@/entrypoints/popup/read-stored';
import { cutoutId, type MatteDb, previewId } from '@/utils/db';
import { hideEntries, pinEntries, purgeHidden, restoreEntries, UNDO_MS } from '@/utils/history/manage-entries';
import { createWorld, done, remember, T0 } from '../jobs/world';

/** Three cutouts of the guest, the oldest first, and one of Ada. */
async function history() {
  const world = createWorld();
  for (const [age, id] of ['a', 'b', 'c', 'hers'].entries()) await remember(world.db, id, T0 + age);
  await world.db.history.update('hers', { owner: 'ada' });
  return {
    ...world,
    shown: async (owner = 'guest') => {
      const { results } = await readStored(world, { owner, isLocked: false }, 'a', createKeep());
      return results.map(({ entry }) => entry.id);
    },
  };
}

const pictures = (...ids: readonly string[]) => ids.flatMap((id) => [cutoutId(id), previewId(id)]);
/** By a connection of its own: what is on the disk, not what anybody remembers. */
const reread = async (db: MatteDb) => (await db.blobs.toCollection().primaryKeys()).sort();

describe('pinning', () => {
  it('pins and unpins the owner’s entries, and says how many', async () => {
    const { db } = await history();
    expect(await pinEntries(db, 'guest', ['a', 'c', 'nobody'], true)).toBe(2);
    expect((await db.history.toArray()).map(({ pinned }) => pinned ?? false)).toEqual([true, false, true, false]);
    expect(await pinEntries(db, 'guest', ['a'], false)).toBe(1);
    expect((await db.history.get('a'))?.pinned).toBe(false);
  });

  it('touches nobody else’s', async () => {
    const { db } = await history();
    const before = await db.history.toArray();
    expect(await pinEntries(db, 'guest', ['hers'], true)).toBe(0);
    expect(await pinEntries(db, 'ada', ['a', 'b', 'c'], true)).toBe(0);
    expect(await db.history.toArray()).toEqual(before);
  });
});

describe('hiding', () => {
  it('takes entries out of every list, also one that is asked for, and restoring brings them back as they were', async () => {
    const { db, shown } = await history();
    const before = await db.history.toArray();
    expect(await hideEntries(db, 'guest', ['a', 'b'], T0)).toBe(2);
    expect(await shown()).toEqual(['c']);
    expect(await restoreEntries(db, 'guest', ['a', 'b'])).toBe(2);
    expect(await shown()).toEqual(['a', 'c', 'b']);
    expect(await db.history.toArray()).toEqual(before);
  });

  it('fills the list with what is older', async () => {
    const { db } = createWorld();
    for (let i = 0; i < 12; i++) await remember(db, `${i}`, T0 + i);
    await hideEntries(db, 'guest', ['11', '10', '9'], T0);
    const world = { db, keys: createWorld().keys };
    const { results } = await readStored(world, { owner: 'guest', isLocked: false }, null, createKeep());
    expect(results.map(({ entry }) => entry.id)).toEqual(['8', '7', '6', '5', '4', '3', '2', '1', '0']);
  });

  it('touches nobody else’s, and restoring neither', async () => {
    const { db } = await history();
    expect(await hideEntries(db, 'ada', ['a'], T0)).toBe(0);
    await hideEntries(db, 'guest', ['a'], T0);
    expect(await restoreEntries(db, 'ada', ['a'])).toBe(0);
    expect((await db.history.get('a'))?.deletedAt).toBe(T0);
  });

  it('by two dashboards at once is once', async () => {
    const { db, otherContext, shown } = await history();
    const counts = await Promise.all([
      hideEntries(db, 'guest', ['a', 'b'], T0),
      hideEntries(otherContext(), 'guest', ['b', 'c'], T0 + 5),
    ]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(3);
    expect((await db.history.get('b'))?.deletedAt).toBe(T0);
    expect(await shown()).toEqual([]);
    await Promise.all([purgeHidden(db, T0 + 5, 0), purgeHidden(otherContext(), T0 + 5, 0)]);
    expect(await reread(otherContext())).toEqual(pictures('hers'));
  });
});

describe('deleting for good', () => {
  it('comes a minute later: entry, cutout and preview are gone from the disk [P-DELETE-HISTORY]', async () => {
    const { db, otherContext } = await history();
    await db.deliveries.put({ id: cutoutId('a'), sealed: new Blob(['a']), createdAt: T0 });
    await hideEntries(db, 'guest', ['a', 'b'], T0);
    await purgeHidden(db, T0 + UNDO_MS - 1, UNDO_MS);
    expect(await reread(otherContext())).toEqual(pictures('a', 'b', 'c', 'hers'));
    await purgeHidden(db, T0 + UNDO_MS, UNDO_MS);
    const disk = otherContext();
    expect(await reread(disk)).toEqual(pictures('c', 'hers'));
    expect(await disk.history.toCollection().primaryKeys()).toEqual(['c', 'hers']);
    expect(await disk.deliveries.count()).toBe(0);
  });

  it('takes the name out of the job’s row as well [P-DELETE-HISTORY]', async () => {
    const { db, otherContext } = await history();
    await db.jobs.put({ ...done, id: 'a', name: 'secret' });
    await hideEntries(db, 'guest', ['a'], T0);
    await purgeHidden(db, T0 + UNDO_MS, UNDO_MS);
    expect(JSON.stringify(await otherContext().jobs.toArray())).not.toContain('secret');
  });

  it('leaves what was restored, and there is nothing to restore afterwards', async () => {
    const { db } = await history();
    await hideEntries(db, 'guest', ['a', 'b'], T0);
    await restoreEntries(db, 'guest', ['a']);
    await purgeHidden(db, T0 + UNDO_MS, UNDO_MS);
    expect(await restoreEntries(db, 'guest', ['b'])).toBe(0);
    expect(await db.history.toCollection().primaryKeys()).toEqual(['a', 'c', 'hers']);
  });

  it('does not wait for a clock that was set back', async () => {
    const { db } = await history();
    await hideEntries(db, 'guest', ['a'], T0);
    await purgeHidden(db, T0 - 1000, UNDO_MS);
    expect(await db.history.get('a')).toBeUndefined();
  });
});
