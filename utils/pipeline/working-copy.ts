/**
 * The photo and its matte small enough to think about: whole pixels of the photo are averaged in squares, so that every
 * sample stands exactly above the square it came from. What is found here goes back to full size by `lerpAxis`.
 */
import type { Grid } from './box';
import { blendRows, lerpAxis, stretchRow } from './lerp';
import type { Matte, Raster } from './raster';
import { resizeMatte } from './resize';
import { eachRowOfSquares } from './squares';

/**
 * At most this many samples. Photos from the web are mostly smaller, and are refined pixel by pixel; 12 MP in squares of
 * 5, which at radius 0.4 % of the long side leaves the window 7 samples wide. Refining holds about 25 planes of it for a
 * moment: 25 × 0.62 MP × 4 B = 62 MB, the same for 12 MP and for 100.
 */
export const WORK_PIXELS = 620_000;

/** Planes of floats 0–1: the photo over white, as the network saw it, and the matte. */
export interface WorkingCopy extends Grid {
  /** A sample stands for `factor` × `factor` pixels of the photo; fewer at the right and lower border. */
  readonly factor: number;
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
  readonly alpha: Float32Array;
}

/** Reads the photo once, row by row; extra memory is the four planes. */
export function workingCopy(photo: Raster, matte: Matte): WorkingCopy {
  const factor = Math.ceil(Math.sqrt((photo.width * photo.height) / WORK_PIXELS));
  const grid = { width: Math.ceil(photo.width / factor), height: Math.ceil(photo.height / factor) };
  const plane = () => new Float32Array(grid.width * grid.height);
  const planes = { red: plane(), green: plane(), blue: plane() };
  eachRowOfSquares(photo, factor, (top, sums, rows) => {
    for (let x = 0, s = 0, at = top * grid.width; x < grid.width; x++, s += 3, at++) {
      const pixels = rows * Math.min(factor, photo.width - x * factor) * 255;
      planes.red[at] = (sums[s] as number) / pixels;
      planes.green[at] = (sums[s + 1] as number) / pixels;
      planes.blue[at] = (sums[s + 2] as number) / pixels;
    }
  });
  return { ...grid, ...planes, factor, alpha: sampleMatte(matte, photo, grid, factor) };
}

/** The matte, 0–1, at the centres of the samples. */
function sampleMatte(matte: Matte, photo: Raster, grid: Grid, factor: number): Float32Array {
  const width = Math.min(matte.width, Math.max(1, Math.round(photo.width / factor)));
  const height = Math.min(matte.height, Math.max(1, Math.round(photo.height / factor)));
  // A matte finer than the samples is averaged down first, or thin things would flicker.
  const fitting = width < matte.width || height < matte.height ? resizeMatte(matte, width, height) : matte;
  const columns = lerpAxis(width, grid.width, (factor * width) / photo.width);
  const rows = lerpAxis(height, grid.height, (factor * height) / photo.height);
  const alpha = new Float32Array(grid.width * grid.height);
  const row = new Float32Array(width);
  for (let y = 0; y < grid.height; y++) {
    blendRows(fitting.data, width, rows, y, row);
    stretchRow(row, columns, alpha.subarray(y * grid.width, (y + 1) * grid.width));
  }
  for (let i = 0; i < alpha.length; i++) alpha[i] = Math.min(1, Math.max(0, alpha[i] as number));
  return alpha;
}
