import { describe, expect, it } from 'vitest';
import { noiseBytes } from '../../fixtures/scenes';
import { load } from './load';

const { mergeConvs } = await load('models/stem.mjs');

interface Planes {
  readonly channels: number;
  readonly side: number;
  readonly data: Float32Array;
}

interface Conv {
  readonly weights: { readonly dims: readonly [number, number, number, number]; readonly data: Float32Array };
  readonly bias: { readonly dims: readonly [number]; readonly data: Float32Array };
  readonly stride: number;
  readonly pad: number;
}

let drawn = 0;
const noise = noiseBytes(5000);
/** Repeatable numbers from −1 to 1. */
const random = (length: number) => Float32Array.from({ length }, () => (noise[drawn++] ?? 0) / 127.5 - 1);

function randomConv(inputs: number, outputs: number, stride: number): Conv {
  const dims = [outputs, inputs, 3, 3] as const;
  const bias = { dims: [outputs], data: random(outputs) } as const;
  return { weights: { dims, data: random(outputs * inputs * 9) }, bias, stride, pad: 1 };
}

/** As the definition has it, with zeros around. */
function convolve({ weights, bias, stride, pad }: Conv, { side, data }: Planes): Planes {
  const [outputs, inputs, size] = weights.dims;
  const to = Math.floor((side + 2 * pad - size) / stride) + 1;
  const at = (i: number, y: number, x: number) =>
    y < 0 || x < 0 || y >= side || x >= side ? 0 : (data[(i * side + y) * side + x] ?? 0);
  const result = new Float32Array(outputs * to * to).map((_, place) => {
    const [o, y, x] = [Math.floor(place / to ** 2), Math.floor(place / to) % to, place % to];
    let sum = bias.data[o] ?? 0;
    for (let tap = 0; tap < inputs * size * size; tap++) {
      const [i, dy, dx] = [Math.floor(tap / size ** 2), Math.floor(tap / size) % size, tap % size];
      const weight = weights.data[o * inputs * size ** 2 + tap] ?? 0;
      sum += weight * at(i, y * stride + dy - pad, x * stride + dx - pad);
    }
    return sum;
  });
  return { channels: outputs, side: to, data: result };
}

function differences(a: Planes, b: Planes): { inner: number; ring: number } {
  let [inner, ring] = [0, 0];
  a.data.forEach((value, i) => {
    const [y, x] = [Math.floor(i / a.side) % a.side, i % a.side];
    const off = Math.abs(value - (b.data[i] ?? Number.NaN));
    if (Math.min(y, x) === 0 || Math.max(y, x) === a.side - 1) ring = Math.max(ring, off);
    else inner = Math.max(inner, off);
  });
  return { inner, ring };
}

describe.each([1, 2])('two convolutions, the first by %d', (stride) => {
  const [first, second] = [randomConv(3, 5, stride), randomConv(5, 4, 1)];
  const merged: Conv = mergeConvs(first, second);
  const picture = { channels: 3, side: 16, data: random(3 * 16 * 16) };
  const two = convolve(second, convolve(first, picture));
  const one = convolve(merged, picture);

  it('are one of the same stride, with a larger kernel', () => {
    const size = 3 + 2 * stride;
    expect(merged).toMatchObject({ stride, pad: 1 + stride, weights: { dims: [4, 3, size, size] } });
    expect(one.side).toBe(two.side);
  });

  it('say the same but for the outermost ring, where the second saw zeros that the first had not made', () => {
    const { inner, ring } = differences(one, two);
    expect(inner).toBeLessThan(1e-4);
    expect(ring, 'or else this test compares something else').toBeGreaterThan(1e-2);
  });

  it('say the same everywhere when nothing is padded', () => {
    const unpadded = (conv: Conv) => ({ ...conv, pad: 0 });
    const whole: Conv = mergeConvs(unpadded(first), unpadded(second));
    const apart = convolve(unpadded(second), convolve(unpadded(first), picture));
    const { inner, ring } = differences(convolve(whole, picture), apart);
    expect(Math.max(inner, ring)).toBeLessThan(1e-4);
  });
});
