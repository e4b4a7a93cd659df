/** Engines that die and documents that come back: what the queue makes of it. */
import { describe, expect, it } from 'vitest';
import { cutoutId } from '@/utils/db';
import { matteError } from '@/utils/errors';
import { begin, MAX_ATTEMPTS } from '@/utils/jobs/job';
import type { Engine } from '@/utils/jobs/run-job';
import { createQueue, cutoutOf, goodEngine } from './fake-engine';
import { fillDisk } from './full-disk';
import { createWorld } from './world';

const crash = () => Promise.reject(matteError('engine-crashed', 'gone'));

/** An engine whose worker dies on the first `deaths` pictures (or starts). */
function dyingEngine(deaths: number, where: keyof Engine = 'cutout') {
  const log: string[] = [];
  const dies = () => log.push(where) <= deaths;
  const engine = goodEngine({
    start: async () => (where === 'start' && dies() ? crash() : undefined),
    cutout: async (picture) => (where === 'cutout' && dies() ? crash() : cutoutOf(picture)),
  });
  return { engine, log };
}

describe.each(['start', 'cutout'] as const)('an engine that dies during %s', (where) => {
  it('once: the job is done by the next one', async () => {
    const world = createWorld();
    await world.start('a');
    await createQueue(world, dyingEngine(1, where)).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'done', attempts: 2 });
    expect(await world.textOf(cutoutId('a'))).toBe('cutout of input of a');
  });

  it('each time: the job fails after two, and no third is asked', async () => {
    const world = createWorld();
    const { engine, log } = dyingEngine(Number.POSITIVE_INFINITY, where);
    await world.start('a');
    await createQueue(world, { engine }).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'failed', error: 'engine-crashed' });
    expect(log).toHaveLength(MAX_ATTEMPTS);
  });

  it('each time: the next job has its own two attempts', async () => {
    const world = createWorld();
    await world.start('a');
    await world.start('b');
    await createQueue(world, dyingEngine(MAX_ATTEMPTS, where)).drain();
    expect(await world.store.get('b')).toMatchObject({ status: 'done', attempts: 1 });
  });
});

describe('after all attempts', () => {
  it('the input is let go like that of any failed job', async () => {
    const world = createWorld();
    await world.start('a');
    await createQueue(world, dyingEngine(MAX_ATTEMPTS)).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'failed' });
    expect(await world.blobs()).toEqual([]);
  });

  it.each([1, MAX_ATTEMPTS])('the end is told once, not with each of %d deaths', async (deaths) => {
    const world = createWorld();
    await world.start('a');
    const queue = createQueue(world, dyingEngine(deaths));
    await queue.drain();
    expect(queue.ended).toEqual(['a']);
  });
});

describe('an engine document that starts', () => {
  it('adopts what a dead one left running, and finishes it first', async () => {
    const world = createWorld();
    await world.start('orphan');
    await world.store.step('orphan', (job) => begin(job, world.now()));
    await world.start('younger');
    const queue = createQueue(world);
    await queue.adoptOrphans();
    expect(await world.store.get('orphan')).toMatchObject({ status: 'queued', stage: null, attempts: 1 });
    await queue.drain();
    expect(queue.ended).toEqual(['orphan', 'younger']);
    expect(await world.store.get('orphan')).toMatchObject({ status: 'done', attempts: 2 });
  });

  it('does not take a job on which two have died: it fails, and is told', async () => {
    const world = createWorld();
    await world.start('orphan');
    for (let i = 0; i < MAX_ATTEMPTS; i++) {
      await world.store.step('orphan', (job) => begin(job, world.now()));
      await createQueue(world).adoptOrphans();
    }
    const queue = createQueue(world);
    await queue.drain();
    expect(await world.store.get('orphan')).toMatchObject({ status: 'failed', error: 'engine-crashed' });
    expect(queue.ended).toEqual(['orphan']);
  });

  it('leaves alone what has ended', async () => {
    const world = createWorld();
    await world.start('a');
    await createQueue(world).drain();
    const before = await world.store.get('a');
    await createQueue(world).adoptOrphans();
    expect(await world.store.get('a')).toEqual(before);
  });
});

it('a full disk fails the job, and says so', async () => {
  const world = createWorld();
  await world.start('a');
  const disk = fillDisk('commit', Number.POSITIVE_INFINITY);
  await createQueue(world).drain();
  disk.makeRoom();
  expect(await world.store.get('a')).toMatchObject({ status: 'failed', error: 'storage-full' });
});
