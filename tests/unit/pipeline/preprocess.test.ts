import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tensor } from '../../../utils/pipeline/ports';
import { preprocess } from '../../../utils/pipeline/preprocess';
import type { Raster } from '../../../utils/pipeline/raster';
import { BYTES } from './networks';
import { largestDifference, mirrored, paintRaster, type Rgba } from './scenes';

const RAW = { inputSize: 16, ...BYTES };

function plane({ data, width, height }: Tensor, channel: number): Float32Array {
  return data.slice(channel * width * height, (channel + 1) * width * height);
}

function flipped(raster: Raster): Raster {
  const { width, height, data } = raster;
  const copy = new Uint8ClampedArray(data.length);
  for (let i = 0; i < width * height; i++) {
    const x = i % width;
    copy.set(data.subarray(i * 4, i * 4 + 4), (i - x + width - 1 - x) * 4);
  }
  return { width, height, data: copy };
}

describe('preprocess', () => {
  it('gives an NCHW tensor of the size the model asks for, from any photo', () => {
    const side = fc.integer({ min: 1, max: 70 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 40 }), (width, height, inputSize) => {
        const photo = paintRaster(width, height, () => [10, 100, 200, 255]);
        const tensor = preprocess(photo, { ...RAW, inputSize });
        expect(tensor).toMatchObject({ width: inputSize, height: inputSize });
        expect(tensor.data).toHaveLength(3 * inputSize * inputSize);
        for (const [channel, byte] of [10, 100, 200].entries()) {
          expect(plane(tensor, channel).every((value) => Math.abs(value - byte) < 1e-3)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('normalises every channel with its own numbers', () => {
    const tensor = preprocess(
      paintRaster(30, 20, () => [0, 128, 255, 255]),
      { inputSize: 8, mean: [128, 120, 100], scale: [256, 64, 50] },
    );
    expect(plane(tensor, 0)[5]).toBeCloseTo(-0.5, 6);
    expect(plane(tensor, 1)[5]).toBeCloseTo(8 / 64, 6);
    expect(plane(tensor, 2)[5]).toBeCloseTo(155 / 50, 6);
  });

  it('stretches: horizontal position depends on the width alone, vertical on the height alone', () => {
    const photo = paintRaster(64, 32, (u, v) => [u * 64 - 0.5, v * 32 - 0.5, 0, 255]);
    const tensor = preprocess(photo, RAW);
    // Pixel x of 16 has its centre at 4(x + ½) of 64, and there the ramp of whole bytes reads 4x + 1.5.
    for (const x of [1, 7, 14]) expect(plane(tensor, 0)[8 * 16 + x]).toBeCloseTo(4 * x + 1.5, 4);
    for (const y of [1, 7, 14]) expect(plane(tensor, 1)[y * 16 + 8]).toBeCloseTo(2 * y + 0.5, 4);
  });

  it('lays transparency over white, whatever colour hides under it', () => {
    const over = (pixel: Rgba) =>
      Array.from(
        preprocess(
          paintRaster(5, 3, () => pixel),
          { ...RAW, inputSize: 1 },
        ).data,
      );
    expect(over([0, 0, 0, 0])).toEqual(over([255, 255, 255, 255]));
    expect(largestDifference(over([200, 0, 90, 0]), [255, 255, 255])).toBeLessThan(1e-3);
    const half = [100, 0, 200].map((byte) => 255 + (byte - 255) * (128 / 255));
    expect(largestDifference(over([100, 0, 200, 128]), half)).toBeLessThan(0.501);
  });

  it('finds transparency wherever it lies, and lets none of it leak', () => {
    const photo = paintRaster(8, 8, (u, v) => (u < 0.5 || v > 0.5 ? [50, 50, 50, 255] : [0, 0, 0, 0]));
    const red = plane(preprocess(photo, { ...RAW, inputSize: 8 }), 0);
    const quarters = [red[0], red[7], red[7 * 8], red[7 * 8 + 7], red[3 * 8 + 4], red[4 * 8 + 4]];
    expect(quarters).toEqual([50, 255, 50, 50, 255, 50]);
  });

  it('commutes with mirroring', () => {
    const photo = paintRaster(45, 20, (u, v) => [255 * u * u, 255 * Math.abs(Math.sin(9 * v)), 255 * u * v, 255]);
    const there = mirrored(preprocess(photo, RAW).data, RAW.inputSize);
    expect(largestDifference(there, preprocess(flipped(photo), RAW).data)).toBeLessThan(1e-3);
  });

  it('averages instead of picking: a fine checkerboard becomes grey', () => {
    const photo = paintRaster(640, 320, (u, v) => {
      const white = (Math.floor(u * 640) + Math.floor(v * 320)) % 2 ? 255 : 0;
      return [white, white, white, 255];
    });
    const grey = preprocess(photo, RAW).data;
    expect(grey.every((value) => Math.abs(value - 127.5) < 1)).toBe(true);
  });

  it('leaves the photo as it was', () => {
    const photo = paintRaster(13, 7, (u, v) => [255 * u, 255 * v, 9, 255 * u]);
    const before = photo.data.slice();
    preprocess(photo, RAW);
    expect(photo.data).toEqual(before);
  });
});
