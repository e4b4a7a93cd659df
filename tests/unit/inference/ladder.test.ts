import { describe, expect, it } from 'vitest';
import { type ErrorCode, matteError } from '@/utils/errors';
import { type Attempt, createLadder, type LiveSegmenter } from '@/utils/inference/ladder';
import type { Backend } from '@/utils/jobs/job';

const RUNGS: readonly Backend[] = ['webgpu-fp16', 'webgpu-fp32', 'wasm-threads', 'wasm'];

/** A segmenter that can only say on which rung it stands. */
interface Named extends LiveSegmenter {
  readonly rung: Backend;
}

/** A ladder on which `fails` decides what cannot start; logs every start and release. */
function ladderWith({
  fails = () => null,
  rungs = RUNGS,
}: {
  fails?: (rung: Backend) => unknown;
  rungs?: readonly Backend[];
}) {
  const log: string[] = [];
  const ladder = createLadder(rungs, async (rung) => {
    log.push(`start ${rung}`);
    const error = fails(rung);
    if (error) throw error;
    const segmenter: Named = {
      rung,
      input: { inputSize: 8, mean: 128, scale: 256 },
      segment: async ({ width, height }) => ({ width, height, data: new Float32Array(width * height) }),
      release: async () => void log.push(`release ${rung}`),
    };
    return segmenter;
  });
  return { ...ladder, log };
}

const rungOf = (segmenter: LiveSegmenter) => (segmenter as Named).rung;
/** Names the rung it ran on. */
const cut = async (segmenter: LiveSegmenter): Promise<Attempt<string>> => ({
  ok: true,
  result: `cut on ${rungOf(segmenter)}`,
});
const onlyOn = (good: Backend, otherwise: () => Promise<Attempt<string>>) => (segmenter: LiveSegmenter) =>
  rungOf(segmenter) === good ? cut(segmenter) : otherwise();
const broken = () => new Error('device lost');

describe('a ladder', () => {
  it('runs on the best rung, and says which', async () => {
    const { run, log } = ladderWith({});
    expect(await run(cut)).toEqual({ result: 'cut on webgpu-fp16', backend: 'webgpu-fp16' });
    expect(log).toEqual(['start webgpu-fp16']);
  });

  it('keeps its segmenter warm for the next picture', async () => {
    const { run, segmenter, log } = ladderWith({});
    await segmenter();
    await run(cut);
    await run(cut);
    expect(log).toEqual(['start webgpu-fp16']);
  });

  it('shares one start among those who ask meanwhile', async () => {
    const { segmenter, log } = ladderWith({});
    const [first, second] = await Promise.all([segmenter(), segmenter()]);
    expect(first).toBe(second);
    expect(log).toEqual(['start webgpu-fp16']);
  });
});

describe('a rung is left for the next lower one', () => {
  it('when it cannot start', async () => {
    const { run, log } = ladderWith({ fails: (rung) => (rung.startsWith('webgpu') ? broken() : null) });
    expect(await run(cut)).toEqual({ result: 'cut on wasm-threads', backend: 'wasm-threads' });
    expect(log).toEqual(['start webgpu-fp16', 'start webgpu-fp32', 'start wasm-threads']);
  });

  it.each([
    ['when it throws', () => Promise.reject(broken())],
    ['when it says that it failed', () => Promise.reject(matteError('inference-failed'))],
    ['when it paints nonsense', async () => ({ ok: false }) as const],
  ])('%s, and is released', async (_, otherwise) => {
    const { run, log } = ladderWith({});
    expect(await run(onlyOn('wasm-threads', otherwise))).toEqual({
      result: 'cut on wasm-threads',
      backend: 'wasm-threads',
    });
    expect(log).toEqual([
      'start webgpu-fp16',
      'release webgpu-fp16',
      'start webgpu-fp32',
      'release webgpu-fp32',
      'start wasm-threads',
    ]);
  });

  it('for good: the next picture does not try it again', async () => {
    const { run, log } = ladderWith({});
    await run(onlyOn('webgpu-fp32', async () => ({ ok: false })));
    log.length = 0;
    expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp32' });
    expect(log).toEqual([]);
  });

  it('once, however many wait for it: no rung is skipped untried', async () => {
    const { segmenter, log } = ladderWith({ fails: (rung) => (rung === 'webgpu-fp16' ? broken() : null) });
    const [first, second] = await Promise.all([segmenter(), segmenter()]);
    expect([first, second].map(rungOf)).toEqual(['webgpu-fp32', 'webgpu-fp32']);
    expect(log).toEqual(['start webgpu-fp16', 'start webgpu-fp32']);
  });

  it('even if it cannot be released', async () => {
    const rungs = ['webgpu-fp32', 'wasm'] as const;
    const ladder = createLadder(rungs, async (rung) => ({
      ...(await ladderWith({ rungs: [rung] }).segmenter()),
      release: () => Promise.reject(broken()),
    }));
    expect(await ladder.run(onlyOn('wasm', () => Promise.reject(broken())))).toMatchObject({ backend: 'wasm' });
  });
});

describe('a rung is kept', () => {
  it.each<ErrorCode>(['decode-failed', 'image-too-large', 'unsupported-format', 'out-of-memory'])(
    'when the picture is at fault: %s',
    async (code) => {
      const { run, log } = ladderWith({});
      const fault = matteError(code);
      await expect(run(() => Promise.reject(fault))).rejects.toBe(fault);
      expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp16' });
      expect(log).toEqual(['start webgpu-fp16']);
    },
  );

  it('when there was no memory for the picture: lower rungs have no more of it', async () => {
    const { run, log } = ladderWith({});
    const fault = new RangeError('Array buffer allocation failed');
    await expect(run(() => Promise.reject(fault))).rejects.toBe(fault);
    expect(log).toEqual(['start webgpu-fp16']);
  });
});

describe('files that are missing or damaged', () => {
  it.each<ErrorCode>(['model-missing', 'model-corrupt'])(
    '%s: are so on every rung, so no other is tried',
    async (code) => {
      const { run, log } = ladderWith({ fails: () => matteError(code) });
      await expect(run(cut)).rejects.toMatchObject({ code });
      expect(log).toEqual(['start webgpu-fp16']);
    },
  );

  it.each<ErrorCode>(['model-missing', 'model-corrupt'])(
    '%s: are asked for again by the next picture',
    async (code) => {
      let first = true;
      const fails = () => {
        const error = first ? matteError(code) : null;
        first = false;
        return error;
      };
      const { run } = ladderWith({ fails });
      await expect(run(cut)).rejects.toMatchObject({ code });
      expect(await run(cut)).toMatchObject({ backend: 'webgpu-fp16' });
    },
  );
});

describe('no rung left', () => {
  it('is said so when none could start', async () => {
    const { run, log } = ladderWith({ fails: broken });
    await expect(run(cut)).rejects.toMatchObject({ code: 'inference-failed' });
    expect(log).toEqual(RUNGS.map((rung) => `start ${rung}`));
  });

  it('is said so when all painted nonsense, and all are released', async () => {
    const { run, log } = ladderWith({});
    await expect(run(async () => ({ ok: false }))).rejects.toMatchObject({ code: 'inference-failed' });
    expect(log.filter((line) => line.startsWith('release'))).toEqual(RUNGS.map((rung) => `release ${rung}`));
  });

  it('is said so when the choice cannot be had on this machine', async () => {
    const { run } = ladderWith({ rungs: [] });
    await expect(run(cut)).rejects.toMatchObject({ code: 'inference-failed' });
  });
});
