/**
 * The photo and its matte small enough to think about: whole pixels of the photo are averaged in squares, so that every
 * sample stands exactly above the square it came from. What is found here goes back to full size by `lerpAxis`.
 * `addRow` reads every pixel of up to 100 MP: plain index arithmetic on purpose.
 */
import type { Grid } from './box';
import { blendRows, lerpAxis, stretchRow } from './lerp';
import type { Matte, Raster } from './raster';
import { resizeMatte } from './resize';

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
  const sums = new Float64Array(grid.width * 3);
  for (let top = 0; top < grid.height; top++) {
    const end = Math.min(photo.height, (top + 1) * factor);
    sums.fill(0);
    for (let y = top * factor; y < end; y++) addRow(photo, y, factor, sums);
    const rows = end - top * factor;
    for (let x = 0; x < grid.width; x++) {
      const pixels = rows * (Math.min(photo.width, (x + 1) * factor) - x * factor) * 255;
      const at = top * grid.width + x;
      planes.red[at] = (sums[x * 3] as number) / pixels;
      planes.green[at] = (sums[x * 3 + 1] as number) / pixels;
      planes.blue[at] = (sums[x * 3 + 2] as number) / pixels;
    }
  }
  return { ...grid, ...planes, factor, alpha: sampleMatte(matte, photo, grid, factor) };
}

/** Adds row y, over white, to the sums of the samples it belongs to. */
function addRow({ width, data }: Raster, y: number, factor: number, sums: Float64Array): void {
  let i = y * width * 4;
  for (let x = 0, s = 0; x < width; s += 3) {
    const end = Math.min(width, x + factor);
    let red = 0;
    let green = 0;
    let blue = 0;
    for (; x < end; x++, i += 4) {
      const alpha = data[i + 3] as number;
      red += data[i] as number;
      green += data[i + 1] as number;
      blue += data[i + 2] as number;
      if (alpha === 255) continue;
      const missing = 1 - alpha / 255;
      red += (255 - (data[i] as number)) * missing;
      green += (255 - (data[i + 1] as number)) * missing;
      blue += (255 - (data[i + 2] as number)) * missing;
    }
    sums[s] = (sums[s] as number) + red;
    sums[s + 1] = (sums[s + 1] as number) + green;
    sums[s + 2] = (sums[s + 2] as number) + blue;
  }
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
