/**
 * Grey erosion and dilation: the least or greatest alpha around, which moves a soft edge as it is instead of making it hard.
 * Around is an octagon, the Minkowski sum of a square and two diagonal lines: within 10 % of a circle, and as large in the mean,
 * where a square is 41 % off. Each is a running minimum in windows of 2, 4, 8 … (as in Van Herk 1992), so the distance costs its logarithm,
 * and only where anything changes (`uneven-runs.ts`).
 */
import type { AlphaPlane } from './alpha-plane';
import { type Bytes, SQUARE, unevenRuns } from './uneven-runs';

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
    const [here, there] = [plane.data[i] as number, further.data[i] as number];
    if (here !== there) plane.data[i] = here * (1 - rest) + there * rest;
  }
}

function invert(data: Uint8ClampedArray): void {
  const four = new Uint32Array(data.buffer, 0, data.length >> 2);
  for (let i = 0; i < four.length; i++) four[i] = ~(four[i] as number);
  for (let i = four.length * 4; i < data.length; i++) data[i] = 255 - (data[i] as number);
}

/** Of the octagon's radius: then its support is the radius in the mean, (4/π − 1) / (8/π − 4√2/π). */
const DIAGONAL = 0.366;

/** In place; beyond the plane's border nothing counts: a subject may be cut off there. */
function leastAround(plane: AlphaPlane, radius: number): void {
  // Half of each diagonal line; the square is what is left of the radius, and fills the gaps between diagonals.
  const diagonal = Math.max(0, Math.min(Math.round(radius * DIAGONAL), Math.floor((radius - 1) / 2)));
  const square = radius - 2 * diagonal;
  const padded = paddedBy(plane, radius);
  const runs = unevenRuns(padded, { left: 2 * diagonal, right: 2 * (square + diagonal), down: 2 * radius });
  const { data, width: stride } = padded;
  leastAhead(data, runs, 2 * square + 1, 1);
  leastAhead(data, runs, 2 * square + 1, stride);
  leastAhead(data, runs, 2 * diagonal + 1, stride + 1);
  leastAhead(data, runs, 2 * diagonal + 1, stride - 1);
  for (let y = 0; y < plane.height; y++) {
    const from = y * stride + 2 * diagonal;
    plane.data.set(data.subarray(from, from + plane.width), y * plane.width);
  }
}

function paddedBy({ width, height, data }: AlphaPlane, radius: number): Bytes {
  const whole = (length: number) => Math.ceil((length + 2 * radius) / SQUARE) * SQUARE;
  const padded = { width: whole(width), height: whole(height) };
  const bytes = new Uint8Array(padded.width * padded.height).fill(255);
  for (let y = 0; y < height; y++) {
    bytes.set(data.subarray(y * width, (y + 1) * width), (y + radius) * padded.width + radius);
  }
  return { ...padded, data: bytes };
}

/** Of each sample and those that follow it, in place: windows of 2, 4, 8 …, then two of those that cover `count`. */
function leastAhead(plane: Uint8Array, runs: Int32Array, count: number, step: number): void {
  let covered = 1;
  for (; covered * 2 <= count; covered *= 2) leastOfTwo(plane, runs, covered * step);
  if (count > covered) leastOfTwo(plane, runs, (count - covered) * step);
}

function leastOfTwo(plane: Uint8Array, runs: Int32Array, distance: number): void {
  for (let run = 0; run < runs.length; run += 2) {
    const to = Math.min(runs[run + 1] as number, plane.length - distance);
    for (let i = runs[run] as number; i < to; i++) {
      const other = plane[i + distance] as number;
      if (other < (plane[i] as number)) plane[i] = other;
    }
  }
}
