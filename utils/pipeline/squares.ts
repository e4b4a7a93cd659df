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
  const pixels = new Uint32Array(data.buffer, data.byteOffset + y * width * 4, width * rows);
  for (let x = 0, s = 0; x < width; x += factor, s += 3) {
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

interface SquareSize {
  readonly factor: number;
  readonly rows: number;
}

/** Over white, as the networks see it: the colour under alpha 0 is arbitrary. */
function sumOverWhite(pixels: Uint32Array, x: number, square: Square, sums: Float64Array, s: number): void {
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
  eachRowOfSquares(photo, factor, (top, sums, rows) => {
    for (let x = 0, s = 0, i = top * width * 4; x < width; x++, s += 3, i += 4) {
      const share = 1 / (rows * Math.min(factor, photo.width - x * factor));
      // The array itself rounds.
      data[i] = (sums[s] as number) * share;
      data[i + 1] = (sums[s + 1] as number) * share;
      data[i + 2] = (sums[s + 2] as number) * share;
      data[i + 3] = 255;
    }
  });
  return { raster: { width, height, data }, extent };
}
