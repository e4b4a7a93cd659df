/**
 * Colours beyond the edge, where a cutout has none: each place gets those that are nearest, smoother the further away, by
 * pull and push (Gortler et al., The Lumigraph, 1996): means of ever coarser squares, weighted by alpha, fill what the finer
 * ones leave open. On at most a megapixel: what is made up needs no detail.
 */
import { lerpAxis } from '../pipeline/lerp';
import { shrink } from '../pipeline/preview';
import type { Raster, Size } from '../pipeline/raster';

const GRID_PIXELS = 1_000_000;

/** Red, green and blue times weight, and weight, by turns; weight 0–1. */
interface Level extends Size {
  readonly sums: Float32Array;
}

/** An opaque picture of the same shape, at most a megapixel: the cutout's own colours, and beyond it the nearest ones. */
export function extendColours(cutout: Raster): Raster {
  const small = shrink(cutout, GRID_PIXELS);
  const levels = [levelOf(small)];
  for (let last = levels[0]; last && last.width * last.height > 1; last = levels.at(-1)) levels.push(pull(last));
  fillWhole((levels.at(-1) as Level).sums);
  for (let i = levels.length - 2; i >= 0; i--) push(levels[i + 1] as Level, levels[i] as Level);
  const { sums } = levels[0] as Level;
  const data = new Uint8ClampedArray(small.data.length).fill(255);
  for (let i = 0; i < data.length; i += 4) {
    for (let c = i; c < i + 3; c++) data[c] = sums[c] as number;
  }
  return { width: small.width, height: small.height, data };
}

/** The subject's colours everywhere, opaque: where the cutout has any, its own bits. With the matte they give it again. */
export function foregroundOf(cutout: Raster): Raster {
  const data = cutout.data.slice();
  const colourAt = samplerOf(extendColours(cutout), cutout);
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 0) data.set(colourAt(i / 4), i);
    data[i + 3] = 255;
  }
  return { ...cutout, data };
}

/** Red, green and blue of `picture` where pixel `at` of a picture of `size` lies upon it; the array is the same each time. */
export function samplerOf(picture: Raster, { width, height }: Size): (at: number) => Readonly<Uint8ClampedArray> {
  const columns = lerpAxis(picture.width, width, picture.width / width);
  const rows = lerpAxis(picture.height, height, picture.height / height);
  const colour = new Uint8ClampedArray(3);
  return (at) => {
    const x = at % width;
    const y = (at - x) / width;
    const upper = (rows.low[y] as number) * picture.width;
    const lower = (rows.high[y] as number) * picture.width;
    const [left, right] = [columns.low[x] as number, columns.high[x] as number];
    const [across, down] = [columns.share[x] as number, rows.share[y] as number];
    for (let c = 0; c < 3; c++) {
      const byte = (pixel: number) => picture.data[pixel * 4 + c] as number;
      const above = byte(upper + left) * (1 - across) + byte(upper + right) * across;
      const below = byte(lower + left) * (1 - across) + byte(lower + right) * across;
      colour[c] = above * (1 - down) + below * down;
    }
    return colour;
  };
}

function levelOf({ width, height, data }: Raster): Level {
  const sums = new Float32Array(data.length);
  for (let i = 0; i < data.length; i += 4) {
    const weight = (data[i + 3] as number) / 255;
    for (let c = i; c < i + 3; c++) sums[c] = (data[c] as number) * weight;
    sums[i + 3] = weight;
  }
  return { width, height, sums };
}

/** Half as wide and high; squares with little in them count fully as soon as their sum does. */
function pull({ width, height, sums }: Level): Level {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const coarse = new Float32Array(half.width * half.height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      const into = ((y >> 1) * half.width + (x >> 1)) * 4;
      for (let c = 0; c < 4; c++) coarse[into + c] = (coarse[into + c] as number) + (sums[from + c] as number);
    }
  }
  for (let i = 0; i < coarse.length; i += 4) {
    const much = coarse[i + 3] as number;
    if (much > 1) for (let c = i; c < i + 4; c++) coarse[c] = (coarse[c] as number) / much;
  }
  return { ...half, sums: coarse };
}

/** The coarsest level is one square: its colour in full, however little there is of it. */
function fillWhole(sums: Float32Array): void {
  const much = sums[3] as number;
  if (much > 0) for (let c = 0; c < 4; c++) sums[c] = (sums[c] as number) / much;
}

/** In place: what `fine` leaves open comes from the coarser level, between its squares in proportion. */
function push(coarse: Level, fine: Level): void {
  for (let y = 0; y < fine.height; y++) {
    const rows = neighbours(y, coarse.height);
    for (let x = 0; x < fine.width; x++) {
      const at = (y * fine.width + x) * 4;
      const open = 1 - (fine.sums[at + 3] as number);
      if (open <= 0) continue;
      const columns = neighbours(x, coarse.width);
      for (let c = 0; c < 3; c++) {
        const value = (row: number, column: number) => coarse.sums[(row * coarse.width + column) * 4 + c] as number;
        const near = value(rows.near, columns.near) * 0.75 + value(rows.near, columns.far) * 0.25;
        const far = value(rows.far, columns.near) * 0.75 + value(rows.far, columns.far) * 0.25;
        fine.sums[at + c] = (fine.sums[at + c] as number) + open * (near * 0.75 + far * 0.25);
      }
      fine.sums[at + 3] = 1;
    }
  }
}

/** The square that a finer one lies in, and the next one on its side. */
function neighbours(at: number, count: number): { readonly near: number; readonly far: number } {
  const near = at >> 1;
  return { near, far: Math.min(count - 1, Math.max(0, at % 2 === 0 ? near - 1 : near + 1)) };
}
