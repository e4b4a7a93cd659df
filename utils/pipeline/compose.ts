/**
 * Puts the matte on the photo, at the photo's own size and in the photo's own memory: a 100 MP photo holds 400 MB, and
 * a second copy, or a full-size float matte, would hold as much again. Colours are not touched.
 * `applyRow` runs for every pixel: plain index arithmetic on purpose.
 */
import type { Matte, Raster } from './raster';
import { resizeMatte } from './resize';

/**
 * Multiplies the raster's alpha by the matte, IN PLACE, and returns the same raster.
 *
 * The matte (any size, nominally 0–1) is sampled bilinearly at pixel centres (i + ½), clamped to 0–1; the product is
 * rounded to the nearest byte. A matte larger than the photo is first averaged down, or thin things would flicker.
 * Extra memory: one matte row and 12 B per photo column and row, 0.24 MB for 100 MP (12 000 × 8333).
 */
export function applyMatte(raster: Raster, matte: Matte): Raster {
  const mask = fitWithin(matte, raster);
  const columns = lerpAxis(mask.width, raster.width);
  const rows = lerpAxis(mask.height, raster.height);
  const blended = new Float32Array(mask.width);
  for (let y = 0; y < raster.height; y++) {
    blendRows(mask, rows, y, blended);
    applyRow(raster, y, columns, blended);
  }
  return raster;
}

function fitWithin(matte: Matte, { width, height }: Raster): Matte {
  if (matte.width <= width && matte.height <= height) return matte;
  return resizeMatte(matte, Math.min(matte.width, width), Math.min(matte.height, height));
}

/** Target t lies between samples `low[t]` and `high[t]`, `share[t]` of the way up. */
interface LerpAxis {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly share: Float32Array;
}

/** Like `triangleTaps` for enlarging, with always two taps: half the time per pixel (58 against 126 ms for 12 MP). */
function lerpAxis(from: number, to: number): LerpAxis {
  const low = new Int32Array(to);
  const high = new Int32Array(to);
  const share = new Float32Array(to);
  for (let t = 0; t < to; t++) {
    const position = ((t + 0.5) * from) / to - 0.5;
    const below = Math.floor(position);
    low[t] = Math.max(0, below);
    high[t] = Math.min(from - 1, below + 1);
    share[t] = position - below;
  }
  return { low, high, share };
}

/** The matte at the height of photo row y: one row, as wide as the matte, within 0–1. */
function blendRows({ width, data }: Matte, rows: LerpAxis, y: number, blended: Float32Array): void {
  const upper = (rows.low[y] as number) * width;
  const lower = (rows.high[y] as number) * width;
  const share = rows.share[y] as number;
  for (let x = 0; x < width; x++) {
    const above = data[upper + x] as number;
    const value = above + ((data[lower + x] as number) - above) * share;
    blended[x] = Math.min(1, Math.max(0, value));
  }
}

function applyRow({ width, data }: Raster, y: number, { low, high, share }: LerpAxis, blended: Float32Array): void {
  let i = y * width * 4 + 3;
  for (let x = 0; x < width; x++, i += 4) {
    const left = blended[low[x] as number] as number;
    const right = blended[high[x] as number] as number;
    // The array itself rounds to the nearest byte.
    data[i] = (data[i] as number) * (left + (right - left) * (share[x] as number));
  }
}
