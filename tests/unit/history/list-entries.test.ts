import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '@/utils/db';
import { sealDetails } from '@/utils/history/details';
import { countEntries, listEntries } from '@/utils/history/list-entries';
import { hideEntries, purgeEntries, restoreEntries } from '@/utils/history/manage-entries';
import { type Opened, type Opener, openDetails } from '@/utils/history/open-details';
import { createKeyPair } from '@/utils/vault/hpke';
import { memoryKeys } from '../account/memory-keys';
import { createWorld, details, remember } from '../jobs/world';

const entry = (id: string, createdAt: number, owner = 'guest'): HistoryEntry => {
  return { id, owner, details: details(id), width: 4, height: 3, bytes: 10, createdAt };
};

describe('listEntries', () => {
  it('gives all of one owner, the newest first', async () => {
    const { db } = createWorld();
    await db.history.bulkAdd([entry('a', 1), entry('c', 3), entry('b', 2), entry('x', 2, 'ada')]);
    expect((await listEntries(db, 'guest')).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(await countEntries(db, 'ada')).toBe(1);
  });

  // More than one request reads at a time, and more of one instant than that.
  it.each([499, 500, 501, 1600])('misses none of %i of the same moment', async (count) => {
    const { db } = createWorld();
    const ids = Array.from({ length: count }, (_, i) => `e${String(i).padStart(4, '0')}`);
    await db.history.bulkAdd([entry('before', 1), ...ids.map((id) => entry(id, 5)), entry('after', 9)]);
    const listed = (await listEntries(db, 'guest')).map(({ id }) => id);
    expect(listed).toEqual(['after', ...ids.toReversed(), 'before']);
  });

  it('leaves out what is deleted, until it is brought back', async () => {
    const { db } = createWorld();
    await db.history.bulkAdd([entry('a', 1), entry('b', 2)]);
    await hideEntries(db, 'guest', ['b'], 3);
    expect(await countEntries(db, 'guest')).toBe(1);
    await restoreEntries(db, 'guest', ['b']);
    expect(await countEntries(db, 'guest')).toBe(2);
  });
});

it('purgeEntries deletes what is hidden with its pictures, and neither what was brought back nor another’s', async () => {
  const world = createWorld();
  for (const id of ['a', 'b', 'c']) await remember(world.db, id, 1);
  await hideEntries(world.db, 'guest', ['a', 'b'], 2);
  await restoreEntries(world.db, 'guest', ['b']);
  await purgeEntries(world.db, 'ada', ['a']);
  expect(await world.db.history.count()).toBe(3);
  await purgeEntries(world.db, 'guest', ['a', 'b', 'c']);
  expect(await world.db.history.toCollection().primaryKeys()).toEqual(['b', 'c']);
  expect(await world.blobs()).toEqual(['b/cutout', 'b/preview', 'c/cutout', 'c/preview']);
});

describe('openDetails', () => {
  async function sealedWorld(count: number) {
    const keys = memoryKeys();
    const { publicKey, privateKey } = await createKeyPair();
    await keys.put('ada', privateKey);
    const entries = await Promise.all(
      Array.from({ length: count }, async (_, i): Promise<HistoryEntry> => {
        const sealed = await sealDetails(publicKey, `e${i}`, { ...details(`Boat ${i}`), host: 'example.org' });
        return { ...entry(`e${i}`, i, 'ada'), details: sealed };
      }),
    );
    let time = 0;
    const asked: string[] = [];
    const opener: Opener = {
      keys: {
        get: async (id) => {
          asked.push(id);
          return keys.get(id);
        },
      },
      // Each look at the clock finds it later, so that pauses and reports come.
      now: () => (time += 30),
      pause: async () => undefined,
    };
    return { keys, entries, opener, asked };
  }

  it('opens all, says so on the way, and asks once for the key', async () => {
    const { entries, opener, asked } = await sealedWorld(60);
    const known = new Map<string, Opened>();
    const told: number[] = [];
    const tell = () => void told.push(known.size);
    await openDetails(opener, entries, known, { tell, signal: new AbortController().signal });
    expect(told[0]).toBeLessThan(60);
    expect(told.at(-1)).toBe(60);
    expect(asked).toEqual(['ada']);
    expect(known.get('e7')).toMatchObject({
      state: 'open',
      folded: 'boat 7\nexample.org',
      details: { name: 'Boat 7' },
    });
  });

  it('opens nothing a second time', async () => {
    const { entries, opener, keys } = await sealedWorld(3);
    const known = new Map<string, Opened>();
    const progress = { tell: () => undefined, signal: new AbortController().signal };
    await openDetails(opener, entries, known, progress);
    const first = known.get('e1');
    await keys.drop('ada');
    await openDetails(opener, entries, known, progress);
    expect(known.get('e1')).toBe(first);
  });

  it('says what is damaged, and goes on', async () => {
    const { entries, opener } = await sealedWorld(2);
    const [broken, whole] = entries as [HistoryEntry, HistoryEntry];
    (broken.details as Uint8Array)[60] = 1 + ((broken.details as Uint8Array)[60] ?? 0);
    const known = new Map<string, Opened>();
    await openDetails(opener, [broken, whole], known, { tell: () => undefined, signal: new AbortController().signal });
    expect([known.get('e0')?.state, known.get('e1')?.state]).toEqual(['damaged', 'open']);
  });

  it('knows nothing of a locked account', async () => {
    const { entries, opener, keys } = await sealedWorld(2);
    await keys.drop('ada');
    const known = new Map<string, Opened>();
    await openDetails(opener, entries, known, { tell: () => undefined, signal: new AbortController().signal });
    expect(known.size).toBe(0);
  });

  it('stops when it is told to', async () => {
    const { entries, opener } = await sealedWorld(100);
    const known = new Map<string, Opened>();
    const stop = new AbortController();
    await openDetails(opener, entries, known, { tell: () => stop.abort(), signal: stop.signal });
    expect(known.size).toBeGreaterThan(0);
    expect(known.size).toBeLessThan(100);
  });
});
