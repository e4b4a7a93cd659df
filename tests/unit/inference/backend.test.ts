import { describe, expect, it } from 'vitest';
import { type Machine, probeMachine, rungsFor, type Scope } from '@/utils/inference/backend';

/** A machine that has everything; each test takes one thing away. */
const FULL: Machine = { adapter: true, software: false, shaderF16: true, threads: true };
const NO_GPU = { adapter: false, shaderF16: false };

const ALL = ['webgpu-fp16', 'webgpu-fp32', 'wasm-threads', 'wasm'];

describe('rungsFor', () => {
  it.each<[string, Partial<Machine>, { auto: string[]; webgpu: string[]; wasm: string[] }]>([
    ['with everything', {}, { auto: ALL, webgpu: ALL.slice(0, 2), wasm: ALL.slice(2) }],
    ['without half floats', { shaderF16: false }, { auto: ALL.slice(1), webgpu: ['webgpu-fp32'], wasm: ALL.slice(2) }],
    [
      'without threads',
      { threads: false },
      { auto: [...ALL.slice(0, 2), 'wasm'], webgpu: ALL.slice(0, 2), wasm: ['wasm'] },
    ],
    ['without a GPU', NO_GPU, { auto: ALL.slice(2), webgpu: [], wasm: ALL.slice(2) }],
    [
      'with a GPU made of software',
      { software: true },
      { auto: ALL.slice(2), webgpu: ALL.slice(0, 2), wasm: ALL.slice(2) },
    ],
    ['with nothing', { ...NO_GPU, threads: false }, { auto: ['wasm'], webgpu: [], wasm: ['wasm'] }],
  ])('on a machine %s', (_, change, expected) => {
    const machine = { ...FULL, ...change };
    const rungs = {
      auto: rungsFor('auto', machine),
      webgpu: rungsFor('webgpu', machine),
      wasm: rungsFor('wasm', machine),
    };
    expect(rungs).toEqual(expected);
  });
});

describe('probeMachine', () => {
  type Adapter = { info: { isFallbackAdapter: boolean }; features: ReadonlySet<string> };
  const good: Adapter = { info: { isFallbackAdapter: false }, features: new Set(['shader-f16']) };

  function scope(answer: (() => Promise<Adapter | null>) | null, change: Partial<Scope> = {}, cores = 8): Scope {
    const gpu = answer ? { gpu: { requestAdapter: answer } as unknown as GPU } : {};
    return { navigator: { ...gpu, hardwareConcurrency: cores }, SharedArrayBuffer, ...change };
  }
  const offers = (adapter: Adapter | null) => scope(async () => adapter);

  it('finds everything there is', async () => {
    expect(await probeMachine(offers(good))).toEqual(FULL);
  });

  it.each([
    ['there is no WebGPU', scope(null)],
    ['WebGPU has no adapter', offers(null)],
    ['WebGPU cannot even be asked', scope(() => Promise.reject(new Error('GPU process crashed')))],
  ])('finds no GPU when %s, and does not throw', async (_, without) => {
    expect(await probeMachine(without)).toEqual({ ...FULL, ...NO_GPU });
  });

  it('knows a GPU made of software', async () => {
    const software = { ...good, info: { isFallbackAdapter: true } };
    expect(await probeMachine(offers(software))).toEqual({ ...FULL, software: true });
  });

  it('asks for half floats, not for just any feature', async () => {
    const other = { ...good, features: new Set(['timestamp-query']) };
    expect(await probeMachine(offers(other))).toEqual({ ...FULL, shaderF16: false });
  });

  it.each([
    ['memory cannot be shared', scope(async () => good, { SharedArrayBuffer: undefined })],
    ['there is one core', scope(async () => good, {}, 1)],
  ])('finds no threads when %s', async (_, without) => {
    expect(await probeMachine(without)).toEqual({ ...FULL, threads: false });
  });
});
