import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resizeMatte, triangleTaps } from '../../../utils/pipeline/resize';
import { largestDifference, mirrored, paintMatte } from './scenes';

const side = fc.integer({ min: 1, max: 60 });

function weightsOf(from: number, to: number, t: number): number[] {
  const { count, weights, stride } = triangleTaps(from, to);
  return Array.from(weights.slice(t * stride, t * stride + (count[t] ?? 0)));
}

describe('triangleTaps', () => {
  it('keeps every sample when nothing changes', () => {
    const { first, count, weights, stride } = triangleTaps(5, 5);
    const picked = Array.from(first, (begin, t) => {
      const row = Array.from(weights.slice(t * stride, t * stride + (count[t] ?? 0)));
      return row.map((weight, k) => [begin + k, weight]).filter(([, weight]) => weight !== 0);
    });
    expect(picked).toEqual([[[0, 1]], [[1, 1]], [[2, 1]], [[3, 1]], [[4, 1]]]);
  });

  it('puts sample centres at i + ½: doubling mixes 3 : 1', () => {
    expect(weightsOf(4, 8, 3)).toEqual([0.75, 0.25]);
    expect(weightsOf(4, 8, 4)).toEqual([0.25, 0.75]);
  });

  it('clamps at the borders when enlarging', () => {
    expect(weightsOf(4, 8, 0)).toEqual([1]);
    expect(weightsOf(4, 8, 7)).toEqual([1]);
  });

  it('halves with the triangle 1 3 3 1', () => {
    expect(weightsOf(8, 4, 1)).toEqual([0.125, 0.375, 0.375, 0.125]);
  });

  it('sums to 1 and stays inside the source, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 300 }), (from, to) => {
        const { first, count, stride } = triangleTaps(from, to);
        for (let t = 0; t < to; t += Math.max(1, Math.floor(to / 7))) {
          const sum = weightsOf(from, to, t).reduce((total, weight) => total + weight, 0);
          expect(sum).toBeCloseTo(1, 5);
          expect(first[t]).toBeGreaterThanOrEqual(0);
          expect(count[t]).toBeGreaterThan(0);
          expect(count[t]).toBeLessThanOrEqual(stride);
          expect((first[t] ?? 0) + (count[t] ?? 0)).toBeLessThanOrEqual(from);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives every source sample a say when shrinking', () => {
    const { first, count } = triangleTaps(100, 7);
    const seen = new Set(
      Array.from(first, (begin, t) => Array.from({ length: count[t] ?? 0 }, (_, k) => begin + k)).flat(),
    );
    expect(seen.size).toBe(100);
  });
});

describe('resizeMatte', () => {
  it('leaves a constant matte constant, up and down', () => {
    fc.assert(
      fc.property(side, side, side, side, (width, height, newWidth, newHeight) => {
        const resized = resizeMatte(
          paintMatte(width, height, () => 0.3),
          newWidth,
          newHeight,
        );
        expect(resized).toMatchObject({ width: newWidth, height: newHeight });
        expect(resized.data).toHaveLength(newWidth * newHeight);
        expect(resized.data.every((value) => Math.abs(value - 0.3) < 1e-6)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is the identity at the same size', () => {
    const matte = paintMatte(9, 5, (u, v) => u * v);
    expect(resizeMatte(matte, 9, 5).data).toEqual(matte.data);
  });

  it.each([
    ['enlarging', 12, 8, 48, 24],
    ['shrinking', 48, 24, 12, 8],
  ])('keeps a linear ramp exact away from the borders when %s', (_, width, height, newWidth, newHeight) => {
    const ramp = (u: number, v: number) => 0.2 + 0.5 * u + 0.3 * v;
    const resized = resizeMatte(paintMatte(width, height, ramp), newWidth, newHeight);
    const truth = paintMatte(newWidth, newHeight, ramp);
    const margin = Math.max(1, newWidth / width);
    const inside = (i: number) => {
      const [x, y] = [i % newWidth, Math.floor(i / newWidth)];
      return x >= margin && x < newWidth - margin && y >= margin && y < newHeight - margin;
    };
    const worst = largestDifference(
      resized.data.filter((_value, i) => inside(i)),
      truth.data.filter((_value, i) => inside(i)),
    );
    expect(worst).toBeLessThan(1e-6);
  });

  it.each([
    [31, 12],
    [7, 40],
  ])('commutes with mirroring: %i wide to %i', (width, newWidth) => {
    const matte = paintMatte(width, 6, (u, v) => Math.abs(Math.sin(9 * u * u + 5 * v)));
    const there = mirrored(resizeMatte(matte, newWidth, 11).data, newWidth);
    const back = resizeMatte({ ...matte, data: mirrored(matte.data, width) }, newWidth, 11).data;
    expect(largestDifference(there, back)).toBeLessThan(1e-6);
  });

  it('averages when it shrinks a lot: fine noise ends at its mean', () => {
    let seed = 1;
    const noise = paintMatte(640, 480, () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    });
    const mean = noise.data.reduce((sum, value) => sum + value, 0) / noise.data.length;
    const small = resizeMatte(noise, 4, 3).data;
    expect(small.every((value) => Math.abs(value - mean) < 0.02)).toBe(true);
  });

  it('agrees with triangle sums computed the slow way', () => {
    const matte = paintMatte(37, 23, (u, v) => (u * 13.7 + v * 7.3) % 1);
    const truth = Array.from({ length: 11 * 6 }, (_, i) => slowSample(matte, 11, 6, i));
    expect(largestDifference(resizeMatte(matte, 11, 6).data, truth)).toBeLessThan(1e-5);
  });

  it('spreads one pixel, and one column, over everything', () => {
    expect(
      resizeMatte(
        paintMatte(1, 1, () => 0.7),
        3,
        2,
      ).data,
    ).toEqual(new Float32Array(6).fill(0.7));
    const column = paintMatte(1, 4, (_u, v) => v);
    const wide = resizeMatte(column, 3, 4).data;
    expect(Array.from(wide.filter((_value, i) => i % 3 === 2))).toEqual(Array.from(column.data));
  });
});

/** Two-dimensional definition of the shrinking filter, over all source pixels, without taps or streaming. */
function slowSample(
  matte: { width: number; height: number; data: Float32Array },
  width: number,
  height: number,
  i: number,
) {
  const [scaleX, scaleY] = [matte.width / width, matte.height / height];
  const [centreX, centreY] = [((i % width) + 0.5) * scaleX, (Math.floor(i / width) + 0.5) * scaleY];
  let [sum, total] = [0, 0];
  matte.data.forEach((value, j) => {
    const dx = Math.abs((j % matte.width) + 0.5 - centreX) / scaleX;
    const dy = Math.abs(Math.floor(j / matte.width) + 0.5 - centreY) / scaleY;
    const weight = Math.max(0, 1 - dx) * Math.max(0, 1 - dy);
    sum += weight * value;
    total += weight;
  });
  return sum / total;
}
