/**
 * Separable resampling with a triangle filter. `triangleTaps` says which samples make up a target sample, `sumRows` is
 * the vertical half for any picture, `resizeMatte` the whole of it for one channel. Colour photos are preprocess's job.
 * The row loops are hot and therefore plain; casts in them instead of `?? 0`, which checks at run time.
 */
import type { Matte } from './raster';

/** For target sample t: sources `first[t]` … `first[t] + count[t] − 1`, weighted by `weights[t * stride + k]`. */
export interface Taps {
  readonly from: number;
  readonly to: number;
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly weights: Float32Array;
  readonly stride: number;
}

/**
 * Filter taps for one axis of `from` → `to` samples (both ≥ 1), `scale` sources to a target.
 *
 * Sample centres sit at i + ½. Enlarging is plain bilinear; shrinking widens the triangle by the scale, so that every
 * source sample counts and nothing aliases. The weights of a target sum to 1: at a border the missing part of the
 * triangle is left out, which for enlarging is the same as clamping. Source: `precompute_coeffs` of Pillow's Resample.c.
 */
export function triangleTaps(from: number, to: number, scale = from / to): Taps {
  const radius = Math.max(1, scale);
  const stride = 2 * Math.ceil(radius) + 1;
  const first = new Int32Array(to);
  const count = new Int32Array(to);
  const weights = new Float32Array(to * stride);
  for (let t = 0; t < to; t++) {
    const centre = (t + 0.5) * scale;
    const begin = Math.max(0, Math.floor(centre - radius + 0.5));
    const end = Math.min(from, Math.floor(centre + radius + 0.5));
    first[t] = begin;
    count[t] = end - begin;
    weights.set(triangle(begin + 0.5 - centre, end - begin, radius), t * stride);
  }
  return { from, to, first, count, weights, stride };
}

/** `count` weights of a triangle of half-width `radius`, from `offset` off its centre in steps of 1; they sum to 1. */
function triangle(offset: number, count: number, radius: number): number[] {
  const heights = Array.from({ length: count }, (_, k) => Math.max(0, 1 - Math.abs(offset + k) / radius));
  const total = heights.reduce((sum, height) => sum + height, 0);
  return heights.map((height) => height / total);
}

export interface RowSum {
  readonly rows: Taps;
  readonly planes: number;
  readonly width: number;
  /** Writes source row y, already `width` wide, plane after plane; called once per row, top to bottom. */
  fillRow(y: number, row: Float32Array): void;
}

/**
 * The vertical half: `planes` × `rows.to` × `width` floats, in the units of `fillRow`.
 *
 * A row is added to the targets it belongs to as soon as it is there: the result is its own accumulator, and the only
 * other memory is one row.
 */
export function sumRows({ rows, planes, width, fillRow }: RowSum): Float32Array {
  const sum = new Float32Array(planes * rows.to * width);
  const row = new Float32Array(planes * width);
  let top = 0;
  for (let y = 0; y < rows.from; y++) {
    fillRow(y, row);
    while ((rows.first[top] as number) + (rows.count[top] as number) <= y) top++;
    for (let t = top; t < rows.to && (rows.first[t] as number) <= y; t++) {
      const weight = rows.weights[t * rows.stride + y - (rows.first[t] as number)] as number;
      for (let plane = 0; plane < planes; plane++) {
        addRow({ sum, at: (plane * rows.to + t) * width, row, from: plane * width, width, weight });
      }
    }
  }
  return sum;
}

interface RowAddition {
  readonly sum: Float32Array;
  readonly at: number;
  readonly row: Float32Array;
  readonly from: number;
  readonly width: number;
  readonly weight: number;
}

function addRow({ sum, at, row, from, width, weight }: RowAddition): void {
  for (let x = 0; x < width; x++) sum[at + x] = (sum[at + x] as number) + (row[from + x] as number) * weight;
}

/** Matte of any size → `width` × `height` (≥ 1), same units: bilinear when enlarging, antialiased when shrinking. */
export function resizeMatte(matte: Matte, width: number, height: number): Matte {
  const columns = triangleTaps(matte.width, width);
  const data = sumRows({
    rows: triangleTaps(matte.height, height),
    planes: 1,
    width,
    fillRow: (y, row) => filterMatteRow(matte.data.subarray(y * matte.width), columns, row),
  });
  return { width, height, data };
}

function filterMatteRow(source: Float32Array, { to, first, count, weights, stride }: Taps, row: Float32Array): void {
  for (let x = 0; x < to; x++) {
    let sum = 0;
    let i = first[x] as number;
    const end = x * stride + (count[x] as number);
    for (let w = x * stride; w < end; w++, i++) sum += (source[i] as number) * (weights[w] as number);
    row[x] = sum;
  }
}
