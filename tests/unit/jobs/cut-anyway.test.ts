/** A failure for want of a subject keeps its cutout as an offer: taken, dismissed, or dropped like any history entry. */
import { describe, expect, it } from 'vitest';
import { cutoutId, inputId, previewId } from '@/utils/db';
import { halveHistory, pruneHistory } from '@/utils/history/history-store';
import { dismissFailure, failWithOffer, forgetEndedBefore, takeOffer } from '@/utils/jobs/cut-anyway';
import { claimCopy } from '@/utils/jobs/delivery';
import { cancelJob, failJob } from '@/utils/jobs/finish-job';
import { storeFirstLook } from '@/utils/jobs/first-look';
import { begin, requeue } from '@/utils/jobs/job';
import { createWorld, details, done, failed, OUTCOME, PAGE, remember, T0, type World } from './world';

const FILES = { png: new Blob(['all of a']), preview: new Blob(['small']) };

async function atWork(page: typeof PAGE | null = PAGE) {
  const world = createWorld();
  await world.start('a', { page });
  await world.store.step('a', (job) => begin(job, world.now()));
  world.tick(1000);
  return { ...world, job: () => world.store.get('a') };
}

async function offered(page: typeof PAGE | null = PAGE) {
  const world = await atWork(page);
  await failWithOffer(world, 'a', FILES, OUTCOME);
  world.tick(1000);
  return world;
}

async function expectNothingKept({ db, blobs }: World): Promise<void> {
  expect(await blobs()).toEqual([]);
  expect(await db.offers.count()).toBe(0);
}

describe('no subject', () => {
  it('fails the job, keeps the cutout beside history, and lets the input go', async () => {
    const world = await offered();
    expect(await world.job()).toMatchObject({ status: 'failed', error: 'no-subject', delivery: 'waiting' });
    expect(await world.blobs()).toEqual([cutoutId('a'), previewId('a')]);
    expect(await world.db.history.count()).toBe(0);
    expect(await world.db.offers.toArray()).toMatchObject([{ id: 'a', width: 4, height: 3, bytes: FILES.png.size }]);
  });

  it('after a cancellation keeps nothing', async () => {
    const world = await atWork();
    await cancelJob(world, 'a');
    await failWithOffer(world, 'a', FILES, OUTCOME);
    expect(await world.job()).toMatchObject({ status: 'cancelled' });
    await expectNothingKept(world);
  });

  it('is all or nothing', async () => {
    const world = await atWork();
    world.db.jobs.hook('updating', () => {
      throw new Error('broken');
    });
    await expect(failWithOffer(world, 'a', FILES, OUTCOME)).rejects.toThrow();
    expect(await world.job()).toMatchObject({ status: 'running' });
    expect(await world.blobs()).toEqual([inputId('a')]);
    expect(await world.db.offers.count()).toBe(0);
  });
});

describe('cutting anyway', () => {
  it('makes the offer a result: in history, and waiting to be copied', async () => {
    const world = await offered();
    expect(await takeOffer(world, 'a')).toBe(true);
    const endedAt = world.now();
    expect(await world.job()).toMatchObject({ status: 'done', error: null, outcome: OUTCOME, endedAt });
    const entry = {
      id: 'a',
      owner: 'guest',
      details: details('a', 'page'),
      width: 4,
      height: 3,
      bytes: FILES.png.size,
      createdAt: endedAt,
      made: { quality: 'balanced', backend: 'wasm', ms: 1000, credits: 0 },
    };
    expect(await world.db.history.toArray()).toEqual([entry]);
    expect(await world.db.offers.count()).toBe(0);
    expect(await world.textOf(cutoutId('a'))).toBe('all of a');
    expect(await world.store.step('a', (job) => claimCopy(job, endedAt))).not.toBeNull();
  });

  it('for a picture of the popup: there is nobody to deliver to', async () => {
    const world = await offered(null);
    await takeOffer(world, 'a');
    expect(await world.job()).toMatchObject({ status: 'done', delivery: 'none' });
  });

  it('from card and popup at once is one result', async () => {
    const world = await offered();
    const other = { ...world, db: world.otherContext() };
    const taken = await Promise.all([takeOffer(world, 'a'), takeOffer(other, 'a')]);
    expect(taken.toSorted()).toEqual([false, true]);
    expect(await world.db.history.count()).toBe(1);
  });

  it.each([
    ['failed for another reason', failed],
    ['is done', done],
    ['is not there', null],
  ])('is refused when the job %s', async (_, job) => {
    const world = createWorld();
    if (job) await world.db.jobs.put(job);
    expect(await takeOffer(world, 'a')).toBe(false);
    expect(await world.db.history.count()).toBe(0);
    if (job) expect(await world.store.get('a')).toEqual(job);
  });

  it('is refused when the offer has been dropped; the failure stays one', async () => {
    const world = await offered();
    await world.db.offers.clear();
    expect(await takeOffer(world, 'a')).toBe(false);
    expect(await world.job()).toMatchObject({ status: 'failed', error: 'no-subject' });
  });
});

describe('an offer that nobody takes', () => {
  it('goes with the failure that is dismissed', async () => {
    const world = await offered();
    await dismissFailure(world, 'a');
    expect(await world.job()).toBeUndefined();
    await expectNothingKept(world);
  });

  it('goes with its row; a result stays when its row is forgotten', async () => {
    const world = await offered();
    await world.db.jobs.put({ ...done, id: 'b', endedAt: T0 });
    await remember(world.db, 'b', T0);
    await forgetEndedBefore(world, world.now() + 1);
    expect(await world.db.jobs.count()).toBe(0);
    expect(await world.blobs()).toEqual([cutoutId('b'), previewId('b')]);
    expect(await world.db.offers.count()).toBe(0);
  });

  it('counts in history: a newer result pushes it out', async () => {
    const world = await offered();
    await remember(world.db, 'newer', world.now() + 1);
    await pruneHistory(world.db, { bytes: 10, ageMs: null }, world.now());
    expect(await world.db.offers.count()).toBe(0);
    expect(await world.blobs()).toEqual([cutoutId('newer'), previewId('newer')]);
    expect(await world.job()).toMatchObject({ status: 'failed' });
  });

  it('makes room on a full disk', async () => {
    const world = await offered();
    await remember(world.db, 'newer', world.now() + 1);
    expect(await halveHistory(world.db)).toBe(true);
    expect(await world.blobs()).toEqual([cutoutId('newer'), previewId('newer')]);
  });
});

describe('dismissing', () => {
  it('takes failures only: a result and an open job stay', async () => {
    const world = await atWork();
    await world.db.jobs.put({ ...done, id: 'b' });
    await remember(world.db, 'b', T0);
    await dismissFailure(world, 'a');
    await dismissFailure(world, 'b');
    expect((await world.db.jobs.toArray()).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await world.blobs()).toEqual([inputId('a'), cutoutId('b'), previewId('b')]);
  });
});

describe('forgetting', () => {
  it('takes what ended before a time, and nothing that is open', async () => {
    const world = await atWork();
    await world.db.jobs.bulkPut([
      { ...done, id: 'old', endedAt: T0 - 1 },
      { ...failed, id: 'old too', endedAt: T0 - 1 },
      { ...done, id: 'young', endedAt: T0 },
    ]);
    await forgetEndedBefore(world, T0);
    expect((await world.db.jobs.toArray()).map(({ id }) => id)).toEqual(['a', 'young']);
  });
});

describe('a first look', () => {
  it('lies where the preview of the result will lie', async () => {
    const world = await atWork();
    await storeFirstLook(world, 'a', new Blob(['look']));
    expect(await world.textOf(previewId('a'))).toBe('look');
  });

  it.each([
    ['failed', (world: World) => failJob(world, 'a', 'inference-failed')],
    ['cancelled', (world: World) => cancelJob(world, 'a')],
  ])('goes with a job that %s', async (_, end) => {
    const world = await atWork();
    await storeFirstLook(world, 'a', new Blob(['look']));
    await end(world);
    await expectNothingKept(world);
  });

  it.each([
    ['cancelled', (world: World) => cancelJob(world, 'a')],
    ['given back to the queue', (world: World) => world.store.step('a', (job) => requeue(job, T0))],
    ['gone', (world: World) => world.db.jobs.delete('a')],
  ])('that comes after the job was %s is not kept', async (_, end) => {
    const world = await atWork();
    await end(world);
    await storeFirstLook(world, 'a', new Blob(['late']));
    expect(await world.blobs()).not.toContain(previewId('a'));
  });
});
