import { describe, expect, it, vi } from 'vitest';
import { newestOnly, singleFlight, wakeable } from '@/utils/single-flight';

/** A start that the test ends by hand, counting how often it was begun. */
function handDriven() {
  const runs: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const start = () => new Promise<string>((resolve, reject) => runs.push({ resolve, reject }));
  return { start, runs };
}

describe('singleFlight', () => {
  it('starts nothing by itself', () => {
    const { start, runs } = handDriven();
    singleFlight(start);
    expect(runs).toHaveLength(0);
  });

  it('shares one run among all who ask while it lasts', async () => {
    const { start, runs } = handDriven();
    const fly = singleFlight(start);
    const asked = [fly(), fly(), fly()];
    expect(runs).toHaveLength(1);
    runs[0]?.resolve('up');
    expect(await Promise.all(asked)).toEqual(['up', 'up', 'up']);
  });

  it('runs again for those who ask afterwards', async () => {
    let count = 0;
    const fly = singleFlight(async () => ++count);
    expect([await fly(), await fly()]).toEqual([1, 2]);
  });

  it('tells a failure to all who shared it, and forgets it: fail once, succeed next', async () => {
    const { start, runs } = handDriven();
    const fly = singleFlight(start);
    const asked = [fly(), fly()];
    runs[0]?.reject(new Error('no'));
    expect(await Promise.allSettled(asked)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);

    const next = fly();
    runs[1]?.resolve('up');
    await expect(next).resolves.toBe('up');
  });

  it('forgets a start that throws at once', async () => {
    let broken = true;
    const fly = singleFlight((): Promise<string> => {
      if (broken) throw new Error('no');
      return Promise.resolve('up');
    });
    expect(fly).toThrow('no');
    broken = false;
    expect(await fly()).toBe('up');
  });
});

describe('wakeable', () => {
  /** Rounds that the test ends one by one. */
  function rounds() {
    const { start, runs } = handDriven();
    const wake = wakeable(async () => void (await start()));
    const endRound = async (i: number) => {
      runs[i]?.resolve('done');
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { wake, runs, endRound };
  }

  it('runs one round for one who asks', async () => {
    const { wake, runs, endRound } = rounds();
    const asked = wake();
    await endRound(0);
    await asked;
    expect(runs).toHaveLength(1);
  });

  it('runs one more round for all who ask during one, and none beside it', async () => {
    const { wake, runs, endRound } = rounds();
    const asked = [wake(), wake(), wake()];
    expect(runs).toHaveLength(1);
    await endRound(0);
    expect(runs).toHaveLength(2);
    await endRound(1);
    await Promise.all(asked);
    expect(runs).toHaveLength(2);
  });

  it('tells all who asked only when the last round has ended', async () => {
    const { wake, endRound } = rounds();
    let told = 0;
    for (const asked of [wake(), wake()]) void asked.then(() => told++);
    await endRound(0);
    expect(told).toBe(0);
    await endRound(1);
    expect(told).toBe(2);
  });

  it('can be woken again after a rest', async () => {
    const { wake, runs, endRound } = rounds();
    void wake();
    await endRound(0);
    void wake();
    expect(runs).toHaveLength(2);
  });

  it('can be woken again after a round that failed', async () => {
    const { wake, runs, endRound } = rounds();
    const asked = wake();
    runs[0]?.reject(new Error('no'));
    await expect(asked).rejects.toThrow('no');
    const next = wake();
    await endRound(1);
    await expect(next).resolves.toBeUndefined();
  });
});

describe('newestOnly', () => {
  it('does one thing at a time, and of those that waited only the newest', async () => {
    const done: string[] = [];
    const ends: (() => void)[] = [];
    const give = newestOnly(async (item: string) => {
      await new Promise<void>((resolve) => ends.push(resolve));
      done.push(item);
    });
    for (const item of ['first', 'passed over', 'newest']) give(item);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await vi.waitFor(() => expect(ends).toHaveLength(2));
    ends[1]?.();
    await vi.waitFor(() => expect(done).toEqual(['first', 'newest']));
    give('after a rest');
    expect(ends).toHaveLength(3);
  });
});
