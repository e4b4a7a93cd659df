import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxMean, type Grid, product } from '../../../utils/pipeline/box';
import { largestDifference } from './scenes';

/** The definition, term by term. */
function slowly(plane: Float32Array, { width, height }: Grid, radius: number): number[] {
  return Array.from(plane, (_, i) => {
    const terms: number[] = [];
    for (let y = Math.floor(i / width) - radius; y <= Math.floor(i / width) + radius; y++) {
      for (let x = (i % width) - radius; x <= (i % width) + radius; x++) {
        if (x >= 0 && x < width && y >= 0 && y < height) terms.push(plane[y * width + x] ?? Number.NaN);
      }
    }
    return terms.reduce((sum, value) => sum + value, 0) / terms.length;
  });
}

const side = fc.integer({ min: 1, max: 14 });

it('is the mean of what lies in the window, for any size and radius', () => {
  fc.assert(
    fc.property(side, side, fc.integer({ min: 1, max: 20 }), fc.integer(), (width, height, radius, seed) => {
      const plane = Float32Array.from({ length: width * height }, (_, i) => Math.abs(Math.sin(seed + 91.7 * i)));
      const truth = slowly(plane, { width, height }, radius);
      expect(largestDifference(boxMean(plane.slice(), { width, height }, radius), truth)).toBeLessThan(1e-6);
    }),
  );
});

it('leaves the plane as it is when there is another to write into', () => {
  const plane = Float32Array.of(1, 2, 3, 4);
  const into = new Float32Array(4);
  expect(boxMean(plane, { width: 2, height: 2 }, 1, into)).toBe(into);
  expect([...plane]).toEqual([1, 2, 3, 4]);
  expect([...into]).toEqual([2.5, 2.5, 2.5, 2.5]);
});

it('multiplies sample by sample', () => {
  expect([...product(Float32Array.of(1, 2, 3), Float32Array.of(4, 5, 6))]).toEqual([4, 10, 18]);
});
