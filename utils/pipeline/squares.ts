/**
 * The photo in squares of whole pixels, averaged: the one reading of all its pixels that working copy and networks share.
 * `sumRow` runs for every pixel of up to 100 MP: two channels to a number, so one read and two sums a pixel.
 */
import type { Raster } from './raster';

/** R and B of a pixel, or G and A of one shifted by 8. */
const TWO_CHANNELS = 0x00ff00ff;
/** 16 × 16 bytes of 255 sum up within 16 bits; the working copy of 100 MP needs 13. */
const LARGEST_FACTOR = 16;

/**
 * Calls `take` for each row of squares, top to bottom, with the sums of R, G, B (0–255, over white) of each square, and
 * how many rows they are made of. Squares are `factor` pixels wide and high, less at the right and lower border; `sums`
 * is used again for the next row.
 *
 * @throws RangeError a factor above LARGEST_FACTOR
 */
export function eachRowOfSquares(
  photo: Raster,
  factor: number,
  take: (top: number, sums: Float64Array, rows: number) => void,
): void {
  if (factor > LARGEST_FACTOR) throw new RangeError(`squares of ${factor}`);
  const sums = new Float64Array(3 * Math.ceil(photo.width / factor));
  for (let top = 0; top * factor < photo.height; top++) {
    const rows = Math.min(factor, photo.height - top * factor);
    sumRow(photo, top * factor, { factor, rows }, sums);
    take(top, sums, rows);
  }
}

function sumRow({ width, data }: Raster, y: number, { factor, rows }: SquareSize, sums: Float64Array): void {
  // Every machine that runs Chrome is little-endian: R lowest.
  const pixels = new Int32Array(data.buffer, data.byteOffset + y * width * 4, width * rows);
  const whole = factor === 2 && rows === 2 ? sumPairs(pixels, width, sums) : 0;
  for (let x = whole * factor, s = whole * 3; x < width; x += factor, s += 3) {
    const columns = Math.min(factor, width - x);
    let redBlue = 0;
    let greenAlpha = 0;
    for (let row = x; row < pixels.length; row += width) {
      for (let i = row; i < row + columns; i++) {
        const pixel = pixels[i] as number;
        redBlue = (redBlue + (pixel & TWO_CHANNELS)) | 0;
        greenAlpha = (greenAlpha + ((pixel >>> 8) & TWO_CHANNELS)) | 0;
      }
    }
    sums[s] = redBlue & 0xffff;
    sums[s + 1] = greenAlpha & 0xffff;
    sums[s + 2] = redBlue >>> 16;
    if (greenAlpha >>> 16 !== 255 * columns * rows) sumOverWhite(pixels, x, { columns, rows, width }, sums, s);
  }
}

/** Squares of two without inner loops, which take twice the time of all else; 12 MP has them. @returns how many */
function sumPairs(pixels: Int32Array, width: number, sums: Float64Array): number {
  const count = width >> 1;
  for (let square = 0, s = 0; square < count; square++, s += 3) {
    const i = square * 2;
    const a = pixels[i] as number;
    const b = pixels[i + 1] as number;
    const c = pixels[i + width] as number;
    const d = pixels[i + width + 1] as number;
    const redBlue = (a & TWO_CHANNELS) + (b & TWO_CHANNELS) + (c & TWO_CHANNELS) + (d & TWO_CHANNELS);
    const greens = ((a >>> 8) & 255) + ((b >>> 8) & 255) + ((c >>> 8) & 255) + ((d >>> 8) & 255);
    sums[s] = redBlue & 0xffff;
    sums[s + 1] = greens;
    sums[s + 2] = redBlue >>> 16;
    // Opaque when the highest byte of each is 255.
    if ((a & b & c & d) >>> 24 !== 255) sumOverWhite(pixels, i, { columns: 2, rows: 2, width }, sums, s);
  }
  return count;
}

interface SquareSize {
  readonly factor: number;
  readonly rows: number;
}

/** Over white, as the networks see it: the colour under alpha 0 is arbitrary. */
function sumOverWhite(pixels: Int32Array, x: number, square: Square, sums: Float64Array, s: number): void {
  let [red, green, blue] = [0, 0, 0];
  for (let row = 0; row < square.rows; row++) {
    for (let i = row * square.width + x, end = i + square.columns; i < end; i++) {
      const pixel = pixels[i] as number;
      const alpha = (pixel >>> 24) / 255;
      const white = 255 * (1 - alpha);
      red += (pixel & 255) * alpha + white;
      green += ((pixel >>> 8) & 255) * alpha + white;
      blue += ((pixel >>> 16) & 255) * alpha + white;
    }
  }
  sums[s] = red;
  sums[s + 1] = green;
  sums[s + 2] = blue;
}

interface Square {
  readonly columns: number;
  readonly rows: number;
  /** Of the photo. */
  readonly width: number;
}

type Size = Pick<Raster, 'width' | 'height'>;

/** A photo seen in squares: opaque, and fewer pixels to read. */
export interface SmallerCopy {
  readonly raster: Raster;
  /** The photo's size in squares; not whole where the last square is smaller than the others. */
  readonly extent: Size;
}

/**
 * As small as squares allow that leave at least `least` pixels on the short side; the photo itself if that is all.
 * A copy can be copied again, given its own extent.
 */
export function smallerCopy(photo: Raster, least: number, { width: wide, height: high }: Size = photo): SmallerCopy {
  const factor = Math.min(LARGEST_FACTOR, Math.floor(Math.min(wide, high) / least));
  if (factor < 2) return { raster: photo, extent: { width: wide, height: high } };
  const extent = { width: wide / factor, height: high / factor };
  const width = Math.ceil(photo.width / factor);
  const height = Math.ceil(photo.height / factor);
  const data = new Uint8ClampedArray(width * height * 4);
  const lastColumns = photo.width - (width - 1) * factor;
  eachRowOfSquares(photo, factor, (top, sums, rows) => {
    const row = data.subarray(top * width * 4, (top + 1) * width * 4);
    meansOf(sums, 1 / (rows * factor), row.subarray(0, -4));
    meansOf(sums.subarray(-3), 1 / (rows * lastColumns), row.subarray(-4));
  });
  return { raster: { width, height, data }, extent };
}

/** Sums of R, G, B, `share` of which are a square's mean, as opaque pixels. */
function meansOf(sums: Float64Array, share: number, into: Uint8ClampedArray): void {
  for (let s = 0, i = 0; i < into.length; s += 3, i += 4) {
    // The array itself rounds.
    into[i] = (sums[s] as number) * share;
    into[i + 1] = (sums[s + 1] as number) * share;
    into[i + 2] = (sums[s + 2] as number) * share;
    into[i + 3] = 255;
  }
}
