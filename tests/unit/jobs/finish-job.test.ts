import { afterEach, describe, expect, it } from 'vitest';
import { cutoutId, inputId, previewId } from '@/utils/db';
import { cancelJob, failJob, finishJob } from '@/utils/jobs/finish-job';
import { begin } from '@/utils/jobs/job';
import { saveSetting } from '@/utils/settings/settings-store';
import { type FullWay, fillDisk } from './full-disk';
import { createWorld, details, OUTCOME, remember, T0 } from './world';

const FILES = { png: new Blob(['cutout of a']), preview: new Blob(['small']) };

/** An engine at work on job `a`; `history` cutouts are kept already, "0" being the oldest. */
async function atWork(history = 0) {
  const world = createWorld();
  for (let age = 0; age < history; age++) await remember(world.db, `${age}`, age);
  await world.start('a');
  await world.store.step('a', (job) => begin(job, world.now()));
  world.tick(1000);
  return {
    ...world,
    finish: () => finishJob(world, 'a', FILES, OUTCOME),
    job: () => world.store.get('a'),
    kept: async () => (await world.db.history.orderBy('createdAt').primaryKeys()) as string[],
  };
}

/** Nothing of a result is there, everything of the job in hand still is. */
async function expectUntouched({ job, blobs, db }: Awaited<ReturnType<typeof atWork>>): Promise<void> {
  expect(await job()).toMatchObject({ status: 'running', outcome: null });
  expect(await db.history.get('a')).toBeUndefined();
  expect(await blobs()).toContain(inputId('a'));
  expect(await blobs()).not.toContain(cutoutId('a'));
  expect(await blobs()).not.toContain(previewId('a'));
}

describe('finishing', () => {
  it('stores the cutout, remembers it, ends the job, and lets the input go', async () => {
    const world = await atWork();
    await world.finish();
    expect(await world.job()).toMatchObject({ status: 'done', outcome: OUTCOME, endedAt: world.now() });
    expect(await world.blobs()).toEqual([cutoutId('a'), previewId('a')]);
    expect(await world.textOf(cutoutId('a'))).toBe('cutout of a');
    expect(await world.textOf(previewId('a'))).toBe('small');
    const entry = {
      id: 'a',
      owner: 'guest',
      details: details('a', 'page'),
      width: 4,
      height: 3,
      bytes: FILES.png.size,
      createdAt: world.now(),
      made: { quality: 'balanced', backend: 'wasm', ms: 1000, credits: 0 },
    };
    expect(await world.db.history.toArray()).toEqual([entry]);
  });

  it.each([
    ['jobs', 'updating'],
    ['blobs', 'creating'],
    ['blobs', 'deleting'],
    ['history', 'creating'],
  ])('is all or nothing: %s fail on %s', async (table, write) => {
    const world = await atWork();
    const fault = () => {
      throw new Error('broken');
    };
    world.db.table(table).hook(write as 'deleting', fault);
    await expect(world.finish()).rejects.toThrow();
    await expectUntouched(world);
  });

  it('writes nothing after a cancellation', async () => {
    const world = await atWork();
    await cancelJob(world, 'a');
    await world.finish();
    expect(await world.job()).toMatchObject({ status: 'cancelled', outcome: null });
    expect(await world.kept()).toEqual([]);
    expect(await world.blobs()).toEqual([]);
  });

  it('writes nothing for a job that is gone', async () => {
    const world = await atWork();
    await world.db.jobs.delete('a');
    await world.finish();
    expect(await world.kept()).toEqual([]);
    expect(await world.job()).toBeUndefined();
  });

  it('twice, by an engine thought dead and the one after it, leaves one result', async () => {
    const world = await atWork();
    await world.finish();
    await finishJob(world, 'a', { ...FILES, png: new Blob(['late']) }, { ...OUTCOME, ms: 9 });
    expect(await world.textOf(cutoutId('a'))).toBe('cutout of a');
    expect(await world.job()).toMatchObject({ outcome: OUTCOME });
    expect(await world.kept()).toEqual(['a']);
  });

  it('makes room for itself in a history that is at its limit', async () => {
    const world = await atWork(3);
    await saveSetting(world.db, 'keepBytes', 250_000_000);
    await world.db.history.toCollection().modify({ bytes: 100_000_000 });
    await world.finish();
    expect(await world.kept()).toEqual(['1', '2', 'a']);
    expect(await world.blobs()).not.toContain(cutoutId('0'));
    expect((await world.kept()).at(-1)).toBe('a');
  });
});

describe.each<FullWay>(['commit', 'write'])('a full disk, noticed on %s', (way) => {
  let disk: ReturnType<typeof fillDisk> | null = null;
  afterEach(() => disk?.makeRoom());

  it('costs the older half of history, and the job is done [P-QUOTA]', async () => {
    const world = await atWork(4);
    disk = fillDisk(way, 1);
    await world.finish();
    expect(await world.job()).toMatchObject({ status: 'done' });
    expect(await world.kept()).toEqual(['2', '3', 'a']);
    expect(await world.textOf(cutoutId('a'))).toBe('cutout of a');
  });

  it('is an error when that was not enough, and costs no more than that half [P-QUOTA]', async () => {
    const world = await atWork(8);
    disk = fillDisk(way, Number.POSITIVE_INFINITY);
    await expect(world.finish()).rejects.toMatchObject({ code: 'storage-full' });
    expect(disk.failures()).toBe(2);
    expect(await world.kept()).toEqual(['4', '5', '6', '7']);
    await expectUntouched(world);
  });

  it('is an error when there is no history to give', async () => {
    const world = await atWork(1);
    disk = fillDisk(way, Number.POSITIVE_INFINITY);
    await expect(world.finish()).rejects.toMatchObject({ code: 'storage-full' });
    expect(await world.kept()).toEqual(['0']);
    await expectUntouched(world);
  });
});

describe.each([
  ['failing', { status: 'failed', error: 'not-found', delivery: 'waiting' }, failWith],
  ['cancelling', { status: 'cancelled', error: null, delivery: 'none' }, cancelJob],
])('%s', (_, end, act) => {
  it('ends the job and lets its input go', async () => {
    const world = await atWork();
    await act(world, 'a');
    expect(await world.job()).toMatchObject({ ...end, endedAt: world.now() });
    expect(await world.blobs()).toEqual([]);
  });

  it('comes too late after the end: the result stays', async () => {
    const world = await atWork();
    await world.finish();
    world.tick(5000);
    await act(world, 'a');
    expect(await world.job()).toMatchObject({ status: 'done', endedAt: T0 + 1001 });
    expect(await world.blobs()).toEqual([cutoutId('a'), previewId('a')]);
  });

  it('has nothing to do for a job that is gone', async () => {
    const world = await atWork();
    await act(world, 'nobody');
    expect(await world.job()).toMatchObject({ status: 'running' });
  });
});

function failWith(world: Parameters<typeof failJob>[0], id: string): Promise<void> {
  return failJob(world, id, 'not-found');
}
