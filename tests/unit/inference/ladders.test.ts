/** Which ladder an engine stands on, and what it remembers of rungs from one life to the next. */
import { describe, expect, it } from 'vitest';
import type { Machine } from '@/utils/inference/backend';
import { createLadders, type LadderWorld } from '@/utils/inference/ladders';
import type { RungFailure, RungMemory } from '@/utils/inference/rung-memory';
import type { EngineWish, Quality } from '@/utils/jobs/job';
import { type Backend, RUNGS } from '@/utils/jobs/rungs';
import { cut, type FakeSession, fakeLadder } from './fake-rungs';

const DAY = 24 * 3600 * 1000;
const MACHINE: Machine = {
  gpu: { name: 'acme rocket', software: false, shaderF16: true, bufferBytes: 1 << 30 },
  threads: true,
};

/** A machine with a memory, on which `bad` rungs do not start. Each `engine` is another worker, or another day. */
function computer(bad: ReadonlySet<Backend> = new Set()) {
  const rows = new Map<Backend, RungFailure>();
  const memory: RungMemory = {
    recall: async () => [...rows.values()],
    note: async (failure) => void rows.set(failure.rung, failure),
    forget: async (rung) => void rows.delete(rung),
  };
  const log: string[] = [];
  const state = { machine: MACHINE, browser: 'Chrome/156', time: 1000 * DAY, bad };
  const engine = (change: Partial<LadderWorld<FakeSession>> = {}) => {
    const ladderFor = createLadders<FakeSession>({
      probe: async () => state.machine,
      create: async (rung, quality) => {
        log.push(`start ${rung} ${quality}`);
        if (state.bad.has(rung)) throw new Error('no such shader');
        const [session] = await sessionOn(rung);
        return { ...session, release: async () => void log.push(`release ${rung} ${quality}`) };
      },
      inputSide: () => 1024,
      memory,
      browser: state.browser,
      now: () => state.time,
      ...change,
    });
    const run = async (wish: Partial<EngineWish> = {}) => {
      const ladder = await ladderFor({ backend: 'auto', quality: 'balanced', ...wish });
      return ladder.run(cut);
    };
    return { ladderFor, run };
  };
  return { engine, rows, log, state, memory };
}

async function sessionOn(rung: Backend): Promise<[FakeSession]> {
  const ladder = fakeLadder({ plan: [{ rung, refusal: null }] });
  await ladder.start();
  return ladder.sessions as [FakeSession];
}

describe('one ladder at a time', () => {
  it('stays, for the same wish', async () => {
    const { engine, log } = computer();
    const { run } = engine();
    await run();
    await run();
    expect(log).toEqual(['start webgpu-fp16 balanced']);
  });

  it.each<[string, Partial<EngineWish>, string]>([
    ['quality', { quality: 'best' }, 'start webgpu-fp16 best'],
    ['backend', { backend: 'wasm' }, 'start wasm-threads balanced'],
  ])('gives its sessions back before another %s starts', async (_, wish, started) => {
    const { engine, log } = computer();
    const { run } = engine();
    await run();
    await run(wish);
    expect(log).toEqual(['start webgpu-fp16 balanced', 'release webgpu-fp16 balanced', started]);
  });

  it('also when the other wish comes while it still starts', async () => {
    const { engine, log } = computer();
    const { ladderFor, run } = engine();
    const first = (await ladderFor({ backend: 'auto', quality: 'fast' })).start();
    await run();
    await first;
    expect(log).toEqual(['start webgpu-fp16 fast', 'release webgpu-fp16 fast', 'start webgpu-fp16 balanced']);
  });
});

describe('what the worker before this one tried', () => {
  const fallen = [{ rung: 'webgpu-fp16', reason: 'memory', detail: 'none left' }] as const;

  it('counts for the wish it was tried for, not for the next one', async () => {
    const { engine } = computer();
    const { ladderFor } = engine();
    const wish: EngineWish = { backend: 'auto', quality: 'balanced' };
    expect(await (await ladderFor(wish, fallen)).run(cut)).toMatchObject({ backend: 'webgpu-fp32' });
    const other = await ladderFor({ ...wish, quality: 'fast' }, fallen);
    expect(await other.run(cut)).toMatchObject({ backend: 'webgpu-fp16' });
  });
});

describe('a rung that failed', () => {
  const NO_F16 = new Set<Backend>(['webgpu-fp16']);

  it('is written down, with the browser, the GPU and the time', async () => {
    const { engine, rows } = computer(NO_F16);
    await engine().run();
    expect([...rows.values()]).toEqual([
      {
        rung: 'webgpu-fp16',
        reason: 'start',
        detail: 'no such shader',
        browser: 'Chrome/156 · acme rocket',
        at: 1000 * DAY,
      },
    ]);
  });

  it('is not tried by the next engine, which says why', async () => {
    const { engine, log } = computer(NO_F16);
    await engine().run();
    log.length = 0;
    const { backend, why } = await engine().run();
    expect(backend).toBe('webgpu-fp32');
    expect(why[0]).toEqual({ rung: 'webgpu-fp16', verdict: 'failed-before', detail: 'start, no such shader' });
    expect(log).toEqual(['start webgpu-fp32 balanced']);
  });

  it.each<[string, (state: ReturnType<typeof computer>['state']) => void, boolean]>([
    ['in an updated browser', (state) => (state.browser = 'Chrome/157'), true],
    ['after 14 days', (state) => (state.time += 14 * DAY), true],
    ['with another GPU', (state) => (state.machine = withGpu('other')), true],
    ['when the clock was set back by years', (state) => (state.time -= 700 * DAY), true],
    ['after 13 days', (state) => (state.time += 13 * DAY), false],
  ])('gets a new try %s: %o', async (_, change, again) => {
    const { engine, log, state } = computer(NO_F16);
    await engine().run();
    log.length = 0;
    change(state);
    await engine().run();
    expect(log.includes('start webgpu-fp16 balanced')).toBe(again);
  });

  it('and works at the new try is forgotten', async () => {
    const { engine, rows, state } = computer(NO_F16);
    await engine().run();
    state.browser = 'Chrome/157';
    state.bad = new Set();
    expect(await engine().run()).toMatchObject({ backend: 'webgpu-fp16' });
    expect(rows.size).toBe(0);
  });

  it('is tried when it is forced, and forgotten when it works', async () => {
    const { engine, rows, state } = computer(NO_F16);
    await engine().run();
    await expect(engine().run({ backend: 'only:webgpu-fp16' })).rejects.toMatchObject({ code: 'backend-unavailable' });
    expect(rows.size).toBe(1);
    state.bad = new Set();
    await engine().run({ backend: 'only:webgpu-fp16' });
    expect(rows.size).toBe(0);
  });

  it('is not remembered when everything fails: the fault is elsewhere', async () => {
    const { engine, rows } = computer(new Set(RUNGS));
    await expect(engine().run()).rejects.toMatchObject({ code: 'inference-failed' });
    expect(rows.size).toBe(0);
  });
});

it('a memory that cannot be read or written costs a failing start, never a picture', async () => {
  const no = () => Promise.reject(new Error('the disk is full'));
  const { engine } = computer(new Set<Backend>(['webgpu-fp16']));
  const { run } = engine({ memory: { recall: no, note: no, forget: no } });
  expect(await run()).toMatchObject({ backend: 'webgpu-fp32' });
});

it('a network too large for the GPU’s buffers runs elsewhere; at half the side it fits', async () => {
  const { engine, state } = computer();
  state.machine = { ...MACHINE, gpu: { ...(MACHINE.gpu as NonNullable<Machine['gpu']>), bufferBytes: 40 << 20 } };
  const sides: Record<Quality, number> = { fast: 512, balanced: 1024, best: 1024 };
  const { run } = engine({ inputSide: (quality) => sides[quality] });
  expect((await run()).why).toMatchObject([{ verdict: 'limits' }, { verdict: 'limits' }, { verdict: 'used' }]);
  expect(await run({ quality: 'fast' })).toMatchObject({ backend: 'webgpu-fp16' });
});

function withGpu(name: string): Machine {
  return { ...MACHINE, gpu: { ...(MACHINE.gpu as NonNullable<Machine['gpu']>), name } };
}
