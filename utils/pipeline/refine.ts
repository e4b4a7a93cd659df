/**
 * Refines the network's matte on the photo's own colours: the network says what the subject is at 768², the photo says
 * where its edge runs at any size. A guided filter at two radii (He et al. 2013; coefficients on a small copy as in He
 * and Sun 2015). The large one finds hair, and would smear a hard edge over a textured wall; so it counts only where the
 * matte is soft over an area AND the colours explain the matte. Measured: docs/decisions/0010-refine.md.
 */
import { boxMean, type Grid, product } from './box';
import { guidedModel, type LinearModel } from './guided';
import { blendRows, lerpAxis, stretchRow } from './lerp';
import { coarserGrid, shrinkPlane } from './shrink-planes';
import type { WorkingCopy } from './working-copy';

/** Radii as shares of the photo's long side: an edge, a lock of hair, the area in which softness is judged. */
const SMALL_RADIUS = 0.004;
const LARGE_RADIUS = 0.03;
const SOFT_RADIUS = 0.015;
/** Colour noise of a hundredth (2.5 grey levels) is no edge: He et al.'s ε on colours 0–1. */
const EPS = 1e-4;
/** The large filter works in squares so that its radius is about this many samples; a finer grid measures no better. */
const LARGE_SAMPLES = 7;
/** A model counts from where it explains this share of the matte's variance, and fully up to there. */
const SMALL_EXPLAINS = [0.5, 0.9] as const;
const LARGE_EXPLAINS = [0.6, 0.95] as const;
/** Mean of 4α(1 − α): a hard edge crosses the window with less than 0.1, hair fills a quarter of it and more. */
const SOFT = [0.1, 0.25] as const;
/** Contrast about ½ where the matte is not soft: takes off the haze below 0.024 that a network leaves on bare walls. */
const HARD_GAIN = 1.05;

/** alpha = red·R + green·G + blue·B + offset, clamped to 0–1, colours 0–1; planes on the grid of the working copy. */
export type AlphaModel = Grid &
  Pick<LinearModel, 'red' | 'green' | 'blue' | 'offset'> & { readonly factor: WorkingCopy['factor'] };

export function refine(copy: WorkingCopy): AlphaModel {
  const long = Math.max(copy.width, copy.height);
  const radius = (share: number, unit: number) => Math.max(1, Math.round((long * share) / unit));
  const small = guidedModel(copy, copy.alpha, radius(SMALL_RADIUS, 1), EPS);
  const unit = Math.max(1, Math.floor((long * LARGE_RADIUS) / LARGE_SAMPLES));
  const coarse = coarseGuide(copy, unit);
  const large = guidedModel(coarse, coarse.alpha, radius(LARGE_RADIUS, unit), EPS);
  const softness = boxMean(coarse.softness, coarse, radius(SOFT_RADIUS, unit));
  for (let i = 0; i < softness.length; i++) {
    softness[i] = between(SOFT, softness[i] as number) * between(LARGE_EXPLAINS, large.explained[i] as number);
  }
  blend({ copy, small, large, share: softness, coarse, unit });
  const { width, height, factor } = copy;
  const { red, green, blue, offset } = small;
  return { width, height, factor, red, green, blue, offset };
}

/** 0 up to the first, 1 from the second on, smooth in between. */
function between([low, high]: readonly [number, number], value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

interface CoarseGuide extends Grid {
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
  readonly alpha: Float32Array;
  /** Mean of 4α(1 − α), taken before α is averaged: a hard edge must not become soft by being looked at from afar. */
  readonly softness: Float32Array;
}

function coarseGuide(copy: WorkingCopy, unit: number): CoarseGuide {
  const softness = product(copy.alpha, copy.alpha);
  for (let i = 0; i < softness.length; i++) softness[i] = 4 * ((copy.alpha[i] as number) - (softness[i] as number));
  const shrink = (plane: Float32Array) => shrinkPlane(plane, copy, unit);
  return {
    ...coarserGrid(copy, unit),
    red: shrink(copy.red),
    green: shrink(copy.green),
    blue: shrink(copy.blue),
    alpha: shrink(copy.alpha),
    softness: shrink(softness),
  };
}

interface Blend {
  readonly copy: WorkingCopy;
  readonly small: LinearModel;
  readonly large: LinearModel;
  /** Of the large model, on the coarse grid. */
  readonly share: Float32Array;
  readonly coarse: Grid;
  readonly unit: number;
}

/** Everything is linear in the colours, so one model can stand for all of it: written into `small`. */
function blend({ copy, small, large, share, coarse, unit }: Blend): void {
  const { width, height } = copy;
  const columns = lerpAxis(coarse.width, width, 1 / unit);
  const rows = lerpAxis(coarse.height, height, 1 / unit);
  const short = new Float32Array(coarse.width);
  const planes = [large.red, large.green, large.blue, large.offset, share];
  const enlarged = planes.map(() => new Float32Array(width));
  for (let y = 0; y < height; y++) {
    planes.forEach((plane, p) => {
      blendRows(plane, coarse.width, rows, y, short);
      stretchRow(short, columns, enlarged[p] as Float32Array);
    });
    blendRow(copy, small, y * width, enlarged);
  }
}

/** The row of samples that begins at `start`; `enlarged` has that row of the large model, and how much it counts. */
function blendRow(copy: WorkingCopy, small: LinearModel, start: number, enlarged: readonly Float32Array[]): void {
  const [red, green, blue, offset, share] = enlarged as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (let x = 0, i = start; x < copy.width; x++, i++) {
    const much = share[x] as number;
    // 1 in soft areas, HARD_GAIN elsewhere; about the middle, ½.
    const gain = HARD_GAIN + (1 - HARD_GAIN) * much;
    const ofLarge = gain * much;
    const ofSmall = gain * (1 - much) * between(SMALL_EXPLAINS, small.explained[i] as number);
    const ofMatte = gain - ofLarge - ofSmall;
    small.red[i] = ofSmall * (small.red[i] as number) + ofLarge * (red[x] as number);
    small.green[i] = ofSmall * (small.green[i] as number) + ofLarge * (green[x] as number);
    small.blue[i] = ofSmall * (small.blue[i] as number) + ofLarge * (blue[x] as number);
    small.offset[i] =
      ofSmall * (small.offset[i] as number) +
      ofLarge * (offset[x] as number) +
      ofMatte * (copy.alpha[i] as number) +
      (1 - gain) / 2;
  }
}
