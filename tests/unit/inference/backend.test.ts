import { describe, expect, it } from 'vitest';
import { type Gpu, type Machine, type Plan, planRungs, probeMachine, type Scope } from '@/utils/inference/backend';
import type { RungFailure } from '@/utils/inference/rung-memory';
import { BACKEND_CHOICES, type BackendChoice, RUNGS } from '@/utils/jobs/rungs';

const GPU_: Gpu = { name: 'acme rocket', software: false, shaderF16: true, bufferBytes: 1 << 30 };
/** A machine that has everything; each test takes one thing away. */
const FULL: Machine = { gpu: GPU_, threads: true };
const NEEDS = 128 << 20;

function plan(choice: BackendChoice, machine: Machine = FULL, failures: readonly RungFailure[] = []) {
  const wish: Plan = { choice, machine, failures, largestTensor: (r) => (r === 'webgpu-fp16' ? NEEDS / 2 : NEEDS) };
  return planRungs(wish);
}

/** What is to be tried. */
const tried = (...args: Parameters<typeof plan>) =>
  plan(...args)
    .filter(({ refusal }) => !refusal)
    .map(({ rung }) => rung);
/** Why the others are not. */
const refused = (...args: Parameters<typeof plan>) =>
  Object.fromEntries(plan(...args).flatMap(({ rung, refusal }) => (refusal ? [[rung, refusal.verdict]] : [])));

const failure = (rung: RungFailure['rung']): RungFailure => {
  return { rung, reason: 'broken-output', detail: 'NaN', browser: 'Chrome 1', at: 1 };
};

describe('what is tried', () => {
  const [fp16, fp32, threads, wasm] = RUNGS;
  const cases: [string, Machine, { auto: string[]; webgpu: string[]; wasm: string[] }][] = [
    ['with everything', FULL, { auto: [...RUNGS], webgpu: [fp16, fp32], wasm: [threads, wasm] }],
    [
      'without half floats',
      { ...FULL, gpu: { ...GPU_, shaderF16: false } },
      { auto: [fp32, threads, wasm], webgpu: [fp32], wasm: [threads, wasm] },
    ],
    ['without threads', { ...FULL, threads: false }, { auto: [fp16, fp32, wasm], webgpu: [fp16, fp32], wasm: [wasm] }],
    ['without a GPU', { ...FULL, gpu: null }, { auto: [threads, wasm], webgpu: [], wasm: [threads, wasm] }],
    [
      'with a GPU made of software',
      { ...FULL, gpu: { ...GPU_, software: true } },
      { auto: [threads, wasm], webgpu: [fp16, fp32], wasm: [threads, wasm] },
    ],
    [
      'whose GPU has small buffers',
      { ...FULL, gpu: { ...GPU_, bufferBytes: NEEDS - 1 } },
      { auto: [fp16, threads, wasm], webgpu: [fp16], wasm: [threads, wasm] },
    ],
    ['with nothing', { gpu: null, threads: false }, { auto: [wasm], webgpu: [], wasm: [wasm] }],
  ];
  it.each(cases)('on a machine %s', (_, machine, expected) => {
    const rungs = { auto: tried('auto', machine), webgpu: tried('webgpu', machine), wasm: tried('wasm', machine) };
    expect(rungs).toEqual(expected);
  });

  it.each(RUNGS)('a forced rung alone: %s', (rung) => {
    expect(tried(`only:${rung}`)).toEqual([rung]);
  });

  it('a forced rung on software, but not without what it needs', () => {
    const software = { ...FULL, gpu: { ...GPU_, software: true, shaderF16: false } };
    expect(tried('only:webgpu-fp32', software)).toEqual(['webgpu-fp32']);
    expect(tried('only:webgpu-fp16', software)).toEqual([]);
  });
});

describe('why a rung is not tried', () => {
  it.each<[string, Machine, BackendChoice, object]>([
    ['no GPU', { ...FULL, gpu: null }, 'auto', { 'webgpu-fp16': 'no-adapter', 'webgpu-fp32': 'no-adapter' }],
    [
      'a GPU made of software',
      { ...FULL, gpu: { ...GPU_, software: true } },
      'auto',
      { 'webgpu-fp16': 'software-adapter', 'webgpu-fp32': 'software-adapter' },
    ],
    ['no half floats', { ...FULL, gpu: { ...GPU_, shaderF16: false } }, 'auto', { 'webgpu-fp16': 'no-f16' }],
    ['small buffers', { ...FULL, gpu: { ...GPU_, bufferBytes: NEEDS - 1 } }, 'auto', { 'webgpu-fp32': 'limits' }],
    ['no threads', { ...FULL, threads: false }, 'auto', { 'wasm-threads': 'no-threads' }],
    ['another choice', FULL, 'wasm', { 'webgpu-fp16': 'not-asked', 'webgpu-fp32': 'not-asked' }],
    ['nothing', FULL, 'auto', {}],
  ])('%s', (_, machine, choice, expected) => {
    expect(refused(choice, machine)).toEqual(expected);
  });

  it.each(BACKEND_CHOICES)('every rung is either tried or explained, best first: %s', (choice) => {
    expect(plan(choice).map(({ rung }) => rung)).toEqual([...RUNGS]);
  });
});

describe('a rung that has failed lately', () => {
  it('is left out, with how it failed', () => {
    const [fp16] = plan('auto', FULL, [failure('webgpu-fp16')]);
    expect(fp16?.refusal).toEqual({ rung: 'webgpu-fp16', verdict: 'failed-before', detail: 'broken-output, NaN' });
    expect(tried('auto', FULL, [failure('webgpu-fp16')])).toEqual(['webgpu-fp32', 'wasm-threads', 'wasm']);
  });

  it('is tried when it is forced: nothing else would be left', () => {
    expect(tried('only:webgpu-fp16', FULL, [failure('webgpu-fp16')])).toEqual(['webgpu-fp16']);
  });

  it('is tried when all that was asked for have failed', () => {
    const failures = [failure('webgpu-fp16'), failure('webgpu-fp32')];
    expect(tried('webgpu', FULL, failures)).toEqual(['webgpu-fp16', 'webgpu-fp32']);
    expect(tried('auto', FULL, failures)).toEqual(['wasm-threads', 'wasm']);
  });

  it('is not thereby able to do what the machine cannot', () => {
    const machine = { gpu: null, threads: true };
    expect(tried('auto', machine, RUNGS.map(failure))).toEqual(['wasm-threads', 'wasm']);
  });
});

describe('probeMachine', () => {
  const limits = { maxBufferSize: 1 << 30, maxStorageBufferBindingSize: 1 << 29 };
  const info = { vendor: 'acme', architecture: 'rocket', isFallbackAdapter: false };
  const good = { info, limits, features: new Set(['shader-f16']) };
  const gpu = { ...GPU_, bufferBytes: 1 << 29 };

  function scope(answer: (() => Promise<object | null>) | null, change: Partial<Scope> = {}, cores = 8): Scope {
    const own = answer ? { gpu: { requestAdapter: answer } as unknown as GPU } : {};
    return { navigator: { ...own, hardwareConcurrency: cores }, SharedArrayBuffer, ...change };
  }
  const offers = (adapter: object | null) => scope(async () => adapter);

  it('finds everything there is; of two limits the smaller counts', async () => {
    expect(await probeMachine(offers(good))).toEqual({ gpu, threads: true });
  });

  it.each([
    ['there is no WebGPU', scope(null)],
    ['WebGPU has no adapter', offers(null)],
    ['WebGPU cannot even be asked', scope(() => Promise.reject(new Error('GPU process crashed')))],
  ])('finds no GPU when %s, and does not throw', async (_, without) => {
    expect(await probeMachine(without)).toEqual({ gpu: null, threads: true });
  });

  it('asks once more when there is none: while the GPU’s process starts anew, the first answer may be wrong', async () => {
    const answers = [null, good];
    expect((await probeMachine(scope(async () => answers.shift() ?? null))).gpu).toEqual(gpu);
  });

  it('knows a GPU made of software', async () => {
    const software = { ...good, info: { ...info, isFallbackAdapter: true } };
    expect((await probeMachine(offers(software))).gpu).toEqual({ ...gpu, software: true });
  });

  it('asks for half floats, not for just any feature', async () => {
    const other = { ...good, features: new Set(['timestamp-query']) };
    expect((await probeMachine(offers(other))).gpu).toEqual({ ...gpu, shaderF16: false });
  });

  it.each([
    ['memory cannot be shared', scope(async () => good, { SharedArrayBuffer: undefined })],
    ['there is one core', scope(async () => good, {}, 1)],
  ])('finds no threads when %s', async (_, without) => {
    expect(await probeMachine(without)).toEqual({ gpu, threads: false });
  });
});
