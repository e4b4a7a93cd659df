/**
 * A tighter or softer edge, inwards only: outside the edge the cutout has no colours any more. Tightening is grey erosion
 * (the least alpha within a square), which moves a soft edge as it is instead of making it hard.
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
  const stride = width + 2 * radius;
  const padded = new Float32Array(stride * (height + 2 * radius)).fill(1);
  for (let y = 0; y < height; y++) {
    padded.set(plane.subarray(y * width, (y + 1) * width), (y + radius) * stride + radius);
  }
  leastAhead(padded, 2 * radius + 1, 1);
  leastAhead(padded, 2 * radius + 1, stride);
  for (let y = 0; y < height; y++) plane.set(padded.subarray(y * stride, y * stride + width), y * width);
}

/** Of each sample and those that follow it, in place: windows of 2, 4, 8 …, then two of those that cover `count`. */
function leastAhead(plane: Float32Array, count: number, step: number): void {
  let covered = 1;
  for (; covered * 2 <= count; covered *= 2) leastOfTwo(plane, covered * step);
  leastOfTwo(plane, (count - covered) * step);
}

function leastOfTwo(plane: Float32Array, distance: number): void {
  for (let i = 0; i + distance < plane.length; i++) {
    const other = plane[i + distance] as number;
    if (other < (plane[i] as number)) plane[i] = other;
  }
}
