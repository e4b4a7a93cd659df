/**
 * What colour the subject has where it is only partly there, so that hair carries nothing of its old background. Around
 * each sample the compositing equation C = αF + (1 − α)B is solved for F and B by least squares over a window, from
 * coarse to fine, each level starting from the coarser answer: the multi-level idea of Germer et al. (Fast Multi-Level
 * Foreground Estimation, 2020) with the windows of Forte and Pitié (Approximate Fast Foreground Colour Estimation,
 * 2021). C is linear in α, so averaged pixels obey the same equation: a small copy tells the colour of strands thinner
 * than its samples. The last step, per pixel of the photo, is `compose.ts`.
 * `solve` runs for every sample: plain index arithmetic on purpose.
 */
import { boxMean, type Grid, product } from './box';
import type { AlphaModel } from './refine';
import { coarserGrid, shrinkPlane } from './shrink-planes';

/** Colours, 0–1, of a small copy of the photo. */
export interface Layered extends Grid {
  /** Pixels of the photo per sample, each way. */
  readonly factor: number;
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
}

interface Layers extends Layered {
  readonly alpha: Float32Array;
}

/** Six planes 0–1: the colour of the subject and of what lies behind it, everywhere, also where one is not seen. */
export interface Colours extends Grid {
  readonly factor: number;
  readonly front: readonly [Float32Array, Float32Array, Float32Array];
  readonly back: readonly [Float32Array, Float32Array, Float32Array];
  /** How much rougher the background is than the subject: ratio of what windows leave unexplained, squared. */
  readonly roughness: number;
}

/**
 * Window radii, as shares of the long side. The first reaches across a head of hair to where the subject is opaque; the
 * last is a few samples, or a textured wall would be taken for one colour.
 */
const RADII = [0.08, 0.02, 0.005] as const;
/** Weight of the coarser answer, as a share of the window's samples. */
const PRIOR = 0.005;
/** Alpha that far from 0 or 1 is still the one or the other. */
const SURE = 0.02;
/** A quarter of a grey level, squared: rounding, which says nothing about roughness. */
const LEAST_REST = 1e-6;
/** Beyond that, the smoother layer would not follow its own colours any more. */
const MOST_ROUGHNESS = 30;

type Fields = Omit<Colours, 'roughness'>;

/** At most this many samples: on 12 MP squares of 10 pixels. The equation holds for squares as for pixels. */
const COLOUR_SAMPLES = 200_000;

/**
 * Colours of `copy` under the alpha that `model` gives it, on a grid of at most COLOUR_SAMPLES. Three windows, one after
 * the other. Extra memory: 20 planes of that grid, 16 MB.
 */
export function estimateColours(copy: Layered, model: AlphaModel): Colours {
  const layers = shrinkLayers(copy, alphaOf(copy, model));
  let colours: Colours = { ...overall(layers), roughness: 1 };
  for (const share of RADII) {
    const radius = Math.max(1, Math.round(Math.max(layers.width, layers.height) * share));
    solveWindows(layers, radius, colours);
    // As the widest windows see it: narrow ones follow any texture.
    if (share === RADII[0]) colours = { ...colours, roughness: roughnessOf(layers, colours) };
  }
  return colours;
}

/** Mean squared rest of what is surely background, over that of what is surely subject. */
function roughnessOf({ red, green, blue, alpha }: Layers, { front, back }: Fields): number {
  const planes = [red, green, blue];
  const ratio = meanRest(planes, back, alpha, [-1, SURE]) / meanRest(planes, front, alpha, [1 - SURE, 2]);
  return Math.min(MOST_ROUGHNESS, Math.max(1 / MOST_ROUGHNESS, ratio));
}

/** Of the samples whose alpha lies between the two. A function to ask for each sample takes four times as long. */
function meanRest(
  planes: readonly Float32Array[],
  means: readonly Float32Array[],
  alpha: Float32Array,
  [above, below]: readonly [number, number],
): number {
  let sum = 0;
  let count = 1;
  for (const [channel, plane] of planes.entries()) {
    const mean = means[channel] as Float32Array;
    for (let i = 0; i < plane.length; i++) {
      const a = alpha[i] as number;
      if (a <= above || a >= below) continue;
      const rest = (plane[i] as number) - (mean[i] as number);
      sum += rest * rest;
      count++;
    }
  }
  return sum / count + LEAST_REST;
}

function alphaOf(copy: Layered, { red, green, blue, offset }: AlphaModel): Float32Array {
  const alphas = new Float32Array(offset.length);
  for (let i = 0; i < alphas.length; i++) {
    const alpha =
      (offset[i] as number) +
      (red[i] as number) * (copy.red[i] as number) +
      (green[i] as number) * (copy.green[i] as number) +
      (blue[i] as number) * (copy.blue[i] as number);
    alphas[i] = Math.min(1, Math.max(0, alpha));
  }
  return alphas;
}

function shrinkLayers(copy: Layered, alpha: Float32Array): Layers {
  const unit = Math.ceil(Math.sqrt((copy.width * copy.height) / COLOUR_SAMPLES));
  const shrink = (plane: Float32Array) => shrinkPlane(plane, copy, unit);
  return {
    ...coarserGrid(copy, unit),
    factor: copy.factor * unit,
    red: shrink(copy.red),
    green: shrink(copy.green),
    blue: shrink(copy.blue),
    alpha: shrink(alpha),
  };
}

/** One colour for the whole subject and one for all the rest: means weighted by α², so that what is surely one counts. */
function overall(copy: Layers): Fields {
  const { width, height, factor, alpha } = copy;
  const rest = alpha.map((a) => 1 - a);
  const front = (plane: Float32Array) => weightedMean(plane, alpha);
  const back = (plane: Float32Array) => weightedMean(plane, rest);
  const { red, green, blue } = copy;
  return {
    width,
    height,
    factor,
    front: [front(red), front(green), front(blue)],
    back: [back(red), back(green), back(blue)],
  };
}

/** Everywhere the mean of the plane, by the square of `weight`. */
function weightedMean(plane: Float32Array, weight: Float32Array): Float32Array {
  let sum = 0;
  let weights = 1e-6;
  for (let i = 0; i < plane.length; i++) {
    const w = (weight[i] as number) * (weight[i] as number);
    sum += (plane[i] as number) * w;
    weights += w;
  }
  return new Float32Array(plane.length).fill(sum / weights);
}

/** Solves for front and back in windows of (2 radius + 1)², pulled towards what they are now; in place. */
function solveWindows(copy: Layers, radius: number, prior: Colours): void {
  const { alpha } = copy;
  const mean = (a: Float32Array, b?: Float32Array) => boxMean(b ? product(a, b) : a.slice(), copy, radius);
  const window: Window = {
    alpha: mean(alpha),
    square: mean(alpha, alpha),
    frontPrior: PRIOR * Math.max(1, prior.roughness),
    backPrior: PRIOR * Math.max(1, 1 / prior.roughness),
  };
  [copy.red, copy.green, copy.blue].forEach((plane, channel) => {
    const front = prior.front[channel] as Float32Array;
    const back = prior.back[channel] as Float32Array;
    solve(window, { colour: mean(plane), weighted: mean(plane, alpha) }, front, back);
  });
}

/** Window means of α and α², and the weights of the priors: the smoother layer is held faster. */
interface Window {
  readonly alpha: Float32Array;
  readonly square: Float32Array;
  readonly frontPrior: number;
  readonly backPrior: number;
}

/** Window means of C and αC, one channel. */
interface Channel {
  readonly colour: Float32Array;
  readonly weighted: Float32Array;
}

/** The two normal equations of each sample; `front` and `back` hold the prior and get the answer, within 0–1. */
function solve(window: Window, { colour, weighted }: Channel, front: Float32Array, back: Float32Array): void {
  const { alpha, square, frontPrior, backPrior } = window;
  for (let i = 0; i < alpha.length; i++) {
    const a = alpha[i] as number;
    const aa = square[i] as number;
    const ff = aa + frontPrior;
    const fb = a - aa;
    const bb = 1 - 2 * a + aa + backPrior;
    const toFront = (weighted[i] as number) + frontPrior * (front[i] as number);
    const toBack = (colour[i] as number) - (weighted[i] as number) + backPrior * (back[i] as number);
    const inverse = 1 / (ff * bb - fb * fb);
    front[i] = Math.min(1, Math.max(0, (bb * toFront - fb * toBack) * inverse));
    back[i] = Math.min(1, Math.max(0, (ff * toBack - fb * toFront) * inverse));
  }
}
