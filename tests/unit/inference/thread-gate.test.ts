import { expect, it } from 'vitest';
import { createThreadGate, FreshWorkerNeeded, threadsOf } from '@/utils/inference/thread-gate';
import { cut, fakeLadder } from './fake-rungs';

const THREADS = { gpu: null, threads: true };

it.each([
  ['as many threads as cores, at most eight', 'wasm-threads', THREADS, 12, 8],
  ['no more than there are cores', 'wasm-threads', THREADS, 2, 2],
  ['one where memory cannot be shared', 'wasm-threads', { gpu: null, threads: false }, 8, 1],
  ['one on the last rung, whose point it is', 'wasm', THREADS, 8, 1],
  ['those of the CPU for what a GPU leaves to it', 'webgpu-fp16', THREADS, 6, 6],
] as const)('a rung gets %s', (_, rung, machine, cores, expected) => {
  expect(threadsOf(rung, machine, cores)).toBe(expected);
});

it('ORT is told once; another number needs another worker', () => {
  const told: number[] = [];
  const gate = createThreadGate((threads) => void told.push(threads));
  gate(4);
  gate(4);
  expect(() => gate(1)).toThrow(FreshWorkerNeeded);
  expect(told).toEqual([4]);
});

it('a ladder that needs another worker blames no rung for it, and says what has failed so far', async () => {
  const { run, fallen, lessons } = fakeLadder({
    starts: (rung) => (rung === 'wasm' ? new FreshWorkerNeeded() : new Error('no threads')),
  });
  await expect(run(cut)).rejects.toBeInstanceOf(FreshWorkerNeeded);
  expect(fallen().map(({ rung }) => rung)).toEqual(['webgpu-fp16', 'webgpu-fp32', 'wasm-threads']);
  expect(lessons).toEqual([]);
});
