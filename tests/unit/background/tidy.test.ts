/** What is kept for a time only goes: when the worker starts, and by an alarm. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDelivery } from '@/entrypoints/background/delivery';
import { setUpTidy, TIDY_ALARM, tidy } from '@/entrypoints/background/tidy';
import { SECURITY_LOG_MS } from '@/utils/account/security-log-store';
import { saveSetting } from '@/utils/settings/settings-store';
import { privateKeyOf, thawed } from '../db/frozen';
import { createWorld, done, remember } from '../jobs/world';
import { installOffscreen } from './fake-offscreen';

const MINUTE = 60_000;

let engine: ReturnType<typeof installOffscreen>;
beforeEach(() => {
  fakeBrowser.reset();
  engine = installOffscreen();
});
afterEach(() => void vi.restoreAllMocks());

type World = ReturnType<typeof createWorld>;

/** One of everything that is kept for a time only, an hour old. */
async function fill({ db, now, start, tick }: World): Promise<void> {
  await start('open');
  tick(60 * MINUTE);
  await db.securityLog.add({ emailHash: 'x', event: 'login', browser: '', at: now() - SECURITY_LOG_MS });
  await db.deliveries.put({ id: 'd/cutout', sealed: new Blob(), createdAt: 0 });
  await remember(db, 'old', now() - 60 * MINUTE);
  await remember(db, 'hidden', now());
  await db.history.update('hidden', { deletedAt: now() - MINUTE });
  await db.jobs.put({ ...done, id: 'named', owner: 'ada', endedAt: now() - 60 * MINUTE });
  await saveSetting(db, 'keepResults', '1h');
}

async function left({ db }: World) {
  const counts = await Promise.all([db.securityLog, db.deliveries, db.history, db.blobs].map((table) => table.count()));
  const job = await db.jobs.get('open');
  return [...counts, job?.error, (await db.jobs.get('named'))?.name];
}

const TIDY = [0, 0, 0, 0, 'not-in-time', ''];

it('at start, and by the alarm each 10 minutes [P-ORIGINALS-1H] [P-RESULTS-KEPT]', async () => {
  const world = createWorld();
  await fill(world);
  setUpTidy(world, createDelivery(world));
  await vi.waitFor(async () => expect(await left(world)).toEqual(TIDY));
  await world.db.jobs.clear();
  await fill(world);
  await vi.waitFor(async () => expect(await fakeBrowser.alarms.get(TIDY_ALARM)).toMatchObject({ periodInMinutes: 10 }));
  await fakeBrowser.alarms.onAlarm.trigger({ name: TIDY_ALARM, scheduledTime: 0 } as never);
  await vi.waitFor(async () => expect(await left(world)).toEqual(TIDY));
});

describe('what goes over its time', () => {
  it('is taken from the engine, and the user is told', async () => {
    const world = createWorld();
    await fill(world);
    const settle = vi.fn(async () => {});
    await tidy(world, { ...createDelivery(world), settle });
    expect(engine.abortJob).toHaveBeenCalledExactlyOnceWith('open');
    expect(settle).toHaveBeenCalled();
  });

  it('takes nothing else along', async () => {
    const world = createWorld();
    await world.start('open');
    await remember(world.db, 'a', world.now());
    await remember(world.db, 'hidden', world.now());
    await world.db.history.update('hidden', { deletedAt: world.now() - 59_000 });
    const before = [await world.db.jobs.toArray(), await world.db.history.toArray(), await world.blobs()];
    await tidy(world, createDelivery(world));
    expect([await world.db.jobs.toArray(), await world.db.history.toArray(), await world.blobs()]).toEqual(before);
    expect(engine.abortJob).not.toHaveBeenCalled();
  });

  it('goes also where something else fails', async () => {
    const world = createWorld();
    await fill(world);
    vi.spyOn(world.db.securityLog, 'where').mockImplementation(() => {
      throw new Error('damaged');
    });
    await tidy(world, createDelivery(world));
    expect((await left(world)).slice(1)).toEqual(TIDY.slice(1));
  });
});

it('at start what an older version left unsealed is sealed [P-NAMES-SEALED]', async () => {
  const { db, dump } = await thawed(6);
  expect(privateKeyOf(dump)).toHaveLength(32);
  const world = { ...createWorld(), db, now: () => dump.now };
  setUpTidy(world, createDelivery(world));
  await vi.waitFor(async () => expect(JSON.stringify(await db.history.toArray())).not.toContain('name of'));
});

it('counts of a year ago and faults of a month ago go, later ones stay [P-STATS-12M] [P-DIAG-30D]', async () => {
  const world = createWorld();
  const { db, now } = world;
  const fault = { code: 'offline', detail: '' } as const;
  await db.statistics.bulkPut(
    ['2021-01-01', '2023-11-14'].map((day) => ({ owner: 'guest', day, counts: { done: 1 } })),
  );
  await db.diagnostics.bulkAdd([0, now()].map((at) => ({ ...fault, at })));
  await tidy(world, createDelivery(world));
  expect((await db.statistics.toArray()).map(({ day }) => day)).toEqual(['2023-11-14']);
  expect((await db.diagnostics.toArray()).map(({ at }) => at)).toEqual([now()]);
});
