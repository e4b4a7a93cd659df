/**
 * A cutout after the brush. Strokes change the matte, and the edge is looked for again on the photo's own colours
 * (pipeline/refine.ts), so that it stays as clean as the first time; what no stroke touches keeps every bit.
 */
import { compose } from '../pipeline/compose';
import { estimateColours } from '../pipeline/decontaminate';
import { blendRows, lerpAxis, stretchRow } from '../pipeline/lerp';
import type { Matte, Raster } from '../pipeline/raster';
import { refine } from '../pipeline/refine';
import { resizeMatte } from '../pipeline/resize';
import { WORK_PIXELS, workingCopy } from '../pipeline/working-copy';
import { alphaOf } from './edge';
import { rimByColour } from './rim';
import { type PaintGrid, paint, type Stroke } from './strokes';

/** From this share of cover on, what was found anew counts alone; below, it fades in. */
const FADES_IN = 0.25;

/**
 * @param photo what the cutout was cut from, of the same size; null when it is gone: then nothing can be restored
 * @returns the cutout itself where there is nothing to do
 */
export function retouch(cutout: Raster, photo: Raster | null, strokes: readonly Stroke[]): Raster {
  const able = photo ? strokes : strokes.filter(({ brush }) => brush === 'erase');
  if (able.length === 0) return cutout;
  const grid = gridOf(cutout);
  const matte = sampled(alphaOf(cutout), grid);
  const touched = paint(matte.data, grid, able);
  if (!photo) return erased(cutout, grid, touched, matte.data);
  rimByColour(workingCopy(photo, matte), { matte: matte.data, touched }, longestRadius(able, grid));
  const copy = workingCopy(photo, matte);
  const model = refine(copy);
  const anew = { ...photo, data: photo.data.slice() };
  compose(anew, model, estimateColours(copy, model));
  return joined(cutout, anew, grid, touched);
}

/** In samples. */
function longestRadius(strokes: readonly Stroke[], { photo, factor }: PaintGrid): number {
  const size = Math.max(...strokes.map((stroke) => stroke.size));
  return (size * Math.max(photo.width, photo.height)) / factor / 2;
}

function gridOf({ width, height }: Raster): PaintGrid {
  const factor = Math.ceil(Math.sqrt((width * height) / WORK_PIXELS));
  return { width: Math.ceil(width / factor), height: Math.ceil(height / factor), factor, photo: { width, height } };
}

/** A copy, for it is painted upon. */
function sampled(alpha: Matte, { width, height }: PaintGrid): Matte {
  const { data } = resizeMatte(alpha, width, height);
  return { width, height, data: Float32Array.from(data) };
}

/** Less alpha where a stroke lies, colours as they were. */
function erased(cutout: Raster, grid: PaintGrid, touched: Float32Array, matte: Float32Array): Raster {
  const data = cutout.data.slice();
  eachRow(cutout, grid, [touched, matte], (start, [cover, left]) => {
    for (let x = 0; x < cutout.width; x++) {
      if ((cover?.[x] as number) === 0) continue;
      const at = (start + x) * 4 + 3;
      const alpha = Math.min(data[at] as number, (left?.[x] as number) * 255);
      data[at] = alpha;
      if (alpha < 0.5) data.fill(0, at - 3, at);
    }
  });
  return { ...cutout, data };
}

/** Colours count by their alpha on the way from one to the other. */
function joined(cutout: Raster, anew: Raster, grid: PaintGrid, touched: Float32Array): Raster {
  const data = cutout.data.slice();
  eachRow(cutout, grid, [touched], (start, [cover]) => {
    for (let x = 0; x < cutout.width; x++) {
      const share = Math.min(1, (cover?.[x] as number) / FADES_IN);
      if (share > 0) mix(data, anew.data, (start + x) * 4, share);
    }
  });
  return { ...cutout, data };
}

function mix(into: Uint8ClampedArray, from: Uint8ClampedArray, at: number, share: number): void {
  const before = (into[at + 3] as number) * (1 - share);
  const after = (from[at + 3] as number) * share;
  const alpha = before + after;
  for (let c = at; c < at + 3; c++) {
    into[c] = alpha === 0 ? 0 : ((into[c] as number) * before + (from[c] as number) * after) / alpha;
  }
  into[at + 3] = alpha;
}

/** Planes of the grid at the photo's own size, row by row; rows without a stroke are left out. */
function eachRow(
  { width, height }: Raster,
  grid: PaintGrid,
  planes: readonly Float32Array[],
  use: (start: number, rows: readonly Float32Array[]) => void,
): void {
  const columns = lerpAxis(grid.width, width, 1 / grid.factor);
  const rows = lerpAxis(grid.height, height, 1 / grid.factor);
  const short = new Float32Array(grid.width);
  const long = planes.map(() => new Float32Array(width));
  for (let y = 0; y < height; y++) {
    const isTouched = planes.map((plane, p) => {
      blendRows(plane, grid.width, rows, y, short);
      if (p === 0 && !short.some((cover) => cover > 0)) return false;
      stretchRow(short, columns, long[p] as Float32Array);
      return true;
    });
    if (isTouched[0]) use(y * width, long);
  }
}
