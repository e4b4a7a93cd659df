/**
 * The colour guided filter (He, Sun, Tang: Guided Image Filtering, PAMI 2013, eqs. 14–16) up to its linear model:
 * alpha = red·R + green·G + blue·B + offset around every sample. Applying the model, at any size, is the caller's.
 * `solve` runs for every sample: plain index arithmetic on purpose.
 */
import { boxMean, type Grid, product } from './box';

export interface Guide extends Grid {
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
}

/** The linear model of each sample, and how much of the alpha's variance around it the colours explain, 0–1. */
export interface LinearModel {
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
  readonly offset: Float32Array;
  readonly explained: Float32Array;
}

/** Below this variance there is nothing to explain: half a grey level squared would be 4e-6. */
const NO_VARIANCE = 1e-4;

/**
 * `alpha` regressed on the guide's colours (all 0–1) in windows of (2 radius + 1)², `eps` against noise; averaged.
 *
 * @param known what each sample's alpha counts, 0–1; without it all count alike
 */
export function guidedModel(
  guide: Guide,
  alpha: Float32Array,
  radius: number,
  eps: number,
  known?: Float32Array,
): LinearModel {
  const weight = known && boxMean(known.slice(), guide, radius);
  const mean = (a: Float32Array, b?: Float32Array) => {
    const values = b ? product(a, b) : a.slice();
    if (!known || !weight) return boxMean(values, guide, radius);
    return quotient(boxMean(product(values, known), guide, radius), weight);
  };
  const { red, green, blue } = guide;
  const moments: Moments = {
    mean: [mean(red), mean(green), mean(blue), mean(alpha)],
    colours: [
      mean(red, red),
      mean(red, green),
      mean(red, blue),
      mean(green, green),
      mean(green, blue),
      mean(blue, blue),
    ],
    alphas: [mean(red, alpha), mean(green, alpha), mean(blue, alpha), mean(alpha, alpha)],
  };
  const { variance, explained, ...model } = solve(moments, eps);
  for (const plane of [...Object.values(model), variance, explained]) boxMean(plane, guide, radius);
  for (let i = 0; i < explained.length; i++) {
    explained[i] = (explained[i] as number) / ((variance[i] as number) + NO_VARIANCE);
  }
  return { ...model, explained };
}

/** In place. Where nothing counts there is nothing to know: 0. */
function quotient(sum: Float32Array, weight: Float32Array): Float32Array {
  for (let i = 0; i < sum.length; i++) {
    sum[i] = (weight[i] as number) > LEAST_WEIGHT ? (sum[i] as number) / (weight[i] as number) : 0;
  }
  return sum;
}

/** Less is the rounding of box means. */
const LEAST_WEIGHT = 1e-4;

interface Moments {
  /** R, G, B, alpha. */
  readonly mean: readonly [Float32Array, Float32Array, Float32Array, Float32Array];
  /** RR, RG, RB, GG, GB, BB. */
  readonly colours: readonly [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  /** R·alpha, G·alpha, B·alpha, alpha². */
  readonly alphas: readonly [Float32Array, Float32Array, Float32Array, Float32Array];
}

/** (Σ + eps)⁻¹ · covariance, by cofactors; the planes of the moments are overwritten by the results. */
function solve({ mean, colours, alphas }: Moments, eps: number): LinearModel & { readonly variance: Float32Array } {
  const [meanRed, meanGreen, meanBlue, meanAlpha] = mean;
  const [rr, rg, rb, gg, gb, bb] = colours;
  const [red, green, blue, variance] = alphas;
  const explained = rr;
  const offset = rg;
  for (let i = 0; i < red.length; i++) {
    const r = meanRed[i] as number;
    const g = meanGreen[i] as number;
    const b = meanBlue[i] as number;
    const a = meanAlpha[i] as number;
    const xx = (rr[i] as number) - r * r + eps;
    const xy = (rg[i] as number) - r * g;
    const xz = (rb[i] as number) - r * b;
    const yy = (gg[i] as number) - g * g + eps;
    const yz = (gb[i] as number) - g * b;
    const zz = (bb[i] as number) - b * b + eps;
    const toRed = (red[i] as number) - r * a;
    const toGreen = (green[i] as number) - g * a;
    const toBlue = (blue[i] as number) - b * a;
    const cxx = yy * zz - yz * yz;
    const cxy = xz * yz - xy * zz;
    const cxz = xy * yz - xz * yy;
    const inverse = 1 / (xx * cxx + xy * cxy + xz * cxz);
    const ar = (cxx * toRed + cxy * toGreen + cxz * toBlue) * inverse;
    const ag = (cxy * toRed + (xx * zz - xz * xz) * toGreen + (xy * xz - xx * yz) * toBlue) * inverse;
    const ab = (cxz * toRed + (xy * xz - xx * yz) * toGreen + (xx * yy - xy * xy) * toBlue) * inverse;
    red[i] = ar;
    green[i] = ag;
    blue[i] = ab;
    offset[i] = a - ar * r - ag * g - ab * b;
    variance[i] = Math.max(0, (variance[i] as number) - a * a);
    explained[i] = Math.max(0, ar * toRed + ag * toGreen + ab * toBlue);
  }
  return { red, green, blue, offset, explained, variance };
}
