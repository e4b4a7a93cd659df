import { describe, expect, it, vi } from 'vitest';
import { cancelJob } from '@/utils/jobs/finish-job';
import { type CutoutCall, createQueue, cutoutOf, goodEngine, untilAborted } from './fake-engine';
import { createWorld, gate, type World } from './world';

const url = { kind: 'url', url: 'https://a.test/boat.png', pageUrl: null } as const;

describe('cancelling', () => {
  /** What background does: the row first, then the message that kills the worker. */
  const cancel = async (world: World, queue: ReturnType<typeof createQueue>, id: string) => {
    await cancelJob(world, id);
    queue.abort(id);
  };

  it.each<[string, (atWork: () => void) => Parameters<typeof createQueue>[1]]>([
    ['starts', (atWork) => ({ engine: goodEngine({ start: (_, signal) => untilAborted(signal, atWork) }) })],
    ['fetches', (atWork) => ({ fetchPicture: (_, signal) => untilAborted(signal, atWork) })],
    ['works', (atWork) => ({ engine: goodEngine({ cutout: (...call) => untilAborted(call[3], atWork) }) })],
  ])('while the engine %s stops it, and the next job runs', async (_, stuck) => {
    const world = createWorld();
    const busy = gate();
    await world.start('a', { picture: url });
    const queue = createQueue(world, stuck(busy.open));
    const drained = queue.drain();
    await busy.passed;
    await cancel(world, queue, 'a');
    await drained;
    expect(await world.store.get('a')).toMatchObject({ status: 'cancelled', error: null, outcome: null });
    expect(await world.db.history.count()).toBe(0);
    expect(await world.blobs()).toEqual([]);
    expect(queue.ended).toEqual(['a']);

    await world.start('next');
    await createQueue(world).drain();
    expect(await world.store.get('next')).toMatchObject({ status: 'done' });
  });

  it('a result that arrives all the same is thrown away', async () => {
    const world = createWorld();
    const working = gate();
    const finished = gate();
    const cutout = async (...[picture]: CutoutCall) => {
      working.open();
      await finished.passed;
      return cutoutOf(picture);
    };
    await world.start('a');
    const queue = createQueue(world, { engine: goodEngine({ cutout }) });
    const drained = queue.drain();
    await working.passed;
    await cancel(world, queue, 'a');
    finished.open();
    await drained;
    expect(await world.store.get('a')).toMatchObject({ status: 'cancelled' });
    expect(await world.blobs()).toEqual([]);
  });

  it('a job that waits: no engine ever begins it', async () => {
    const world = createWorld();
    const seen = vi.fn();
    const cutout = (...[picture]: CutoutCall) => {
      seen();
      return cutoutOf(picture);
    };
    await world.start('a');
    const queue = createQueue(world, { engine: goodEngine({ cutout }) });
    await cancel(world, queue, 'a');
    await queue.drain();
    expect(seen).not.toHaveBeenCalled();
    expect(await world.store.get('a')).toMatchObject({ status: 'cancelled', attempts: 0 });
  });

  it('one job does not touch another that runs', async () => {
    const world = createWorld();
    await world.start('a');
    await world.start('b');
    const queue = createQueue(world, {
      engine: goodEngine({
        cutout: async (picture, _, __, signal) => {
          if ((await picture.text()) === 'input of a') await cancel(world, queue, 'b');
          signal.throwIfAborted();
          return cutoutOf(picture);
        },
      }),
    });
    await queue.drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'done' });
    expect(await world.store.get('b')).toMatchObject({ status: 'cancelled' });
  });
});
