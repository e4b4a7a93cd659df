import { describe, expect, it } from 'vitest';
import { type ErrorCode, matteError } from '@/utils/errors';
import { RUNGS } from '@/utils/jobs/rungs';
import { cut, type FakeSession, fakeLadder, onlyOn, tryAll } from './fake-rungs';

const broken = () => new Error('no such shader');
const gpuIs = (error: () => unknown) => (rung: string) => (rung.startsWith('webgpu') ? error() : null);

describe('a ladder', () => {
  it('runs on the best rung, and says which', async () => {
    const { run, log } = fakeLadder();
    expect(await run(cut)).toEqual({
      result: 'cut on webgpu-fp16',
      backend: 'webgpu-fp16',
      why: [{ rung: 'webgpu-fp16', verdict: 'used' }],
    });
    expect(log).toEqual(['start webgpu-fp16']);
  });

  it('keeps its session warm for the next picture', async () => {
    const { run, start, log } = fakeLadder();
    await start();
    await run(cut);
    await run(cut);
    expect(log).toEqual(['start webgpu-fp16']);
  });

  it('shares one start among those who ask meanwhile', async () => {
    const { start, run, log } = fakeLadder();
    await Promise.all([start(), run(cut), start()]);
    expect(log).toEqual(['start webgpu-fp16']);
  });

  it('lets the picture be opened while the rung still starts', async () => {
    const seen: string[] = [];
    const { run } = fakeLadder({ starts: () => void seen.push('started') });
    await run(async (session) => {
      seen.push('opened');
      return cut(session);
    });
    expect(seen).toEqual(['opened', 'started']);
  });
});

describe('a rung is left for the next lower one', () => {
  it('when it cannot start', async () => {
    const { run, log } = fakeLadder({ starts: gpuIs(broken) });
    expect(await run(cut)).toMatchObject({ result: 'cut on wasm-threads', backend: 'wasm-threads' });
    expect(log).toEqual(['start webgpu-fp16', 'start webgpu-fp32', 'start wasm-threads']);
  });

  it.each<[string, Parameters<typeof fakeLadder>[0], (s: Promise<FakeSession>) => ReturnType<typeof cut>]>([
    ['when its network throws', { runs: gpuIs(broken) }, cut],
    ['when its network says that it failed', { runs: gpuIs(() => matteError('inference-failed')) }, cut],
    ['when its GPU has no memory', { runs: gpuIs(() => new Error('Out of memory')) }, cut],
    ['when it paints nonsense', {}, onlyOn('wasm-threads')],
  ])('%s, and is released before the next starts', async (_, wish, use) => {
    const { run, log } = fakeLadder(wish);
    expect(await run(use)).toMatchObject({ result: 'cut on wasm-threads' });
    expect(log).toEqual([
      'start webgpu-fp16',
      'release webgpu-fp16',
      'start webgpu-fp32',
      'release webgpu-fp32',
      'start wasm-threads',
    ]);
  });

  it('for good: the next picture does not try it again', async () => {
    const { run, log } = fakeLadder();
    await run(onlyOn('webgpu-fp32'));
    log.length = 0;
    expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp32' });
    expect(log).toEqual([]);
  });

  it('once, however many wait for it: no rung is skipped untried', async () => {
    const { start, run, log } = fakeLadder({ starts: (rung) => (rung === 'webgpu-fp16' ? broken() : null) });
    const [, ran] = await Promise.all([start(), run(cut)]);
    expect(ran.backend).toBe('webgpu-fp32');
    expect(log).toEqual(['start webgpu-fp16', 'start webgpu-fp32']);
  });

  it('down to the last one', async () => {
    const { run } = fakeLadder();
    expect(await run(onlyOn('wasm'))).toMatchObject({ backend: 'wasm' });
  });
});

describe('a rung is kept', () => {
  it.each<ErrorCode>(['decode-failed', 'image-too-large', 'unsupported-format', 'out-of-memory', 'internal'])(
    'when something but its network is at fault: %s',
    async (code) => {
      const { run, log, lessons } = fakeLadder();
      const fault = matteError(code);
      await expect(run(() => Promise.reject(fault))).rejects.toBe(fault);
      expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp16' });
      expect(log).toEqual(['start webgpu-fp16']);
      expect(lessons).toEqual(['webgpu-fp16 works']);
    },
  );

  it('when the picture fails before the rung has started, which is not waited for', async () => {
    const never = fakeLadder({ starts: () => null });
    const fault = matteError('decode-failed');
    await expect(never.run(() => Promise.reject(fault))).rejects.toBe(fault);
  });

  it.each([
    ['RangeError', new RangeError('Array buffer allocation failed')],
    ['WASM', new Error('std::bad_alloc')],
  ])('when a CPU rung has no memory: lower ones have no more of it (%s)', async (_, error) => {
    const { run, log } = fakeLadder({ plan: tryAll(['wasm-threads', 'wasm']), runs: () => error });
    await expect(run(cut)).rejects.toMatchObject({ code: 'out-of-memory' });
    expect(log).toEqual(['start wasm-threads']);
  });
});

describe.each<ErrorCode>(['model-missing', 'model-corrupt'])('%s', (code) => {
  it('is so on every rung, so no other is tried', async () => {
    const { run, log, lessons } = fakeLadder({ starts: () => matteError(code) });
    await expect(run(cut)).rejects.toMatchObject({ code });
    expect(log).toEqual(['start webgpu-fp16']);
    expect(lessons).toEqual([]);
  });

  it('is asked for again by the next picture', async () => {
    const { run } = fakeLadder({ starts: (_, time) => (time === 1 ? matteError(code) : null) });
    await expect(run(cut)).rejects.toMatchObject({ code });
    expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp16' });
  });
});

describe('no rung left', () => {
  it('is said so when none could start', async () => {
    const { run, log } = fakeLadder({ starts: broken });
    await expect(run(cut)).rejects.toMatchObject({ code: 'inference-failed' });
    expect(log).toEqual(RUNGS.map((rung) => `start ${rung}`));
  });

  it('is said so when all painted nonsense, and all are released; then it is the picture, and no rung is blamed', async () => {
    const { run, log, lessons } = fakeLadder();
    await expect(run(async (session) => ({ ok: false, ...(await session) }))).rejects.toMatchObject({
      code: 'inference-failed',
    });
    expect(log.filter((line) => line.startsWith('release'))).toEqual(RUNGS.map((rung) => `release ${rung}`));
    expect(lessons).toEqual([]);
  });

  it.each<[string, Parameters<typeof fakeLadder>[0]]>([
    ['cannot be had', {}],
    ['does not start', { starts: broken }],
  ])('is the choice’s fault when what was chosen %s', async (how, wish) => {
    const plan = RUNGS.map((rung) => {
      const isChosen = rung === 'webgpu-fp16' && how === 'does not start';
      const verdict = rung === 'webgpu-fp16' ? 'no-f16' : 'not-asked';
      return { rung, refusal: isChosen ? null : ({ rung, verdict } as const) };
    });
    await expect(fakeLadder({ ...wish, plan }).run(cut)).rejects.toMatchObject({ code: 'backend-unavailable' });
  });
});

describe('why this one', () => {
  it('names each rung above with what became of it', async () => {
    const plan = [
      { rung: 'webgpu-fp16', refusal: { rung: 'webgpu-fp16', verdict: 'no-f16' } } as const,
      ...tryAll(['webgpu-fp32', 'wasm-threads', 'wasm']),
    ];
    const { run } = fakeLadder({ plan, starts: (rung) => (rung === 'webgpu-fp32' ? broken() : null) });
    const { why } = await run(cut);
    expect(why).toEqual([
      { rung: 'webgpu-fp16', verdict: 'no-f16' },
      { rung: 'webgpu-fp32', verdict: 'failed-now', detail: 'start, no such shader' },
      { rung: 'wasm-threads', verdict: 'used' },
    ]);
    expect((await run(cut)).why).toEqual(why);
  });

  it('knows what another worker has tried', async () => {
    const fallen = [{ rung: 'webgpu-fp16', reason: 'run', detail: 'NaN' } as const];
    const { run, log, lessons } = fakeLadder({ fallen });
    expect((await run(cut)).why[0]).toEqual({ rung: 'webgpu-fp16', verdict: 'failed-now', detail: 'run, NaN' });
    expect(log).toEqual(['start webgpu-fp32']);
    expect(lessons).toEqual(['webgpu-fp16 failed: run, NaN', 'webgpu-fp32 works']);
  });
});

describe('what is learnt for the next time', () => {
  it('is which rungs failed where a lower one did not', async () => {
    const { run, lessons } = fakeLadder({ starts: (rung) => (rung === 'webgpu-fp16' ? broken() : null) });
    await run(onlyOn('wasm-threads'));
    expect(lessons).toEqual([
      'webgpu-fp16 failed: start, no such shader',
      'webgpu-fp32 failed: broken-output, not a number, or one value everywhere',
      'wasm-threads works',
    ]);
  });

  it('is not that a GPU had no memory: tomorrow it may', async () => {
    const { run, lessons } = fakeLadder({ runs: gpuIs(() => new Error('Out of memory')) });
    await run(cut);
    expect(lessons).toEqual(['wasm-threads works']);
  });

  it('is learnt once', async () => {
    const { run, lessons } = fakeLadder();
    await run(onlyOn('webgpu-fp32'));
    lessons.length = 0;
    await run(cut);
    expect(lessons).toEqual(['webgpu-fp32 works']);
  });
});

describe('a ladder that is given up', () => {
  it('releases its session, and starts no more', async () => {
    const { run, start, close, log } = fakeLadder();
    await start();
    await close();
    expect(log).toEqual(['start webgpu-fp16', 'release webgpu-fp16']);
    await expect(run(cut)).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('in the middle of a start releases what comes of it', async () => {
    const { start, close, log } = fakeLadder();
    const started = start();
    await close();
    await started;
    expect(log).toEqual(['start webgpu-fp16', 'release webgpu-fp16']);
  });
});
