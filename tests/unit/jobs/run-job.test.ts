import { describe, expect, it, vi } from 'vitest';
import { cutoutId, inputId, previewId } from '@/utils/db';
import { type ErrorCode, matteError } from '@/utils/errors';
import { STAGES, type Stage } from '@/utils/pipeline/ports';
import { type CutoutCall, createQueue, cutoutOf, goodEngine, noSubjectIn } from './fake-engine';
import { createWorld, gate, holdNextAnswer } from './world';

const url = { kind: 'url', url: 'https://a.test/boat.png', pageUrl: null } as const;

describe('a job', () => {
  it('ends with its cutout in history, and lets its input go', async () => {
    const world = createWorld();
    await world.start('a');
    await createQueue(world).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'done', attempts: 1, error: null });
    expect(await world.textOf(cutoutId('a'))).toBe('cutout of input of a');
    expect(await world.blobs()).toEqual([cutoutId('a'), previewId('a')]);
    expect(await world.db.history.get('a')).toMatchObject({ details: { name: 'a' }, width: 4, height: 3 });
  });

  it('with an address is fetched first', async () => {
    const world = createWorld();
    await world.start('a', { picture: url });
    await createQueue(world, { fetchPicture: async (job) => new Blob([JSON.stringify(job.source)]) }).drain();
    expect(await world.textOf(cutoutId('a'))).toBe(`cutout of ${JSON.stringify(url)}`);
  });

  it('runs on the engine that was asked for, and says which rung it was and why', async () => {
    const world = createWorld();
    const asked: unknown[] = [];
    const engine = goodEngine({
      start: async (wish) => void asked.push(wish),
      cutout: (picture, wish) => {
        asked.push(wish);
        return cutoutOf(picture);
      },
    });
    const wish = { backend: 'webgpu', quality: 'best' } as const;
    await world.start('a', { engine: wish });
    await createQueue(world, { engine }).drain();
    expect(asked).toEqual([wish, wish]);
    const why = [{ rung: 'wasm', verdict: 'used' }];
    expect(await world.store.get('a')).toMatchObject({ outcome: { backend: 'wasm', why } });
  });

  it('shows each stage in its row while it lasts, and keeps what each took', async () => {
    const world = createWorld();
    const shown: unknown[] = [];
    const show = async (stage: Stage) => {
      await vi.waitFor(async () => expect(await world.store.get('a')).toMatchObject({ stage }));
      shown.push(stage);
      world.tick(10 * (STAGES.indexOf(stage) + 1));
    };
    const engineStarts = gate();
    const engine = goodEngine({
      start: async () => {
        await show('engine');
        engineStarts.open();
      },
      cutout: async (picture, _, { onStage }) => {
        for (const stage of STAGES.slice(2)) {
          onStage(stage);
          await show(stage);
        }
        return cutoutOf(picture);
      },
    });
    const fetchPicture = async () => {
      await engineStarts.passed;
      await show('fetch');
      return new Blob(['bytes']);
    };
    await world.start('a', { picture: url });
    await createQueue(world, { engine, fetchPicture }).drain();
    expect(shown).toEqual(STAGES);
    const stages = Object.fromEntries(STAGES.map((stage, i) => [stage, 10 * (i + 1)]));
    const ms = STAGES.reduce((sum, _, i) => sum + 10 * (i + 1), 0);
    expect(await world.store.get('a')).toMatchObject({ stage: null, outcome: { stages, ms } });
  });
});

describe('beside the start of the engine', () => {
  it('the picture is fetched and opened; all of it counts as the start, as long as that lasts', async () => {
    const world = createWorld();
    const started = gate();
    const engine = goodEngine({
      start: () => started.passed,
      cutout: async (picture, _, { onStage }) => {
        onStage('decode');
        world.tick(70);
        expect(await world.store.get('a')).toMatchObject({ stage: 'engine' });
        started.open();
        await vi.waitFor(async () => expect(await world.store.get('a')).toMatchObject({ stage: 'decode' }));
        world.tick(5);
        onStage('preprocess');
        return cutoutOf(picture);
      },
    });
    await world.start('a', { picture: url });
    await createQueue(world, { engine }).drain();
    const { stages, ms } = (await world.store.get('a'))?.outcome ?? {};
    expect({ stages, ms }).toEqual({ stages: { engine: 70, decode: 5, preprocess: 0 }, ms: 75 });
  });

  it('nothing goes on for an engine that cannot start: no picture reaches it, and its fetch is stopped', async () => {
    const world = createWorld();
    const cutout = vi.fn(cutoutOf);
    const stopped = gate();
    const engine = goodEngine({ start: () => Promise.reject(matteError('model-missing')), cutout });
    const fetchPicture = async (_: unknown, signal: AbortSignal) => {
      signal.addEventListener('abort', () => stopped.open());
      await stopped.passed;
      return new Blob(['too late']);
    };
    await world.start('a', { picture: url });
    await createQueue(world, { engine, fetchPicture }).drain();
    await stopped.passed;
    await new Promise((resolve) => setImmediate(resolve));
    expect(await world.store.get('a')).toMatchObject({ status: 'failed', error: 'model-missing' });
    expect(cutout).not.toHaveBeenCalled();
  });
});

describe('a first look', () => {
  const lookingEngine = (look: () => Promise<void>) =>
    goodEngine({
      cutout: async (picture, _, { onFirstLook }) => {
        onFirstLook(new Blob(['a look']));
        await look();
        return cutoutOf(picture);
      },
    });

  it('is there while the job runs, and gives way to the result', async () => {
    const world = createWorld();
    await world.start('a');
    const seen = async () => vi.waitFor(async () => expect(await world.textOf(previewId('a'))).toBe('a look'));
    await createQueue(world, { engine: lookingEngine(seen) }).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'done' });
    expect(await world.textOf(previewId('a'))).toBe('small');
  });

  it('that cannot be kept costs nothing else', async () => {
    const world = createWorld();
    await world.start('a');
    const engine = lookingEngine(async () => {});
    const put = vi.spyOn(world.db.blobs, 'put').mockRejectedValueOnce(new Error('the disk is full'));
    await createQueue(world, { engine }).drain();
    expect(put).toHaveBeenCalled();
    expect(await world.store.get('a')).toMatchObject({ status: 'done' });
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

  it('for want of a subject keeps what there is, in case the user wants it anyway', async () => {
    const world = createWorld();
    await world.start('a');
    const queue = createQueue(world, { engine: goodEngine({ cutout: noSubjectIn }) });
    await queue.drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'failed', error: 'no-subject', delivery: 'waiting' });
    expect(await world.textOf(cutoutId('a'))).toBe('cutout of input of a');
    expect(await world.db.offers.get('a')).toMatchObject({ width: 4, height: 3, outcome: { backend: 'wasm' } });
    expect(await world.db.history.count()).toBe(0);
    expect(queue.ended).toEqual(['a']);
  });

  it('for want of a subject is said so also when there is no room for what there is', async () => {
    const world = createWorld();
    await world.start('a');
    vi.spyOn(world.db.offers, 'put').mockRejectedValueOnce(new Error('the disk is full'));
    await createQueue(world, { engine: goodEngine({ cutout: noSubjectIn }) }).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'failed', error: 'no-subject' });
    expect(await world.blobs()).toEqual([]);
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
