/**
 * Pictures with a known answer, painted from a formula. Deliberately independent of the code under test: no resampling,
 * no imports but types. Paint functions get pixel centres as fractions of the picture, so one scene fits every size.
 */
import type { Matte, Raster } from '../../../utils/pipeline/raster';

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export function paintRaster(width: number, height: number, paint: (u: number, v: number) => Rgba): Raster {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(paint((x + 0.5) / width, (y + 0.5) / height), (y * width + x) * 4);
  }
  return { width, height, data };
}

export function paintMatte(width: number, height: number, paint: (u: number, v: number) => number): Matte {
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data[y * width + x] = paint((x + 0.5) / width, (y + 0.5) / height);
  }
  return { width, height, data };
}

/** Alpha of an ellipse in the middle whose edge falls from 1 to 0 over 4 % of the picture. */
export function softDisc(u: number, v: number): number {
  const distance = Math.hypot(u - 0.5, v - 0.5);
  return Math.min(1, Math.max(0, (0.32 - distance) / 0.04));
}

export function alphaOf(raster: Raster): number[] {
  return Array.from({ length: raster.width * raster.height }, (_, i) => raster.data[i * 4 + 3] ?? Number.NaN);
}

/** Left–right mirror image of one plane. */
export function mirrored(values: Float32Array, width: number): Float32Array {
  return values.map((_, i) => values[i - (i % width) + width - 1 - (i % width)] ?? Number.NaN);
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Array.from(a).reduce((worst, value, i) => Math.max(worst, Math.abs(value - (b[i] ?? Number.NaN))), 0);
}
