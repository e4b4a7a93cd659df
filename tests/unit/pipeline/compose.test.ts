import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMatte } from '../../../utils/pipeline/compose';
import type { Matte } from '../../../utils/pipeline/raster';
import { alphaOf, largestDifference, mirrored, paintMatte, paintRaster, softDisc } from './scenes';

const flat = (value: number): Matte => paintMatte(3, 2, () => value);
const photo = (width: number, height: number, alpha = 255) =>
  paintRaster(width, height, (u, v) => [255 * u, 255 * v, 255 * u * v, alpha]);

describe('applyMatte', () => {
  it.each([
    [-0.1, 0],
    [0, 0],
    [0.001, 0],
    [0.5, 128],
    [1, 255],
    [1.1, 255],
    [Number.NaN, 0],
  ])('turns alpha %d into byte %i', (value, byte) => {
    expect(new Set(alphaOf(applyMatte(photo(7, 4), flat(value))))).toEqual(new Set([byte]));
  });

  it('multiplies, clamps and rounds for every alpha and every matte value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.double({ min: -0.2, max: 1.2, noNaN: true }), (alpha, value) => {
        const truth = alpha * Math.min(1, Math.max(0, value));
        for (const byte of alphaOf(applyMatte(photo(5, 3, alpha), flat(value)))) {
          expect(Math.abs(byte - truth)).toBeLessThan(0.5001);
        }
      }),
    );
  });

  it('touches no colour, not even under alpha 0', () => {
    const before = photo(31, 17).data;
    const after = applyMatte(photo(31, 17), paintMatte(8, 8, softDisc)).data;
    expect(after.filter((_byte, i) => i % 4 !== 3)).toEqual(before.filter((_byte, i) => i % 4 !== 3));
  });

  it('leaves opaque pixels inside the subject opaque', () => {
    const raster = applyMatte(photo(90, 60), paintMatte(64, 64, softDisc));
    expect(raster.data[(30 * 90 + 45) * 4 + 3]).toBe(255);
  });

  it('works in place', () => {
    const raster = photo(4, 3);
    expect(applyMatte(raster, flat(0.5))).toBe(raster);
  });

  it('samples between matte pixels at half-pixel centres', () => {
    const matte = { width: 2, height: 1, data: Float32Array.of(0, 1) };
    expect(alphaOf(applyMatte(photo(8, 1), matte))).toEqual([0, 0, 32, 96, 159, 223, 255, 255]);
  });

  it('keeps a linear ramp linear in both directions', () => {
    const ramp = (u: number, v: number) => 0.1 + 0.5 * u + 0.3 * v;
    const alpha = alphaOf(applyMatte(photo(120, 60), paintMatte(12, 10, ramp)));
    for (const [x, y] of [
      [10, 10],
      [60, 30],
      [100, 40],
    ] as const) {
      expect(Math.abs((alpha[y * 120 + x] ?? 0) - 255 * ramp((x + 0.5) / 120, (y + 0.5) / 60))).toBeLessThan(0.501);
    }
  });

  it('commutes with mirroring', () => {
    const matte = paintMatte(9, 6, (u, v) => Math.abs(Math.sin(9 * u * u + 5 * v)));
    const there = mirrored(Float32Array.from(alphaOf(applyMatte(photo(50, 20), matte))), 50);
    const back = alphaOf(applyMatte(photo(50, 20), { ...matte, data: mirrored(matte.data, 9) }));
    expect(largestDifference(there, back)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['wider', 16, 400, (u: number, _v: number) => (Math.floor(u * 512) % 4 ? 0 : 1)],
    ['higher', 600, 9, (_u: number, v: number) => (Math.floor(v * 300) % 4 ? 0 : 1)],
  ])('averages a matte that is %s than the photo', (_, width, height, stripes) => {
    const alpha = alphaOf(applyMatte(photo(width, height), paintMatte(512, 300, stripes)));
    expect(alpha.every((byte) => Math.abs(byte - 255 / 4) < 8)).toBe(true);
  });

  it.each([
    [1, 1],
    [1, 9],
    [9, 1],
    [2000, 3],
  ])('fits a photo of %i × %i', (width, height) => {
    const raster = applyMatte(
      photo(width, height),
      paintMatte(64, 64, () => 0.5),
    );
    expect(raster).toMatchObject({ width, height });
    expect(new Set(alphaOf(raster))).toEqual(new Set([128]));
  });

  it('spreads a matte of one pixel', () => {
    const single = paintMatte(1, 1, () => 0.2);
    expect(new Set(alphaOf(applyMatte(photo(6, 4), single)))).toEqual(new Set([51]));
  });
});
