/** The last stages together: an alpha that is known exactly, put on the photo by `compose`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../utils/pipeline/compose';
import { estimateColours } from '../../../utils/pipeline/decontaminate';
import type { Matte, Raster } from '../../../utils/pipeline/raster';
import type { AlphaModel } from '../../../utils/pipeline/refine';
import { workingCopy } from '../../../utils/pipeline/working-copy';
import { alphaOf, largestDifference, mirrored, paintMatte, paintRaster, softDisc } from './scenes';

const flat = (value: number): Matte => paintMatte(3, 2, () => value);
const photo = (width: number, height: number, alpha = 255) =>
  paintRaster(width, height, (u, v) => [255 * u, 255 * v, 255 * u * v, alpha]);

/** Composes with a model that looks at no colour: alpha is what the matte says. */
function composed(raster: Raster, matte: Matte): Raster {
  const copy = workingCopy(raster, matte);
  const nothing = new Float32Array(copy.alpha.length);
  const model: AlphaModel = { ...copy, red: nothing, green: nothing, blue: nothing, offset: copy.alpha };
  return compose(raster, model, estimateColours(copy, model));
}

describe('alpha', () => {
  it.each([
    [-0.1, 0],
    [0, 0],
    [0.001, 0],
    [0.5, 128],
    [1, 255],
    [1.1, 255],
  ])('turns %d into byte %i', (value, byte) => {
    expect(new Set(alphaOf(composed(photo(7, 4), flat(value))))).toEqual(new Set([byte]));
  });

  it('multiplies, clamps and rounds for every alpha and every matte value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.double({ min: -0.2, max: 1.2, noNaN: true }), (alpha, value) => {
        const truth = alpha * Math.min(1, Math.max(0, value));
        for (const byte of alphaOf(composed(photo(5, 3, alpha), flat(value)))) {
          expect(Math.abs(byte - truth)).toBeLessThan(0.501);
        }
      }),
    );
  });

  it('samples between matte pixels at half-pixel centres', () => {
    const matte = { width: 2, height: 1, data: Float32Array.of(0, 1) };
    expect(alphaOf(composed(photo(8, 1), matte))).toEqual([0, 0, 32, 96, 159, 223, 255, 255]);
  });

  it('commutes with mirroring', () => {
    const matte = paintMatte(9, 6, (u, v) => Math.abs(Math.sin(9 * u * u + 5 * v)));
    const there = mirrored(Float32Array.from(alphaOf(composed(photo(50, 20), matte))), 50);
    const back = alphaOf(composed(photo(50, 20), { ...matte, data: mirrored(matte.data, 9) }));
    expect(largestDifference(there, back)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['wider', 16, 400, (u: number, _v: number) => (Math.floor(u * 512) % 4 ? 0 : 1)],
    ['higher', 600, 9, (_u: number, v: number) => (Math.floor(v * 300) % 4 ? 0 : 1)],
  ])('averages a matte that is %s than the photo', (_, width, height, stripes) => {
    const alpha = alphaOf(composed(photo(width, height), paintMatte(512, 300, stripes)));
    expect(alpha.every((byte) => Math.abs(byte - 255 / 4) < 8)).toBe(true);
  });

  it.each([
    [1, 1],
    [1, 9],
    [9, 1],
    [2000, 3],
    [1501, 1001],
  ])('fits a photo of %i × %i', (width, height) => {
    const raster = composed({ width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) }, flat(0.5));
    expect(raster).toMatchObject({ width, height });
    expect(raster.data.every((byte, i) => byte === (i % 4 === 3 ? 128 : 255))).toBe(true);
  });

  it('looks at the colours when the model says so', () => {
    const raster = paintRaster(40, 30, (u) => (u < 0.37 ? [255, 0, 0, 255] : [0, 0, 255, 255]));
    const copy = workingCopy(raster, flat(0.5));
    const plane = (value: number) => new Float32Array(copy.alpha.length).fill(value);
    const model: AlphaModel = { ...copy, red: plane(1), green: plane(0), blue: plane(-1), offset: plane(0) };
    const alpha = alphaOf(compose(raster, model, estimateColours(copy, model)));
    expect(alpha.every((byte, i) => byte === (((i % 40) + 0.5) / 40 < 0.37 ? 255 : 0))).toBe(true);
  });
});

describe('colour', () => {
  it('of opaque pixels keeps every bit', () => {
    const before = photo(90, 60);
    const after = composed(photo(90, 60), paintMatte(64, 64, softDisc));
    let opaque = 0;
    for (let i = 0; i < after.data.length; i += 4) {
      if (after.data[i + 3] !== 255) continue;
      opaque++;
      expect(after.data.subarray(i, i + 4)).toEqual(before.data.subarray(i, i + 4));
    }
    expect(opaque).toBeGreaterThan(1000);
  });

  it('of what is cut away is gone', () => {
    const { data } = composed(photo(90, 60), paintMatte(64, 64, softDisc));
    let gone = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] !== 0) continue;
      gone++;
      expect([...data.subarray(i, i + 3)]).toEqual([0, 0, 0]);
    }
    expect(gone).toBeGreaterThan(1000);
  });

  it('of a pixel with an alpha of its own stays: that is no mixture', () => {
    const before = photo(90, 60, 200);
    const after = composed(photo(90, 60, 200), paintMatte(64, 64, softDisc));
    const kept = after.data.filter((_, i) => after.data[i | 3] !== 0 && i % 4 !== 3);
    expect(kept).toEqual(before.data.filter((_, i) => after.data[i | 3] !== 0 && i % 4 !== 3));
  });
});

it('works in place', () => {
  const raster = photo(4, 3);
  expect(composed(raster, flat(0.5))).toBe(raster);
});
