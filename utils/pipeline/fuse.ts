/**
 * One matte of two networks' answers. IS-Net says better where the edge runs, u2netp says better what the subject is
 * (docs/benchmarks.md has the table): where their blurred answers agree, IS-Net alone; where they do not, both. Hair and
 * fur are what u2netp does not see at all; there IS-Net alone is heard too, whatever u2netp says.
 */
import { boxMean } from './box';
import type { Matte } from './raster';
import { resizeMatte } from './resize';

/** IS-Net's share of the log-odds where they disagree. */
const DETAIL_SHARE = 0.6;
/** Radius of the blur, as a share of the side: about the size of a thing, not of its edge. */
const BLUR = 1 / 32;
/** Mean answers this far apart still agree … */
const AGREE = 0.1;
/** … and from here on disagree altogether. */
const DISAGREE = 0.3;
/** Radius within which a matte full of strands varies and a solid thing does not, as a share of the side. */
const STRAND = 1 / 200;
/** Local variance of alpha, averaged over the blur: up to here no strands … */
const PLAIN = 0.01;
/** … and from here on all strands. One hard edge across the window gives .026, drawn fur .05 and more. */
const STRANDS = 0.03;
/** Certainty has an end: log-odds of 0 and 1 would outvote anything. */
const CERTAIN = 1e-3;

/**
 * @param detail raw alpha, any size
 * @param context raw alpha, any size
 * @returns alpha of the detail's size: its own values, untouched, wherever both agree
 */
export function fuse(detail: Matte, context: Matte): Matte {
  const { width, height } = detail;
  const other = resizeMatte(context, width, height).data;
  const radius = Math.max(1, Math.round(width * BLUR));
  const blurred = boxMean(detail.data, detail, radius, new Float32Array(other.length));
  const otherBlurred = boxMean(other, detail, radius, new Float32Array(other.length));
  const variance = boxMean(localVariance(detail), detail, radius);
  const data = new Float32Array(other.length);
  for (let i = 0; i < data.length; i++) {
    const own = detail.data[i] as number;
    const apart = Math.abs((blurred[i] as number) - (otherBlurred[i] as number));
    const share = ramp(apart, AGREE, DISAGREE) * (1 - ramp(variance[i] as number, PLAIN, STRANDS));
    data[i] = share === 0 ? own : own + share * (mixed(own, other[i] as number) - own);
  }
  return { width, height, data };
}

/** 0 up to `from`, 1 from `to` on, and a straight line between; NaN stays NaN. */
function ramp(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** How much alpha varies around each pixel: mean of squares less square of mean. */
function localVariance(matte: Matte): Float32Array {
  const radius = Math.max(1, Math.round(matte.width * STRAND));
  const mean = boxMean(matte.data, matte, radius, new Float32Array(matte.data.length));
  const squares = boxMean(
    matte.data.map((alpha) => alpha * alpha),
    matte,
    radius,
  );
  for (let i = 0; i < squares.length; i++) squares[i] = Math.max(0, (squares[i] as number) - (mean[i] as number) ** 2);
  return squares;
}

function mixed(detail: number, context: number): number {
  return 1 / (1 + Math.exp(-DETAIL_SHARE * logOdds(detail) - (1 - DETAIL_SHARE) * logOdds(context)));
}

function logOdds(alpha: number): number {
  const bounded = Math.min(1 - CERTAIN, Math.max(CERTAIN, alpha));
  return Math.log(bounded / (1 - bounded));
}
