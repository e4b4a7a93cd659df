/** What each quality runs on each kind of machine; docs/benchmarks.md has the table that this stands on. */
import type { Backend, Quality } from '../jobs/job';

export interface Look {
  /** Side of the square the photo is stretched to, pixels; a multiple of 64. */
  readonly side: number;
  readonly flip: boolean;
}

export interface Recipe {
  /** IS-Net's looks at the photo. */
  readonly detail: readonly Look[];
  /** u2netp's one look. */
  readonly context: Look;
}

/**
 * u2netp was made for 320, but as a second opinion it is better smaller, and costs half: fused with IS-Net at 832, MAE
 * .0501 at 320, .0504 at 256, .0483 at 224, .0479 at 192.
 */
const CONTEXT: Look = { side: 224, flip: false };

const straight = (side: number): Look => ({ side, flip: false });
const flipped = (side: number): Look => ({ side, flip: true });

const CPU: Readonly<Record<Quality, readonly Look[]>> = {
  fast: [straight(640)],
  balanced: [straight(896)],
  best: [straight(1024), flipped(896)],
};

/** A GPU does IS-Net in tenths of a second: there is nothing to save. */
const GPU: Readonly<Record<Quality, readonly Look[]>> = {
  fast: [straight(768)],
  balanced: [straight(896)],
  best: [straight(1024), flipped(896)],
};

export function recipeFor(rung: Backend, quality: Quality): Recipe {
  return { detail: (rung.startsWith('webgpu') ? GPU : CPU)[quality], context: CONTEXT };
}

/** The largest square that a GPU will be given. */
export function largestSide(quality: Quality): number {
  return Math.max(...GPU[quality].map(({ side }) => side));
}
