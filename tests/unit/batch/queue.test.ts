/** Jobs of a batch beside others: whose turn it is, what is paid, what is kept. */
import { describe, expect, it } from 'vitest';
import { changeBatch, forgetBatches, leaveOut, openBatch, putAway, readBatch } from '@/utils/batch/batch-store';
import { inputId } from '@/utils/db';
import { pruneHistory } from '@/utils/history/history-store';
import { expireOriginals } from '@/utils/jobs/expire';
import { cancelJob } from '@/utils/jobs/finish-job';
import { countAhead } from '@/utils/jobs/queue';
import { NO_EDITS } from '@/utils/studio/edits';
import { createWorld, remember, T0 } from '../jobs/world';

const HOUR = 3_600_000;
const ROW = { id: 'b', owner: 'guest', createdAt: T0, size: 3, isPaused: false, edits: NO_EDITS };

async function batchOf(...ids: string[]) {
  const world = createWorld();
  await openBatch(world.db, ROW);
  for (const [place, id] of ids.entries()) await world.start(id, { page: null, batch: { id: 'b', place } });
  const pause = (isPaused: boolean) => changeBatch(world.db, ROW, { isPaused });
  return { ...world, pause };
}

describe('the queue', () => {
  it('takes a single picture before the whole batch, and the batch in its order', async () => {
    const world = await batchOf('first', 'second');
    expect((await world.store.nextQueued())?.id).toBe('first');
    await world.start('clicked');
    expect((await world.store.nextQueued())?.id).toBe('clicked');
    const clicked = await world.db.jobs.get('clicked');
    expect(clicked && countAhead(await world.store.open(), clicked), 'nobody is before it').toBe(0);
    await cancelJob(world, 'clicked');
    await world.start('again', { page: null, batch: { id: 'b', place: -1 } });
    expect((await world.store.nextQueued())?.id).toBe('again');
  });

  it('takes nothing of a paused batch, and has no work because of it', async () => {
    const world = await batchOf('first');
    await world.pause(true);
    expect([await world.store.nextQueued(), await world.store.hasWork()]).toEqual([null, false]);
    await world.start('clicked');
    expect((await world.store.nextQueued())?.id).toBe('clicked');
    await world.pause(false);
    await cancelJob(world, 'clicked');
    expect((await world.store.nextQueued())?.id).toBe('first');
  });

  it('holds no credit before a picture’s turn: what is clicked in between gets one', async () => {
    const world = await batchOf('first', 'second');
    expect(await world.db.ledger.count()).toBe(0);
    await world.start('clicked');
    expect((await world.db.ledger.toArray()).map(({ kind }) => kind)).toEqual(['grant', 'hold']);
  });
});

describe('what waits in a batch', () => {
  it('may wait for hours, and not for a day [P-BATCH-24H]', async () => {
    const world = await batchOf('first');
    world.tick(23 * HOUR);
    expect([await expireOriginals(world), await world.blobs()]).toEqual([[], [inputId('first')]]);
    world.tick(HOUR);
    expect([await expireOriginals(world), await world.blobs()]).toEqual([['first'], []]);
    expect(await world.db.jobs.get('first')).toMatchObject({ status: 'failed', error: 'not-in-time' });
  });

  it('goes at once when it is stopped [P-BATCH-24H]', async () => {
    const world = await batchOf('first', 'second');
    await cancelJob(world, 'first');
    expect(await world.blobs()).toEqual([inputId('second')]);
  });
});

describe('a batch', () => {
  it('belongs to who started it, whoever comes to sit here; without it no picture is taken in', async () => {
    const world = await batchOf('first');
    await world.db.batches.update('b', { owner: 'ada' });
    expect(await readBatch(world.db, 'guest')).toBeNull();
    expect((await world.start('second', { batch: { id: 'b', place: 1 } })).owner).toBe('ada');
    await putAway(world.db, { id: 'b', owner: 'guest' });
    expect(await readBatch(world.db, 'ada'), 'nobody puts away another’s').not.toBeNull();
    await putAway(world.db, { id: 'b', owner: 'ada' });
    await expect(world.start('third', { batch: { id: 'b', place: 2 } })).rejects.toMatchObject({ code: 'data-gone' });
  });

  it('lets an ended picture go, and no open one', async () => {
    const world = await batchOf('first', 'second');
    await cancelJob(world, 'first');
    await leaveOut(world.db, ROW, 'first');
    await leaveOut(world.db, ROW, 'second');
    const batch = await readBatch(world.db, 'guest');
    expect([batch?.row.size, batch?.jobs.map(({ id }) => id)]).toEqual([2, ['second']]);
  });

  it('keeps its cutouts from want of room until it is put away; age takes them all the same [P-QUOTA]', async () => {
    const world = await batchOf('first', 'second');
    for (const [id, at] of [
      ['first', 1],
      ['second', 2],
      ['newer', 3],
    ] as const)
      await remember(world.db, id, T0 + at, 10);
    const ids = async () => (await world.db.history.toArray()).map(({ id }) => id).sort();
    await pruneHistory(world.db, { bytes: 15, ageMs: null }, T0);
    expect(await ids()).toEqual(['first', 'newer', 'second']);
    await putAway(world.db, ROW);
    await pruneHistory(world.db, { bytes: 15, ageMs: null }, T0);
    expect(await ids()).toEqual(['newer']);
    await openBatch(world.db, ROW);
    await remember(world.db, 'first', T0, 10);
    await pruneHistory(world.db, { bytes: 1e9, ageMs: HOUR }, T0 + HOUR);
    expect(await ids()).toEqual([]);
  });

  it('is forgotten after a day', async () => {
    const { db } = await batchOf();
    await forgetBatches(db, T0 + 23 * HOUR);
    expect(await db.batches.count()).toBe(1);
    await forgetBatches(db, T0 + 24 * HOUR);
    expect(await db.batches.count()).toBe(0);
  });
});
