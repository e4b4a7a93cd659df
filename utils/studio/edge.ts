/**
 * A tighter or softer edge, inwards only: outside the edge the cutout has no colours any more. Tightening is grey erosion
 * (the least alpha within a square; van Herk 1992), which moves a soft edge as it is instead of making it hard.
 */
import { boxMean } from '../pipeline/box';
import type { Matte, Raster, Size } from '../pipeline/raster';
import type { Edge } from './edits';

/** The cutout as it is, or a copy with less alpha; colours stay. */
export function tighten(cutout: Raster, { shift, feather }: Edge): Raster {
  const long = Math.max(cutout.width, cutout.height);
  const [distance, sigma] = [shift * long, feather * long];
  if (distance < 0.05 && sigma < 0.05) return cutout;
  const alpha = alphaOf(cutout);
  erode(alpha.data, alpha, distance);
  const soft = featherInwards(alpha, sigma);
  const data = cutout.data.slice();
  for (let i = 0; i < soft.length; i++)
    data[i * 4 + 3] = Math.min(data[i * 4 + 3] as number, (soft[i] as number) * 255);
  return { ...cutout, data };
}

export function alphaOf({ width, height, data }: Raster): Matte {
  const alpha = new Float32Array(width * height);
  for (let i = 0; i < alpha.length; i++) alpha[i] = (data[i * 4 + 3] as number) / 255;
  return { width, height, data: alpha };
}

/** 0 at the edge, 1 from about two σ inside on: a blurred straight edge is ½ where it was. */
function featherInwards({ data, width, height }: Matte, sigma: number): Float32Array {
  const radius = Math.round((Math.sqrt(4 * sigma ** 2 + 1) - 1) / 2);
  if (radius < 1) return data;
  const blurred = data.slice();
  for (let pass = 0; pass < 3; pass++) boxMean(blurred, { width, height }, radius);
  for (let i = 0; i < data.length; i++) {
    blurred[i] = Math.min(data[i] as number, Math.max(0, 2 * (blurred[i] as number) - 1));
  }
  return blurred;
}

/** In place, by a distance that need not be whole: between two radii in proportion. */
function erode(plane: Float32Array, size: Size, distance: number): void {
  const radius = Math.floor(distance);
  const rest = distance - radius;
  if (radius > 0) leastAround(plane, size, radius);
  if (rest < 0.05) return;
  const further = plane.slice();
  leastAround(further, size, 1);
  for (let i = 0; i < plane.length; i++) {
    plane[i] = (plane[i] as number) * (1 - rest) + (further[i] as number) * rest;
  }
}

/** The least of (2 radius + 1)², in place; beyond the picture's border nothing counts: a subject may be cut off there. */
function leastAround(plane: Float32Array, { width, height }: Size, radius: number): void {
  const line = new Float32Array(Math.max(width, height));
  const least = new Float32Array(line.length);
  for (let y = 0; y < height; y++) leastOfLine(plane, { from: y * width, step: 1, count: width }, radius, line, least);
  for (let x = 0; x < width; x++) leastOfLine(plane, { from: x, step: width, count: height }, radius, line, least);
}

interface Line {
  readonly from: number;
  readonly step: number;
  readonly count: number;
}

/** A queue of candidates that only grow: each sample enters and leaves it once. */
function leastOfLine(
  plane: Float32Array,
  { from, step, count }: Line,
  radius: number,
  line: Float32Array,
  queue: Float32Array,
) {
  for (let i = 0; i < count; i++) line[i] = plane[from + i * step] as number;
  let [head, tail] = [0, 0];
  for (let i = 0; i < count + radius; i++) {
    if (i < count) {
      while (tail > head && (line[queue[tail - 1] as number] as number) >= (line[i] as number)) tail--;
      queue[tail++] = i;
    }
    const at = i - radius;
    if (at < 0) continue;
    if ((queue[head] as number) < at - radius) head++;
    plane[from + at * step] = line[queue[head] as number] as number;
  }
}
