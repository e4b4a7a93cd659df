import { describe, expect, it, vi } from 'vitest';
import { cutoutId, inputId, previewId } from '@/utils/db';
import { type ErrorCode, matteError } from '@/utils/errors';
import { STAGES, type Stage } from '@/utils/pipeline/ports';
import { type CutoutCall, createQueue, cutoutOf, goodEngine } from './fake-engine';
import { createWorld, holdNextAnswer } from './world';

const url = { kind: 'url', url: 'https://a.test/boat.png', pageUrl: null } as const;

describe('a job', () => {
  it('ends with its cutout in history, and lets its input go', async () => {
    const world = createWorld();
    await world.start('a');
    await createQueue(world).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'done', attempts: 1, error: null });
    expect(await world.textOf(cutoutId('a'))).toBe('cutout of input of a');
    expect(await world.blobs()).toEqual([cutoutId('a'), previewId('a')]);
    expect(await world.db.history.get('a')).toMatchObject({ name: 'a', width: 4, height: 3 });
  });

  it('with an address is fetched first', async () => {
    const world = createWorld();
    await world.start('a', { picture: url });
    await createQueue(world, { fetchPicture: async (job) => new Blob([JSON.stringify(job.source)]) }).drain();
    expect(await world.textOf(cutoutId('a'))).toBe(`cutout of ${JSON.stringify(url)}`);
  });

  it('runs on the backend that was chosen, and says which one it was', async () => {
    const world = createWorld();
    const chosen: string[] = [];
    const engine = goodEngine({
      start: async (backend) => void chosen.push(`start ${backend}`),
      cutout: (picture, backend) => {
        chosen.push(`cutout ${backend}`);
        return cutoutOf(picture);
      },
    });
    await world.start('a', { engine: { backend: 'webgpu' } });
    await createQueue(world, { engine }).drain();
    expect(chosen).toEqual(['start webgpu', 'cutout webgpu']);
    expect(await world.store.get('a')).toMatchObject({ outcome: { backend: 'wasm' } });
  });

  it('shows each stage in its row while it lasts, and keeps what each took', async () => {
    const world = createWorld();
    const shown: unknown[] = [];
    const show = async (stage: Stage) => {
      await vi.waitFor(async () => expect(await world.store.get('a')).toMatchObject({ stage }));
      shown.push(stage);
      world.tick(10 * (STAGES.indexOf(stage) + 1));
    };
    const engine = goodEngine({
      start: () => show('engine'),
      cutout: async (picture, _, onStage) => {
        await show('fetch');
        for (const stage of STAGES.slice(2)) {
          onStage(stage);
          await show(stage);
        }
        return cutoutOf(picture);
      },
    });
    await world.start('a');
    await createQueue(world, { engine }).drain();
    expect(shown).toEqual(STAGES);
    const stages = Object.fromEntries(STAGES.map((stage, i) => [stage, 10 * (i + 1)]));
    expect(await world.store.get('a')).toMatchObject({ stage: null, outcome: { stages, ms: 360 } });
  });
});

describe('the queue', () => {
  it('works in the order of creation, one at a time, however often it is woken', async () => {
    const world = createWorld();
    const seen: string[] = [];
    let atWork = 0;
    const cutout = async (...[picture]: CutoutCall) => {
      expect(++atWork).toBe(1);
      seen.push(await picture.text());
      await new Promise((resolve) => setTimeout(resolve, 2));
      atWork -= 1;
      return cutoutOf(picture);
    };
    for (const id of ['c', 'a', 'b']) await world.start(id);
    const queue = createQueue(world, { engine: goodEngine({ cutout }) });
    await Promise.all([queue.drain(), queue.drain(), queue.drain()]);
    expect(seen).toEqual(['input of c', 'input of a', 'input of b']);
    expect(queue.ended).toEqual(['c', 'a', 'b']);
  });

  it('takes a job that comes while it works', async () => {
    const world = createWorld();
    const cutout = async (...[picture]: CutoutCall) => {
      if (!(await world.store.get('late'))) await world.start('late');
      return cutoutOf(picture);
    };
    await world.start('a');
    const queue = createQueue(world, { engine: goodEngine({ cutout }) });
    await queue.drain();
    expect(queue.ended).toEqual(['a', 'late']);
  });

  it('takes a job for which it was woken in the moment it was about to rest', async () => {
    const world = createWorld();
    const answer = holdNextAnswer(world.db);
    const queue = createQueue(world);
    const first = queue.drain();
    await vi.waitFor(() => expect(answer.isHeld()).toBe(true));
    await world.start('a');
    const second = queue.drain();
    answer.release();
    await Promise.all([first, second]);
    expect(queue.ended).toEqual(['a']);
  });

  it('rests when there is nothing to do', async () => {
    const queue = createQueue(createWorld());
    await queue.drain();
    expect(queue.ended).toEqual([]);
  });
});

describe('a job that fails', () => {
  const decodeFailed = () => Promise.reject(matteError('decode-failed'));
  const strange = () => Promise.reject(new TypeError('x is not a function'));

  it.each<[string, Parameters<typeof createQueue>[1], ErrorCode]>([
    [
      'the engine cannot start',
      { engine: goodEngine({ start: () => Promise.reject(matteError('model-missing')) }) },
      'model-missing',
    ],
    ['the picture cannot be had', { fetchPicture: () => Promise.reject(matteError('not-found')) }, 'not-found'],
    ['the picture is damaged', { engine: goodEngine({ cutout: decodeFailed }) }, 'decode-failed'],
    ['something breaks inside', { engine: goodEngine({ cutout: strange }) }, 'internal'],
    [
      'there is no subject',
      { engine: goodEngine({ cutout: async () => ({ ok: false, reason: 'no-subject' }) }) },
      'no-subject',
    ],
  ])('says why, leaves nothing behind, and is told once: %s', async (_, broken, error) => {
    const world = createWorld();
    await world.start('a', { picture: url });
    const queue = createQueue(world, broken);
    await queue.drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'failed', error, outcome: null, delivery: 'waiting' });
    expect(await world.db.history.count()).toBe(0);
    expect(await world.blobs()).toEqual([]);
    expect(queue.ended).toEqual(['a']);
  });

  it('never blocks the next', async () => {
    const world = createWorld();
    const cutout = async (...[picture]: CutoutCall) => {
      if ((await picture.text()) === 'input of bad') throw new Error('broken');
      return cutoutOf(picture);
    };
    for (const id of ['bad', 'good', 'better']) await world.start(id);
    const queue = createQueue(world, { engine: goodEngine({ cutout }) });
    await queue.drain();
    expect(await world.db.jobs.orderBy('createdAt').toArray()).toMatchObject([
      { id: 'bad', status: 'failed' },
      { id: 'good', status: 'done' },
      { id: 'better', status: 'done' },
    ]);
  });

  it('does not wait for an engine that starts slowly when its picture cannot be had', async () => {
    const world = createWorld();
    await world.start('a', { picture: url });
    const engine = goodEngine({ start: () => new Promise(() => {}) });
    await createQueue(world, { engine, fetchPicture: () => Promise.reject(matteError('offline')) }).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'failed', error: 'offline' });
  });

  it('says so when its stored input is gone', async () => {
    const world = createWorld();
    await world.start('a');
    await world.db.blobs.delete(inputId('a'));
    await createQueue(world).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'failed', error: 'internal' });
  });
});
