/** Planes on a coarser grid: means of whole squares of samples, so that each stands exactly above its square. */
import type { Grid } from './box';

/** The grid of squares of `unit` × `unit` samples; smaller ones at the right and lower border. */
export function coarserGrid({ width, height }: Grid, unit: number): Grid {
  return { width: Math.ceil(width / unit), height: Math.ceil(height / unit) };
}

/** The mean of each square of `coarserGrid`. */
export function shrinkPlane(plane: Float32Array, grid: Grid, unit: number): Float32Array {
  const { width, height } = coarserGrid(grid, unit);
  const result = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const rows = Math.min(unit, grid.height - y * unit);
    for (let x = 0; x < width; x++) {
      const columns = Math.min(unit, grid.width - x * unit);
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        const at = (y * unit + row) * grid.width + x * unit;
        for (let k = at; k < at + columns; k++) sum += plane[k] as number;
      }
      result[y * width + x] = sum / (rows * columns);
    }
  }
  return result;
}
