import { afterEach, describe, expect, it, vi } from 'vitest';
import { gatherCrew } from '../../../../utils/inference/cpu/crew';

const invitation = { module: {} as WebAssembly.Module, memory: {} as WebAssembly.Memory };

/** A worker of which only what a crew uses is there. */
class FakeWorker extends EventTarget {
  readonly told: unknown[] = [];
  ended = false;
  postMessage(message: unknown) {
    this.told.push(message);
  }
  terminate() {
    this.ended = true;
  }
}

function gather(count: number) {
  const workers: FakeWorker[] = [];
  const makeWorker = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  };
  const crew = gatherCrew(makeWorker, count, invitation);
  let isReady = false;
  void crew.ready.then(() => {
    isReady = true;
  });
  const settled = async () => {
    await vi.advanceTimersByTimeAsync(0);
    return isReady;
  };
  return { crew, workers, settled };
}

describe('gatherCrew', () => {
  vi.useFakeTimers();
  afterEach(() => vi.clearAllTimers());

  it('invites every helper, and is ready when all have come', async () => {
    const { workers, settled } = gather(2);
    expect(workers.map(({ told }) => told)).toEqual([[invitation], [invitation]]);
    workers[0]?.dispatchEvent(new Event('message'));
    expect(await settled()).toBe(false);
    workers[1]?.dispatchEvent(new Event('message'));
    expect(await settled()).toBe(true);
  });

  it('does not wait for a helper that cannot load', async () => {
    const { workers, settled } = gather(1);
    workers[0]?.dispatchEvent(new Event('error'));
    expect(await settled()).toBe(true);
  });

  it('does not wait for ever for one that says nothing', async () => {
    const { settled } = gather(1);
    await vi.advanceTimersByTimeAsync(1400);
    expect(await settled()).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await settled()).toBe(true);
  });

  it('without helpers is ready at once', async () => {
    const { workers, settled } = gather(0);
    expect(workers).toEqual([]);
    expect(await settled()).toBe(true);
  });

  it('ends every helper when it is dismissed', () => {
    const { crew, workers } = gather(3);
    crew.dismiss();
    expect(workers.every(({ ended }) => ended)).toBe(true);
  });
});
