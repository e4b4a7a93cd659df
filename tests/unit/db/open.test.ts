/** A database that is new, of a newer Matte, held by an older tab, or deleted under a page that is open. */
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readCredits } from '@/utils/credits/ledger-store';
import { cutoutId, MatteDb } from '@/utils/db';
import { watchTrouble } from '@/utils/db-trouble';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { finishJob } from '@/utils/jobs/finish-job';
import { begin } from '@/utils/jobs/job';
import { startJob } from '@/utils/jobs/start-job';
import { bytes, createWorld, OUTCOME, remember, T0 } from '../jobs/world';
import { readDump, thaw } from './frozen';

const FILES = { png: new Blob(['png']), preview: new Blob(['small']) };

afterEach(() => void vi.useRealTimers());

it('a database that is new needs no migration: rows are as they were written', async () => {
  const { db, start, otherContext } = createWorld();
  const job = await start('a', { engine: { quality: 'best' } });
  await remember(db, 'b', 1);
  expect(await otherContext().jobs.toArray()).toEqual([job]);
  expect(await db.ledger.count()).toBeGreaterThan(0);
});

/** As a later version may leave it: rows that today's code does not understand. */
async function newer(name: string): Promise<void> {
  createWorld();
  const later = new Dexie(name);
  later.version(9).stores({ jobs: 'id', history: 'id', ledger: '++seq, owner', later: 'id' });
  await later.table('jobs').add({ id: 'a', later: true });
  later.close();
}

const failing = (act: Promise<unknown>) => act.then(() => 'it worked', codeOf);

describe('a database of a newer Matte', () => {
  it('is neither read nor written: every way in says so', async () => {
    await newer('newer');
    const db = new MatteDb('newer');
    const wish = { id: 'b', name: 'b', page: null, picture: bytes('b') };
    expect(await failing(db.jobs.toArray())).toBe('data-newer');
    expect(await failing(readCredits(db, T0))).toBe('data-newer');
    expect(await failing(startJob({ db, now: () => T0 }, wish))).toBe('data-newer');
    expect(await failing(db.history.put({ id: 'x' } as never))).toBe('data-newer');
    const later = new Dexie('newer');
    expect(await (await later.open()).table('jobs').toArray()).toEqual([{ id: 'a', later: true }]);
    expect(later.backendDB()?.version, 'not even patched').toBe(90);
  });
});

/** What a page is told, once. */
function watched(db: MatteDb) {
  const told: ErrorCode[] = [];
  const stop = watchTrouble(db, (code) => told.push(code));
  return { told, stop };
}

describe('a page that is open', () => {
  async function page() {
    const world = createWorld();
    await remember(world.db, 'a', 1);
    return { ...world, ...watched(world.db) };
  }

  it('lets a newer Matte take over at once, and says so', async () => {
    const { db, told } = await page();
    const later = new Dexie(db.name);
    later.version(9).stores({ later: 'id' });
    await later.open();
    expect(told).toEqual(['data-newer']);
    expect(await failing(db.jobs.toArray())).toBe('data-newer');
    later.close();
  });

  it('lets its data be deleted, and says so; a second page too', async () => {
    const { db, told, otherContext } = await page();
    const other = watched(otherContext());
    await Dexie.delete(db.name);
    expect(told).toEqual(['data-gone']);
    expect(other.told).toEqual([]); // it had not opened it yet
  });

  it('hears of it also when the browser just closes the connection, as it does when it clears data', async () => {
    const { db, told } = await page();
    const connection = db.backendDB();
    connection?.onclose?.(new Event('close'));
    await vi.waitFor(() => expect(told).toEqual(['data-gone']));
  });

  it('says nothing of its own end, and nothing after it stopped watching', async () => {
    const { db, told, stop, otherContext } = await page();
    db.close();
    await Promise.resolve();
    expect(told).toEqual([]);
    stop();
    const other = otherContext();
    await other.open();
    const later = watched(other);
    later.stop();
    await Dexie.delete(db.name);
    expect([...told, ...later.told]).toEqual([]);
  });

  it('whose database was deleted finishes nothing: no result, no entry in the book, a welcome of a new guest', async () => {
    const { db, start, store, now } = await page();
    await start('b');
    await store.step('b', (job) => begin(job, now()));
    await Dexie.delete(db.name);
    await finishJob({ db, now }, 'b', FILES, { ...OUTCOME, width: 900, height: 700 });
    expect([await db.history.count(), await db.blobs.count(), await db.ledger.count()]).toEqual([0, 0, 0]);
    expect(await readCredits(db, now())).toMatchObject({ balance: 20 });
  });
});

describe('an upgrade', () => {
  /** A tab with an older version that does, or does not, let go. */
  async function olderTab(letsGo: boolean) {
    const name = await thaw(readDump(6));
    return new Promise<IDBDatabase>((resolve) => {
      const opening = (Dexie.dependencies.indexedDB as IDBFactory).open(name);
      opening.onsuccess = () => {
        opening.result.onversionchange = () => letsGo && opening.result.close();
        resolve(opening.result);
      };
    });
  }

  it('that an older tab blocks is said after a moment, and goes on when that tab is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const old = await olderTab(false);
    const db = new MatteDb(old.name);
    const { told } = watched(db);
    const opening = db.history.count();
    vi.advanceTimersByTime(7999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['data-in-use']);
    old.close();
    expect(await opening).toBe(3);
  });

  it('to which the older tab makes way is not worth a word', async () => {
    const db = new MatteDb((await olderTab(true)).name);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { told } = watched(db);
    await db.open();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });
});

it('a picture that was there before stays there', async () => {
  const { db, otherContext } = createWorld();
  await remember(db, 'a', 1);
  expect(await (await otherContext().blobs.get(cutoutId('a')))?.blob.text()).toBe('cutout of a');
});
