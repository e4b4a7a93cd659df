/**
 * The soft rim of a brush: nobody draws along an edge to the pixel, so there the photo's colours decide. What lies under the
 * middle of the brush and what lies beside it are known; a linear model of the colours, fitted to those alone, says the rest
 * (the guided filter with weights).
 */
import { guidedModel } from '../pipeline/guided';
import type { WorkingCopy } from '../pipeline/working-copy';

/** Covered more than this, the brush says what is so; not at all, the matte of before. */
const SURE = 0.75;
/** Colour noise of two hundredths. */
const EPS = 4e-4;
/** The window reaches from the middle of the brush to beyond its rim. */
const REACH = 1.3;
/** Larger ones see more of the photo than the edge. */
const MAX_RADIUS = 60;

export interface Painted {
  /** 0–1; its samples in the rim are changed, in place. */
  readonly matte: Float32Array;
  /** How much strokes cover each sample, 0–1. */
  readonly touched: Float32Array;
}

/** @param radius of the largest brush, samples */
export function rimByColour(copy: WorkingCopy, { matte, touched }: Painted, radius: number): void {
  const known = touched.map((cover) => (cover === 0 || cover > SURE ? 1 : 0));
  if (known.every((weight) => weight === 1)) return;
  const window = Math.min(MAX_RADIUS, Math.max(2, Math.round(radius * REACH)));
  const { red, green, blue, offset } = guidedModel(copy, matte, window, EPS, known);
  for (let i = 0; i < matte.length; i++) {
    if (known[i] === 1) continue;
    const alpha =
      (red[i] as number) * (copy.red[i] as number) +
      (green[i] as number) * (copy.green[i] as number) +
      (blue[i] as number) * (copy.blue[i] as number) +
      (offset[i] as number);
    matte[i] = Math.min(1, Math.max(0, alpha));
  }
}
