/** GPUs whose device is lost: by sleep, a driver update, a crash of the GPU process, or a shader that took too long. */
import { describe, expect, it } from 'vitest';
import { RungFault } from '@/utils/inference/rung-fault';
import { FreshWorkerNeeded } from '@/utils/inference/thread-gate';
import { cut, type FakeSession, fakeLadder } from './fake-rungs';

/** The first `times` runs on a rung lose the device, and throw what ORT throws then. */
const losing = (rung: string, times: number, silently = false) => ({
  runs: (on: string, time: number, session: FakeSession) => {
    if (on !== rung || time > times) return null;
    session.lose();
    return silently ? new Promise(() => {}) : new Error('map_async_result.status was false');
  },
});

describe('a device that is lost in the middle of a picture', () => {
  it('is asked for again, once, and the picture goes on, on the same rung', async () => {
    const { run, log, lessons } = fakeLadder(losing('webgpu-fp16', 1));
    const { result, backend, why } = await run(cut);
    expect({ result, backend }).toEqual({ result: 'cut on webgpu-fp16', backend: 'webgpu-fp16' });
    expect(why).toEqual([{ rung: 'webgpu-fp16', verdict: 'used', detail: 'rebuilt after its device was lost' }]);
    expect(log).toEqual(['start webgpu-fp16', 'release webgpu-fp16', 'start webgpu-fp16']);
    expect(lessons).toEqual(['webgpu-fp16 works']);
  });

  it('a second time loses the rung, which is remembered', async () => {
    const { run, log, lessons } = fakeLadder(losing('webgpu-fp16', 2));
    expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp32' });
    expect(log).toEqual([
      'start webgpu-fp16',
      'release webgpu-fp16',
      'start webgpu-fp16',
      'release webgpu-fp16',
      'start webgpu-fp32',
    ]);
    expect(lessons[0]).toBe('webgpu-fp16 failed: device-lost, the driver was updated');
  });

  it('is asked for again by the next picture too', async () => {
    let loseNext = true;
    const ladder = fakeLadder({
      runs: (_, __, session) => {
        if (!loseNext) return null;
        loseNext = false;
        session.lose();
        return new Error('lost');
      },
    });
    await ladder.run(cut);
    loseNext = true;
    expect(await ladder.run(cut)).toMatchObject({ backend: 'webgpu-fp16' });
  });

  it('and never answers again does not hang the picture', async () => {
    const { run } = fakeLadder(losing('webgpu-fp16', 1, true));
    expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp16' });
  });

  it('and says so only after the run has failed is still a lost device', async () => {
    const { run, log } = fakeLadder({
      runs: (_, time, session) => {
        if (time > 1) return null;
        setTimeout(() => session.lose(), 20);
        return new Error('map_async_result.status was false');
      },
    });
    expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp16' });
    expect(log).toHaveLength(3);
  });
});

describe('a device that is lost while its rung starts', () => {
  const losingStarts = (times: number) => ({
    starts: (rung: string, time: number) =>
      rung === 'webgpu-fp16' && time <= times ? new RungFault('device-lost', 'a crash') : null,
  });

  it('is asked for again, once, however many wait for it', async () => {
    const { start, run, log, lessons } = fakeLadder(losingStarts(1));
    const [, ran] = await Promise.all([start(), run(cut)]);
    expect(ran).toMatchObject({ backend: 'webgpu-fp16', why: [{ detail: 'rebuilt after its device was lost' }] });
    expect(log).toEqual(['start webgpu-fp16', 'start webgpu-fp16']);
    expect(lessons).toEqual(['webgpu-fp16 works']);
  });

  it('a second time loses the rung', async () => {
    const { run } = fakeLadder(losingStarts(2));
    expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp32' });
  });
});

describe('a device that only another worker gets again', () => {
  const first = () =>
    fakeLadder({
      ...losing('webgpu-fp16', 1),
      starts: (_, time) => (time > 1 ? new FreshWorkerNeeded('ORT has lost its device') : null),
    });
  const leftBy = async ({ run, fallen }: ReturnType<typeof fakeLadder>) => {
    await expect(run(cut)).rejects.toBeInstanceOf(FreshWorkerNeeded);
    return fallen();
  };

  it('is had there, on the same rung, and that is said; nobody is blamed', async () => {
    const { run, lessons } = fakeLadder({ fallen: await leftBy(first()) });
    const { why } = await run(cut);
    expect(why).toEqual([{ rung: 'webgpu-fp16', verdict: 'used', detail: 'rebuilt after its device was lost' }]);
    expect(lessons).toEqual(['webgpu-fp16 works']);
  });

  it('and is lost there too is given up: workers do not follow each other without end', async () => {
    const fallen = await leftBy(first());
    const second = fakeLadder({
      ...losing('webgpu-fp16', 1),
      starts: (rung) => (rung === 'webgpu-fp32' ? new FreshWorkerNeeded('ORT has lost its device') : null),
      fallen,
    });
    const { run, lessons } = fakeLadder({ fallen: await leftBy(second) });
    expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp32', why: [{ verdict: 'failed-now' }, {}] });
    expect(lessons).toEqual(['webgpu-fp16 failed: device-lost, the driver was updated', 'webgpu-fp32 works']);
  });
});

describe('a device that is lost between two pictures', () => {
  it('is let go of at once, and the next picture starts anew on the same rung', async () => {
    const { run, log, sessions, lessons } = fakeLadder();
    await run(cut);
    sessions[0]?.lose('the lid was closed');
    await new Promise((resolve) => setImmediate(resolve));
    expect(log).toEqual(['start webgpu-fp16', 'release webgpu-fp16']);
    expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp16', why: [{ verdict: 'used' }] });
    expect(lessons).toEqual(['webgpu-fp16 works', 'webgpu-fp16 works']);
  });

  it('costs no more than once what it was: a released session that is told of its device later is not released twice', async () => {
    const { run, close, log, sessions } = fakeLadder();
    await run(cut);
    await close();
    sessions[0]?.lose('destroyed');
    await new Promise((resolve) => setImmediate(resolve));
    expect(log).toEqual(['start webgpu-fp16', 'release webgpu-fp16']);
  });
});
