/**
 * Evens out a contour's jaggies without moving it: mean curvature motion (Alvarez, Lions and Morel 1992), the second derivative
 * of alpha along its own level lines. Across them nothing is blurred: a straight edge keeps its profile, hard or soft, and hairs
 * stay. What is rounder than `sigma` hardly moves: a circle of radius r by σ² / 2r.
 */
import type { AlphaPlane } from './alpha-plane';

/** Of an explicit scheme along a line: up to a half is stable. */
const STEP = 0.4;
/** Contours move less than this; what lies further off is left out. */
const REACH = 3;

/** @param sigma pixels along the contour */
export function smoothContour({ width, height, data }: AlphaPlane, sigma: number): void {
  const time = sigma ** 2 / 2;
  const steps = Math.ceil(time / STEP);
  if (sigma < 0.05) return;
  const active = nearEdges({ width, height, data });
  const plane = new Float32Array(data);
  const change = new Float32Array(active.length);
  for (let step = 0; step < steps; step++) {
    for (let k = 0; k < active.length; k++) change[k] = bend(plane, active[k] as number, width);
    for (let k = 0; k < active.length; k++) {
      const i = active[k] as number;
      plane[i] = (plane[i] as number) + (time / steps) * (change[k] as number);
    }
  }
  for (const i of active) data[i] = plane[i] as number;
}

/** The second derivative along the level line through sample i; 0 where alpha is level. */
function bend(plane: Float32Array, i: number, width: number): number {
  const west = plane[i - 1] as number;
  const east = plane[i + 1] as number;
  const north = plane[i - width] as number;
  const south = plane[i + width] as number;
  const dx = (east - west) / 2;
  const dy = (south - north) / 2;
  const slope = dx * dx + dy * dy;
  if (slope < 1e-3) return 0;
  const middle = 2 * (plane[i] as number);
  const northDiagonal = (plane[i - width + 1] as number) - (plane[i - width - 1] as number);
  const southDiagonal = (plane[i + width + 1] as number) - (plane[i + width - 1] as number);
  const dxy = (southDiagonal - northDiagonal) / 4;
  return ((east + west - middle) * dy * dy - 2 * dx * dy * dxy + (north + south - middle) * dx * dx) / slope;
}

/** Samples within REACH of a place where alpha changes, but the outermost ring, which has no neighbours. */
function nearEdges({ width, height, data }: AlphaPlane): Uint32Array {
  const marked = new Uint8Array(data.length);
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const here = data[i];
      const isLevel = (x + 1 === width || data[i + 1] === here) && (y + 1 === height || data[i + width] === here);
      if (!isLevel) count += mark(marked, x, y, { width, height });
    }
  }
  const active = new Uint32Array(count);
  for (let i = 0, k = 0; k < count; i++) if (marked[i] === 1) active[k++] = i;
  return active;
}

/** @returns how many were not marked before */
function mark(marked: Uint8Array, x: number, y: number, { width, height }: Omit<AlphaPlane, 'data'>): number {
  let count = 0;
  for (let row = Math.max(1, y - REACH); row <= Math.min(height - 2, y + REACH); row++) {
    for (let column = Math.max(1, x - REACH); column <= Math.min(width - 2, x + REACH); column++) {
      const i = row * width + column;
      count += 1 - (marked[i] as number);
      marked[i] = 1;
    }
  }
  return count;
}
