/** Softness inwards: 0 at the edge, 1 from about two σ inside on; a blurred straight edge is ½ where it was. In place. Pure. */
import { boxMean } from '../pipeline/box';
import type { Size } from '../pipeline/raster';
import type { AlphaPlane } from './alpha-plane';

const BOXES = 3;
/** From here on half as many samples each way show the same blur. */
const COARSE_SIGMA = 3;
/** What halving and enlarging add to the variance, each way: 1/4 and 3/4. */
const COARSE_VARIANCE = 1;

/** @param sigma in pixels; rounded to what three boxes of one radius make */
export function featherInwards(plane: AlphaPlane, sigma: number): void {
  const radius = Math.round(radiusOf(sigma ** 2));
  featherBy(plane, radius < 1 ? [] : Array<number>(BOXES).fill(radius));
}

/** For drafts, whose pixels are large: boxes of two radii come closer to `sigma`, and a wide blur is made on a quarter of the samples. */
export function featherDraft(plane: AlphaPlane, sigma: number): void {
  if (sigma < COARSE_SIGMA) featherBy(plane, boxesOf(sigma ** 2));
  else featherCoarsely(plane, sigma);
}

function featherCoarsely(plane: AlphaPlane, sigma: number): void {
  const { data, width } = plane;
  const blurred = halved(plane);
  for (const radius of boxesOf((sigma ** 2 - COARSE_VARIANCE) / 4)) boxMean(blurred.data, blurred, radius);
  const line = new Float32Array(blurred.width);
  for (let y = 0; y < plane.height; y++) {
    rowBetween(blurred, y, line);
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const before = data[at] as number;
      if (before > 0) data[at] = inwards(before, between(line, x));
    }
  }
}

const inwards = (before: number, blurred: number) => Math.min(before, 2 * blurred - 255);

function featherBy({ data, width, height }: AlphaPlane, boxes: readonly number[]): void {
  if (boxes.length === 0) return;
  const blurred = new Float32Array(data);
  for (const radius of boxes) boxMean(blurred, { width, height }, radius);
  for (let i = 0; i < data.length; i++) data[i] = inwards(data[i] as number, blurred[i] as number);
}

/** Of three boxes that have this variance together: each has r (r + 1) / 3. */
const radiusOf = (variance: number) => (Math.sqrt(4 * variance + 1) - 1) / 2;

/** Radii that come close to this variance: some boxes are one wider than the others. */
function boxesOf(variance: number): readonly number[] {
  const radius = Math.floor(radiusOf(variance));
  const wider = Math.round(((variance - radius * (radius + 1)) * BOXES) / (2 * (radius + 1)));
  return Array.from({ length: BOXES }, (_, pass) => (pass < wider ? radius + 1 : radius)).filter((reach) => reach > 0);
}

interface Floats extends Size {
  readonly data: Float32Array;
}

/** The mean of four samples each; at an odd border, of those that are there twice. */
function halved({ data, width, height }: AlphaPlane): Floats {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const means = new Float32Array(half.width * half.height);
  for (let y = 0, into = 0; y < half.height; y++) {
    const upper = 2 * y * width;
    const lower = Math.min(height - 1, 2 * y + 1) * width;
    for (let x = 0; x < half.width; x++, into++) {
      const left = 2 * x;
      const right = Math.min(width - 1, left + 1);
      const above = (data[upper + left] as number) + (data[upper + right] as number);
      means[into] = (above + (data[lower + left] as number) + (data[lower + right] as number)) / 4;
    }
  }
  return { ...half, data: means };
}

/** Row y of a plane twice as high. */
function rowBetween({ data, width, height }: Floats, y: number, into: Float32Array): void {
  const near = (y >> 1) * width;
  const far = Math.min(height - 1, Math.max(0, (y >> 1) + (y % 2 === 0 ? -1 : 1))) * width;
  for (let x = 0; x < width; x++) into[x] = (data[near + x] as number) * 0.75 + (data[far + x] as number) * 0.25;
}

/** Sample x of a line twice as long. */
function between(line: Float32Array, x: number): number {
  const near = x >> 1;
  const far = Math.min(line.length - 1, Math.max(0, near + (x % 2 === 0 ? -1 : 1)));
  return (line[near] as number) * 0.75 + (line[far] as number) * 0.25;
}
