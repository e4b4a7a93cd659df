/**
 * Grey erosion and dilation: the least or greatest alpha around, which moves a soft edge as it is instead of making it hard.
 * Around is an octagon, the Minkowski sum of a square and two diagonal lines: within 10 % of a circle, and as large in the mean,
 * where a square is 41 % off. Each is a running minimum in windows of 2, 4, 8 … (as in Van Herk 1992), so the distance costs its logarithm.
 */
import type { AlphaPlane } from './alpha-plane';

/** In place. @param distance in pixels, inwards; below 0 outwards; between two whole ones in proportion */
export function moveEdge(plane: AlphaPlane, distance: number): void {
  if (distance < 0) invert(plane.data);
  erode(plane, Math.abs(distance));
  if (distance < 0) invert(plane.data);
}

function erode(plane: AlphaPlane, distance: number): void {
  const radius = Math.floor(distance);
  const rest = distance - radius;
  if (radius > 0) leastAround(plane, radius);
  if (rest < 0.05) return;
  const further = { ...plane, data: plane.data.slice() };
  leastAround(further, 1);
  for (let i = 0; i < plane.data.length; i++) {
    plane.data[i] = (plane.data[i] as number) * (1 - rest) + (further.data[i] as number) * rest;
  }
}

function invert(data: Uint8ClampedArray): void {
  const four = new Uint32Array(data.buffer, 0, data.length >> 2);
  for (let i = 0; i < four.length; i++) four[i] = ~(four[i] as number);
  for (let i = four.length * 4; i < data.length; i++) data[i] = 255 - (data[i] as number);
}

/** In place; beyond the plane's border nothing counts: a subject may be cut off there. */
function leastAround({ width, height, data }: AlphaPlane, radius: number): void {
  // Half of each diagonal line; the square is what is left of the radius, and fills the gaps between diagonals.
  const diagonal = Math.max(0, Math.min(Math.round(radius * DIAGONAL), Math.floor((radius - 1) / 2)));
  const square = radius - 2 * diagonal;
  const stride = width + 2 * radius;
  const padded = new Uint8ClampedArray(stride * (height + 2 * radius)).fill(255);
  for (let y = 0; y < height; y++) {
    padded.set(data.subarray(y * width, (y + 1) * width), (y + radius) * stride + radius);
  }
  leastAhead(padded, 2 * square + 1, 1);
  leastAhead(padded, 2 * square + 1, stride);
  leastAhead(padded, 2 * diagonal + 1, stride + 1);
  leastAhead(padded, 2 * diagonal + 1, stride - 1);
  for (let y = 0; y < height; y++) {
    const from = y * stride + 2 * diagonal;
    data.set(padded.subarray(from, from + width), y * width);
  }
}

/** Of the octagon's radius: then its support is the radius in the mean, (4/π − 1) / (8/π − 4√2/π). */
const DIAGONAL = 0.366;

/** Of each sample and those that follow it, in place: windows of 2, 4, 8 …, then two of those that cover `count`. */
function leastAhead(plane: Uint8ClampedArray, count: number, step: number): void {
  let covered = 1;
  for (; covered * 2 <= count; covered *= 2) leastOfTwo(plane, covered * step);
  if (count > covered) leastOfTwo(plane, (count - covered) * step);
}

function leastOfTwo(plane: Uint8ClampedArray, distance: number): void {
  for (let i = 0; i + distance < plane.length; i++) {
    const other = plane[i + distance] as number;
    if (other < (plane[i] as number)) plane[i] = other;
  }
}
