import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCpuEngine } from '../../../../utils/inference/cpu/engine';
import { toMatte } from '../../../../utils/inference/cpu/matte';
import type { ConvStep, PlanTensor } from '../../../../utils/inference/cpu/plan';
import { type Built, photo, planBuilder, smallNetwork } from './plans';
import { type Planes, runPlainly } from './reference';

let kernels: WebAssembly.Module;
const helpers: Worker[] = [];

beforeAll(async () => {
  kernels = await WebAssembly.compile(readFileSync('public/kernels/kernels.wasm'));
});

afterEach(async () => {
  await Promise.all(helpers.splice(0).map((helper) => helper.terminate()));
});

const HELPER = `
  const { module, memory } = require('node:worker_threads').workerData;
  WebAssembly.instantiate(module, { env: { memory } }).then(({ exports }) => exports.help());`;

const nobody = () => {};
const alphasOf = ({ width, data }: Planes, side: number) => toMatte({ width, height: width, data }, side).data;

async function cutBy({ plan, halves }: Built, input: Planes, invite: (memory: WebAssembly.Memory) => void = nobody) {
  const engine = await createCpuEngine(kernels, [{ plan, halves, sides: [input.width] }], invite);
  return engine.segment(0, input).data;
}

function largestError(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0);
}

describe('a network with everything in it', () => {
  // 22 → 11 → 6: odd sides are rounded up, and the last tile of a row overlaps the one before.
  it.each([
    ['float', 22, 1e-5],
    ['float', 32, 1e-5],
    ['byte', 22, 0.02],
    ['byte', 32, 0.02],
  ] as const)('in %ss at %i pixels sees what plain arithmetic sees', async (type, side, tolerance) => {
    const built = smallNetwork(type);
    const input = photo(side);
    const expected = alphasOf(runPlainly(built.plan, built.halves, input), side);
    expect(largestError(await cutBy(built, input), expected)).toBeLessThan(tolerance);
    // A matte that is one value everywhere would be near any other.
    expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.1);
  });
});

describe('a convolution', () => {
  const shapes: [string, Partial<ConvStep>][] = [
    ['1×1', { size: 1 }],
    ['3×3', {}],
    ['3×3 by 2', { stride: 2 }],
    ['of dilation 2', { dilation: 2 }],
    ['of dilation 8, wider than the picture', { dilation: 8 }],
    ['7×7', { size: 7 }],
  ];
  const types: PlanTensor['type'][] = ['byte', 'float'];
  it.each(types.flatMap((type) => shapes.map((shape) => [type, ...shape] as const)))(
    'on %ss, %s, is exact',
    async (type, _, shape) => {
      const net = planBuilder(type, () => 1);
      // Copies the photo's three channels into sixteen: bytes hold it exactly.
      const weights = Array.from({ length: 48 }, (__, i) => Number(i % 3 === Math.floor(i / 3) % 3));
      net.conv('photo', 'copy', 16, { size: 1, inline: { weights, bias: Array(16).fill(0) } });
      net.conv('copy', 'out', 1, { relu: false, ...shape });
      const built = net.build('out');
      const input = photo(20);
      const expected = alphasOf(runPlainly(built.plan, built.halves, input), 20);
      // Weights are rounded twice over: to 1/127 of the largest, and what is left to 1/254 of that.
      expect(largestError(await cutBy(built, input), expected)).toBeLessThan(3e-4);
    },
  );
});

describe('threads', () => {
  it.each([1, 3])('%i helpers: the same matte, bit by bit, picture after picture', async (count) => {
    const built = smallNetwork('byte');
    const pictures = [1, 2, 3, 4].map((seed) => photo(64, seed));
    const alone = await Promise.all(pictures.map((picture) => cutBy(built, picture)));
    const invite = (memory: WebAssembly.Memory) => {
      for (let i = 0; i < count; i++) {
        helpers.push(new Worker(HELPER, { eval: true, workerData: { module: kernels, memory } }));
      }
    };
    const engine = await createCpuEngine(kernels, [{ ...built, sides: [64] }], invite);
    await Promise.all(helpers.map((helper) => new Promise((resolve) => helper.once('online', resolve))));
    for (let round = 0; round < 20; round++) {
      pictures.forEach((picture, i) => {
        expect(engine.segment(0, picture).data).toEqual(alone[i]);
      });
    }
  });
});

describe('what it refuses', () => {
  it('a side at which a tensor is narrower than four pixels', async () => {
    await expect(cutBy(smallNetwork('byte'), photo(12))).rejects.toThrow(RangeError);
  });

  it('a map made of bytes that is too wide for its fine weights', async () => {
    const net = planBuilder('byte');
    net.conv('photo', 'a', 16);
    net.conv('a', 'out', 8, { relu: false });
    await expect(cutBy(net.build('out'), photo(32))).rejects.toThrow('no room for fine weights');
  });

  it('a square of a side that it was not made for', async () => {
    const engine = await createCpuEngine(kernels, [{ ...smallNetwork('byte'), sides: [32] }], nobody);
    expect(() => engine.segment(0, photo(64))).toThrow('not made for squares of 64');
  });

  it('a weights file that ends too early', async () => {
    const { plan, halves } = smallNetwork('byte');
    await expect(cutBy({ plan, halves: halves.slice(0, 100) }, photo(32))).rejects.toThrow(RangeError);
  });
});

it('two networks share one memory, and each keeps its own weights and sizes', async () => {
  const [bytes, floats] = [smallNetwork('byte'), smallNetwork('float')];
  const loads = [
    { ...bytes, sides: [32, 64] },
    { ...floats, sides: [22] },
  ];
  const engine = await createCpuEngine(kernels, loads, nobody);
  const asked = [
    [0, 64, bytes],
    [1, 22, floats],
    [0, 32, bytes],
    [0, 64, bytes],
  ] as const;
  for (const [load, side, built] of asked) {
    expect(engine.segment(load, photo(side)).data).toEqual(await cutBy(built, photo(side)));
  }
});
