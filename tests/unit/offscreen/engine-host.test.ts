import { describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '@/utils/errors';
import { ANSWER, createHost, picture, WISH } from './fake-worker';

describe('starting', () => {
  it('makes a worker when one is needed, and not before', async () => {
    const host = createHost();
    expect(host.made).toHaveLength(0);
    const started = host.start();
    const worker = await host.atWork();
    expect(worker.orders).toMatchObject([{ type: 'start', wish: WISH, fallen: [] }]);
    worker.reply({ type: 'started' });
    await expect(started).resolves.toBeUndefined();
  });

  it('keeps the worker warm', async () => {
    const host = createHost();
    const started = host.start();
    (await host.atWork()).reply({ type: 'started' });
    await started;
    const cut = host.cutout();
    (await host.atWork(2)).reply({ type: 'answer', answer: ANSWER });
    await cut;
    expect(host.made).toHaveLength(1);
  });
});

describe('a picture', () => {
  it('goes to the worker, its stages are passed on, and its answer comes back', async () => {
    const host = createHost();
    const cut = host.cutout();
    const worker = await host.atWork();
    expect(worker.orders).toMatchObject([{ type: 'cutout', wish: WISH, picture }]);
    for (const stage of ['decode', 'infer'] as const) worker.reply({ type: 'stage', stage });
    worker.reply({ type: 'answer', answer: ANSWER });
    expect(await cut).toEqual(ANSWER);
    expect(host.stages).toEqual(['decode', 'infer']);
  });

  it('is shown as a first look, in a file, as soon as the small network has found something', async () => {
    const host = createHost();
    const cut = host.cutout();
    const worker = await host.atWork();
    const look = { width: 2, height: 1, data: new Uint8ClampedArray(8) };
    worker.reply({ type: 'first-look', look });
    await vi.waitFor(() => expect(host.looks).toEqual(['2 × 1']));
    worker.reply({ type: 'answer', answer: ANSWER });
    expect(await cut).toEqual(ANSWER);
  });

  it.each<[string, Blob, ErrorCode]>([
    ['an empty one', new Blob([]), 'empty-file'],
    ['a page', new Blob(['<!doctype html>']), 'not-an-image'],
  ])('that is none is refused before it reaches the worker: %s', async (_, picture, code) => {
    const host = createHost();
    await expect(host.cutout(picture)).rejects.toMatchObject({ code });
    expect(host.made).toHaveLength(0);
  });

  it('gets no reply that was meant for another order', async () => {
    const host = createHost();
    const started = host.start();
    const cut = host.cutout();
    const worker = await host.atWork(2);
    const [start, cutout] = worker.orders;
    worker.reply({ type: 'stage', stage: 'infer' }, start);
    worker.reply({ type: 'answer', answer: ANSWER }, cutout);
    worker.reply({ type: 'started' }, start);
    expect(await cut).toEqual(ANSWER);
    await started;
    expect(host.stages).toEqual([]);
  });

  it('hears no more of its stages once it is done', async () => {
    const host = createHost();
    const cut = host.cutout();
    const worker = await host.atWork();
    worker.reply({ type: 'answer', answer: ANSWER });
    await cut;
    worker.reply({ type: 'stage', stage: 'encode' });
    expect(host.stages).toEqual([]);
  });
});

describe('a worker that reports a failure', () => {
  it.each<[ErrorCode, boolean]>([
    ['decode-failed', false],
    ['image-too-large', false],
    ['backend-unavailable', true],
    ['out-of-memory', true],
    ['inference-failed', true],
    ['internal', true],
  ])('%s: is passed on; a fresh worker for the next picture: %s', async (code, fresh) => {
    const host = createHost();
    const cut = host.cutout();
    const worker = await host.atWork();
    worker.reply({ type: 'failed', code, detail: 'because' });
    await expect(cut).rejects.toMatchObject({ code, message: expect.stringContaining('because') });
    expect(worker.terminated).toBe(fresh);
    expect(await host.nextIsFresh()).toBe(fresh);
  });
});

describe('a worker that is given up', () => {
  it('leaves no other order waiting for ever', async () => {
    const host = createHost();
    const started = host.start().catch(() => {});
    const cut = host.cutout().catch((error) => error);
    const worker = await host.atWork(2);
    // The first order's picture could not be had, so the next job has begun; only then does the engine fail to start.
    worker.reply({ type: 'failed', code: 'inference-failed', detail: 'no rung left' }, worker.orders[0]);
    await started;
    const silence = new Promise((resolve) => setTimeout(resolve, 50, 'silence'));
    expect(await Promise.race([cut, silence])).not.toBe('silence');
  });
});

describe('a worker that dies', () => {
  it('takes the order in hand with it', async () => {
    const host = createHost();
    const cut = host.cutout();
    (await host.atWork()).crash('Aborted(OOM)');
    await expect(cut).rejects.toMatchObject({ code: 'engine-crashed', message: expect.stringContaining('OOM') });
  });

  it('takes every order in hand with it', async () => {
    const host = createHost();
    const orders = [host.start(), host.cutout()];
    (await host.atWork(2)).crash();
    const crashed = { status: 'rejected', reason: { code: 'engine-crashed' } };
    expect(await Promise.allSettled(orders)).toMatchObject([crashed, crashed]);
  });

  it('is replaced by the next order', async () => {
    const host = createHost();
    const first = host.cutout();
    (await host.atWork()).crash();
    await first.catch(() => {});
    const second = host.cutout();
    await new Promise((resolve) => setImmediate(resolve));
    expect(host.made).toHaveLength(2);
    (await host.atWork()).reply({ type: 'answer', answer: ANSWER });
    expect(await second).toEqual(ANSWER);
  });

  it('is replaced also when it dies with nothing to do', async () => {
    const host = createHost();
    const started = host.start();
    const worker = await host.atWork();
    worker.reply({ type: 'started' });
    await started;
    worker.crash();
    expect(await host.nextIsFresh()).toBe(true);
  });
});

describe('a worker that can only be replaced', () => {
  const fallen = [{ rung: 'wasm-threads', reason: 'start', detail: 'no threads' }] as const;

  it('is, and the next one gets its orders and knows what has failed', async () => {
    const host = createHost();
    const started = host.start();
    const cut = host.cutout();
    const first = await host.atWork(2);
    first.reply({ type: 'fresh-worker', fallen }, first.orders[0]);
    await vi.waitFor(() => expect(host.made[1]?.orders).toHaveLength(2));
    const second = await host.atWork(2);
    expect(first.terminated).toBe(true);
    expect(second.orders).toMatchObject([
      { type: 'start', wish: WISH, fallen },
      { type: 'cutout', picture, fallen },
    ]);
    for (const order of second.orders) {
      second.reply(order.type === 'start' ? { type: 'started' } : { type: 'answer', answer: ANSWER }, order);
    }
    await started;
    expect(await cut).toEqual(ANSWER);
  });

  it('leaves nothing of it to the worker after the next: that one is made for another reason', async () => {
    const host = createHost();
    const cut = host.cutout();
    (await host.atWork()).reply({ type: 'fresh-worker', fallen });
    await vi.waitFor(() => expect(host.made[1]?.orders).toHaveLength(1));
    host.made[1]?.crash();
    await expect(cut).rejects.toMatchObject({ code: 'engine-crashed' });
    void host.start();
    expect((await host.atWork()).orders).toMatchObject([{ fallen: [] }]);
  });

  it('is not, when the user has cancelled meanwhile', async () => {
    const host = createHost();
    const cut = host.cutout();
    const worker = await host.atWork();
    worker.reply({ type: 'fresh-worker', fallen });
    host.user.abort(new DOMException('enough', 'AbortError'));
    await expect(cut).rejects.toMatchObject({ name: 'AbortError' });
    expect(host.made).toHaveLength(1);
  });
});
