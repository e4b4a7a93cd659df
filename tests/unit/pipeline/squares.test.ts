import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preprocess } from '../../../utils/pipeline/preprocess';
import { smallerCopy } from '../../../utils/pipeline/squares';
import { BYTES } from './networks';
import { paintRaster, type Rgba } from './scenes';

/** Edges, hairs and grain, as sharp as photos of this many pixels are: an edge takes two or three of them. */
function detailed(u: number, v: number): Rgba {
  const edge = 70 / (1 + Math.exp((Math.hypot(u - 0.4, v - 0.6) - 0.3) * 300));
  const hair = 60 * Math.max(0, Math.sin(40 * u + 25 * v)) ** 8;
  const grain = 6 * Math.abs(Math.sin(12345 * u + 6789 * v));
  return [80 + edge + grain, 60 + hair + grain, 40 + edge + hair + grain, 255];
}

describe('the smaller copy', () => {
  it('gives the networks the same picture to within 0.7 of a level, at sizes that squares do not fit', () => {
    const sides = fc.record({ width: fc.integer({ min: 174, max: 300 }), height: fc.integer({ min: 174, max: 300 }) });
    fc.assert(
      fc.property(sides, ({ width, height }) => {
        const photo = paintRaster(width, height, detailed);
        const spec = { inputSize: 64, ...BYTES };
        const copy = smallerCopy(photo, 1.35 * 64);
        expect(copy.raster.width).toBeLessThan(width);
        const [whole, small] = [preprocess(photo, spec).data, preprocess(copy.raster, spec, copy.extent).data];
        const error = whole.reduce((sum, value, i) => sum + Math.abs(value - (small[i] as number)), 0) / whole.length;
        // 0.56 is the most seen in 400 sizes.
        expect(error).toBeLessThan(0.7);
      }),
      { numRuns: 10 },
    );
  });

  it('does not shift the picture, not even copied twice', () => {
    const photo = paintRaster(403, 311, (u, v) => [255 * u, 255 * v, 0, 255]);
    const once = smallerCopy(photo, 100);
    const twice = smallerCopy(once.raster, 40, once.extent);
    expect([once.raster.width, once.raster.height]).toEqual([135, 104]);
    expect([twice.raster.width, twice.raster.height]).toEqual([68, 52]);
    const { data } = preprocess(twice.raster, { inputSize: 20, ...BYTES }, twice.extent);
    for (const x of [2, 10, 17]) expect(data[8 * 20 + x]).toBeCloseTo((255 * (x + 0.5)) / 20, 0);
    for (const y of [2, 10, 17]) expect(data[400 + y * 20 + 8]).toBeCloseTo((255 * (y + 0.5)) / 20, 0);
  });

  it('is the mean of each square over white, exactly', () => {
    const pixels: Rgba[] = [
      [10, 20, 30, 255],
      [50, 60, 70, 255],
      [9, 9, 9, 0],
      [0, 100, 200, 51],
    ];
    const photo = paintRaster(2, 2, (u, v) => pixels[Math.floor(v * 2) * 2 + Math.floor(u * 2)] as Rgba);
    const { raster } = smallerCopy(photo, 1);
    expect(Array.from(raster.data)).toEqual([130, 140, 150, 255]);
  });

  it('is the photo itself where squares would leave too little', () => {
    const photo = paintRaster(199, 120, detailed);
    expect(smallerCopy(photo, 61).raster).toBe(photo);
  });
});
