/** Planes on a coarser grid: means of whole squares of samples, so that each stands exactly above its square. */
import type { Grid } from './box';

/** The grid of squares of `unit` × `unit` samples; smaller ones at the right and lower border. */
export function coarserGrid({ width, height }: Grid, unit: number): Grid {
  return { width: Math.ceil(width / unit), height: Math.ceil(height / unit) };
}

/** The mean of each square of `coarserGrid`. Row by row: a loop over the rows of each square takes half as long again. */
export function shrinkPlane(plane: Float32Array, grid: Grid, unit: number): Float32Array {
  const { width, height } = coarserGrid(grid, unit);
  const result = new Float32Array(width * height);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    const rows = Math.min(unit, grid.height - y * unit);
    sums.fill(0);
    for (let row = y * unit; row < y * unit + rows; row++) {
      addSquares(plane.subarray(row * grid.width, (row + 1) * grid.width), unit, sums);
    }
    for (let x = 0; x < width; x++) {
      result[y * width + x] = (sums[x] as number) / (rows * Math.min(unit, grid.width - x * unit));
    }
  }
  return result;
}

function addSquares(row: Float32Array, unit: number, sums: Float64Array): void {
  for (let x = 0, i = 0; x < sums.length; x++) {
    const end = Math.min(row.length, i + unit);
    let sum = sums[x] as number;
    for (; i < end; i++) sum += row[i] as number;
    sums[x] = sum;
  }
}
