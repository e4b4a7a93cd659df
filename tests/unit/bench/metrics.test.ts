/** The benchmark's figures against values worked out by hand. Wrong figures would make every claim about quality wrong. */
import { describe, expect, it } from 'vitest';
import { load } from '../scripts/load';

const { pixelErrors, softBandMae } = await load('../bench/metrics/pixel-errors.mjs');
const { overlap } = await load('../bench/metrics/overlap.mjs');
const { boundaryF, outline } = await load('../bench/metrics/boundary.mjs');
const { squaredDistances } = await load('../bench/metrics/distance.mjs');
const { gradientError, gradientMagnitude } = await load('../bench/metrics/gradient.mjs');
const { fringeError } = await load('../bench/metrics/fringe.mjs');

const plane = (width: number, values: readonly number[]) => ({
  width,
  height: values.length / width,
  data: Float32Array.from(values),
});
const painted = (width: number, height: number, paint: (x: number, y: number) => number) =>
  plane(
    width,
    Array.from({ length: width * height }, (_, i) => paint(i % width, Math.floor(i / width))),
  );

describe('pixel errors', () => {
  const matte = plane(2, [0, 0.5, 1, 1]);
  const truth = plane(2, [0, 1, 1, 0.5]);

  it('MAE and MSE', () => {
    expect(pixelErrors(matte, truth)).toEqual({ mae: 0.25, mse: 0.125 });
  });

  it('the soft band is where the truth is neither 0 nor 1', () => {
    expect(softBandMae(matte, truth)).toBe(0.5);
    expect(softBandMae(matte, plane(2, [0.5, 0.75, 0.01, 0.99]))).toBe(0.375);
    expect(softBandMae(matte, plane(2, [0, 1, 1, 0]))).toBeNull();
  });

  it('different sizes are refused', () => {
    expect(() => pixelErrors(matte, plane(1, [0, 1, 1, 0]))).toThrow(RangeError);
  });
});

describe('overlap', () => {
  it('IoU and Fβ at one half', () => {
    expect(overlap(plane(4, [1, 1, 0, 0]), plane(4, [0, 1, 1, 0]))).toEqual({ iou: 1 / 3, fBeta: 0.5 });
  });

  it('β² = 0.3 weighs precision above recall', () => {
    const few = overlap(plane(4, [1, 0, 0, 0]), plane(4, [1, 1, 0, 0]));
    const many = overlap(plane(4, [1, 1, 0, 0]), plane(4, [1, 0, 0, 0]));
    expect(few.fBeta).toBeCloseTo(0.65 / 0.8, 12);
    expect(many.fBeta).toBeCloseTo(0.65 / 1.15, 12);
    expect(few.iou).toBe(0.5);
  });

  it('exactly one half is in; nothing against nothing agrees; nothing against something does not', () => {
    expect(overlap(plane(2, [0.5, 0]), plane(2, [1, 0]))).toEqual({ iou: 1, fBeta: 1 });
    expect(overlap(plane(2, [0, 0]), plane(2, [0, 0]))).toEqual({ iou: 1, fBeta: 1 });
    expect(overlap(plane(2, [0, 0]), plane(2, [1, 0]))).toEqual({ iou: 0, fBeta: 0 });
  });
});

describe('boundary F', () => {
  const leftOf = (edge: number, width: number) => painted(width, 4, (x) => (x < edge ? 1 : 0));

  it('an outline is the inner side of an edge, never the border of the picture', () => {
    expect([...outline(painted(4, 3, (x) => (x < 2 ? 1 : 0)))]).toEqual([0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0]);
  });

  it('small pictures allow one pixel', () => {
    expect(boundaryF(leftOf(8, 20), leftOf(9, 20))).toBe(1);
    expect(boundaryF(leftOf(8, 20), leftOf(10, 20))).toBe(0);
  });

  it('large ones 0.3 % of the long side', () => {
    expect(boundaryF(leftOf(500, 1000), leftOf(503, 1000))).toBe(1);
    expect(boundaryF(leftOf(500, 1000), leftOf(504, 1000))).toBe(0);
  });

  it('weighs precision and recall alike', () => {
    const truth = leftOf(4, 20);
    const withSpeck = painted(20, 4, (x, y) => (x < 4 || (x === 15 && y === 1) ? 1 : 0));
    expect(boundaryF(withSpeck, truth)).toBeCloseTo((2 * 0.8) / 1.8, 12);
    expect(boundaryF(truth, withSpeck)).toBeCloseTo((2 * 0.8) / 1.8, 12);
  });

  it('no outline at all: agreement only if both have none', () => {
    const empty = painted(20, 4, () => 0);
    expect(
      boundaryF(
        empty,
        painted(20, 4, () => 1),
      ),
    ).toBe(1);
    expect(boundaryF(empty, leftOf(4, 20))).toBe(0);
  });
});

describe('distance transform', () => {
  it('3-4-5', () => {
    const squared = squaredDistances(
      Uint8Array.from({ length: 20 }, (_, i) => Number(i === 0)),
      5,
      4,
    );
    expect(squared[19]).toBe(25);
    expect(squared[4]).toBe(16);
  });

  it('equals the search of all points', () => {
    const [width, height] = [23, 17];
    const marks = Uint8Array.from({ length: width * height }, (_, i) => Number((i * 7919) % 31 === 0));
    const points = [...marks.keys()].filter((i) => marks[i]);
    const nearest = (i: number) =>
      Math.min(
        ...points.map((p) => ((p % width) - (i % width)) ** 2 + (Math.floor(p / width) - Math.floor(i / width)) ** 2),
      );
    expect([...squaredDistances(marks, width, height)]).toEqual([...marks.keys()].map(nearest));
  });

  it('far from everything when there is no point', () => {
    expect(Math.min(...squaredDistances(new Uint8Array(12), 4, 3))).toBeGreaterThanOrEqual(1e20);
  });
});

describe('gradient error', () => {
  const ramp = (slope: number) => painted(40, 20, (x) => slope * x);
  const flat = painted(40, 20, () => 0.7);

  it('a flat matte has no gradient, up to the border', () => {
    expect(Math.max(...gradientMagnitude(flat))).toBeLessThan(1e-6);
  });

  it('a ramp has 9.6838 times its slope: Σ u·g′(u) = 4.3513 and Σ g(u) = 2.2255 for σ = 1.4 and 9 taps', () => {
    const middle = gradientMagnitude(ramp(0.01))[10 * 40 + 20];
    expect(middle / 0.01).toBeCloseTo(4.3513 * 2.2255, 2);
  });

  it('is the sum of squares over a thousand', () => {
    const magnitude: Float32Array = gradientMagnitude(ramp(0.01));
    const sum = magnitude.reduce((total, value) => total + value * value, 0);
    expect(gradientError(ramp(0.01), flat)).toBeCloseTo(sum / 1000, 6);
    expect(gradientError(ramp(0.02), ramp(0.01))).toBeCloseTo(sum / 1000, 6);
    expect(gradientError(flat, flat)).toBe(0);
  });

  it('knows no direction', () => {
    const upright = painted(20, 20, (x) => (x < 10 ? 0 : 1));
    const lying = painted(20, 20, (_, y) => (y < 10 ? 0 : 1));
    const flipped = gradientMagnitude(lying).filter((_: number, i: number) => i % 20 === 9);
    expect([...gradientMagnitude(upright).slice(9 * 20, 10 * 20)].map((v) => v.toFixed(5))).toEqual(
      [...flipped].map((v) => v.toFixed(5)),
    );
  });
});

describe('fringe error', () => {
  const truth = plane(4, [1, 0.5, 0.5, 0]);
  const foreground = Uint8Array.from([200, 100, 50, 200, 100, 50, 200, 100, 50, 200, 100, 50]);
  const cutout = (rgba: readonly number[]) => ({ width: 4, height: 1, rgba: Uint8Array.from(rgba) });

  it('weighs the soft band by the smaller alpha', () => {
    const found = cutout([0, 0, 0, 255, 200, 100, 50, 255, 149, 151, 101, 51, 0, 0, 0, 255]);
    // Weights 0.5 and 0.2, errors 0 and 51/255.
    expect(fringeError(found, truth, foreground)).toBeCloseTo((0.2 * 0.2) / 0.7, 6);
  });

  it('true colours cost nothing, and what is not kept has no colour', () => {
    const exact = cutout([9, 9, 9, 255, 200, 100, 50, 128, 200, 100, 50, 128, 9, 9, 9, 0]);
    expect(fringeError(exact, truth, foreground)).toBe(0);
    expect(fringeError(cutout(new Array(16).fill(0)), truth, foreground)).toBeNull();
  });
});
