import { describe, expect, it } from 'vitest';
import { ANSWER, createHost, picture } from './fake-worker';

describe('cancelling', () => {
  const reason = new DOMException('the user changed her mind', 'AbortError');

  it('kills the worker at once and rejects with the reason', async () => {
    const host = createHost();
    const cut = host.cutout();
    const worker = await host.atWork();
    host.user.abort(reason);
    await expect(cut).rejects.toBe(reason);
    expect(worker.terminated).toBe(true);
    expect(await host.nextIsFresh()).toBe(true);
  });

  it('while the engine starts does the same', async () => {
    const host = createHost();
    const started = host.start();
    const worker = await host.atWork();
    host.user.abort(reason);
    await expect(started).rejects.toBe(reason);
    expect(worker.terminated).toBe(true);
  });

  it('before the order makes no worker', async () => {
    const host = createHost();
    host.user.abort(reason);
    await expect(host.cutout()).rejects.toBe(reason);
    await expect(host.start()).rejects.toBe(reason);
    expect(host.made).toHaveLength(0);
  });

  it('before the order leaves a warm worker alone', async () => {
    const host = createHost();
    const started = host.start();
    const worker = await host.atWork();
    worker.reply({ type: 'started' });
    await started;
    await expect(host.cutout(picture, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(worker.terminated).toBe(false);
  });

  it('after the answer leaves the warm worker alone', async () => {
    const host = createHost();
    const cut = host.cutout();
    const worker = await host.atWork();
    worker.reply({ type: 'answer', answer: ANSWER });
    await cut;
    host.user.abort(reason);
    expect(worker.terminated).toBe(false);
    expect(await host.nextIsFresh()).toBe(false);
  });
});
