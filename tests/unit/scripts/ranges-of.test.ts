import { describe, expect, it } from 'vitest';
import { load } from './load';

const { createHistogram, KEPT } = await load('models/ranges-of.mjs');

/** The widest of 64 bins in an octave, whose upper edge is what is told. */
const BIN = 1 / 64;
/** Three of them. */
const DIGITS = 0.005;

function within(found: number, value: number): void {
  expect(found).toBeGreaterThanOrEqual(value * (1 - DIGITS));
  expect(found).toBeLessThanOrEqual(value * (1 + BIN + DIGITS));
}

/** Evenly from 0 to `top`. */
const ramp = (top: number, length = 10_000) => Float32Array.from({ length }, (_, i) => ((i + 1) / length) * top);

describe('the range of a channel', () => {
  it('is the quantile that was asked for', () => {
    const histogram = createHistogram(1);
    histogram.add(ramp(8));
    within(histogram.ranges(0.5)[0], 4);
    within(histogram.ranges(0.9)[0], 7.2);
    within(histogram.ranges(1)[0], 8);
  });

  it('leaves out what few pixels reach, by default a share of 0.0005', () => {
    expect(KEPT).toBe(0.9995);
    const values = new Float32Array(100_000).fill(1);
    for (const [count, range] of [
      [40, 1],
      [60, 500],
    ] as const) {
      const histogram = createHistogram(1);
      histogram.add(values.map((value, i) => (i < count ? 500 : value)));
      within(histogram.ranges()[0], range);
    }
  });

  it('is each channel’s own', () => {
    const histogram = createHistogram(3);
    histogram.add(Float32Array.from([...ramp(1), ...ramp(100), ...ramp(3)]));
    for (const [channel, top] of [1, 100, 3].entries()) within(histogram.ranges(1)[channel], top);
  });

  it('is that of all photos together, whatever their sizes', () => {
    const histogram = createHistogram(1);
    histogram.add(ramp(2, 900));
    histogram.add(ramp(1, 100));
    within(histogram.ranges(1)[0], 2);
    // 450 of 1000 values lie above 1.
    within(histogram.ranges(0.55)[0], 1);
  });

  it('counts zeros, which a Relu makes most of', () => {
    const histogram = createHistogram(1);
    histogram.add(Float32Array.from([...new Float32Array(9000), ...ramp(4, 1000)]));
    within(histogram.ranges(0.95)[0], 2);
  });

  it('of a channel that is always dark is a thousandth of the largest', () => {
    const histogram = createHistogram(2);
    histogram.add(Float32Array.from([...new Float32Array(1000), ...ramp(10, 1000)]));
    const [dark, bright] = histogram.ranges(1);
    expect(dark / bright).toBeCloseTo(1e-3, 5);
  });

  it('has an end: 1023 and what is beyond', () => {
    const histogram = createHistogram(1);
    histogram.add(Float32Array.of(1e9, 1e9));
    expect(histogram.ranges(1)[0]).toBeCloseTo(1024, -2);
  });
});
