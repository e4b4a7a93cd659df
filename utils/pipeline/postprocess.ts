/**
 * Judges what came out of the network before anybody sees it: a usable matte, no subject, or nonsense. Values are
 * clamped, not stretched by min and max: stretching turns the noise of an empty picture into a subject.
 * Indexed loops, not `for of` or `map`: 15 against 70 ms for 1024².
 */
import type { Matte } from './raster';

/**
 * The least share of pixels that must be more subject than background. 0.05 % of 1024² are 524 pixels, a square of
 * 23 × 23: below that the network has found specks, and a cutout of specks helps nobody.
 */
export const MIN_SUBJECT_SHARE = 0.0005;

/** One value everywhere: below this it says "nothing here", from here on it says that the engine is broken. */
export const EMPTY_BELOW = 0.01;

/** `anyway`: what the network saw all the same, for a user who sees a subject where the network does not. */
export type Verdict =
  | { readonly ok: true; readonly matte: Matte }
  | { readonly ok: false; readonly reason: 'no-subject'; readonly anyway: Matte }
  | { readonly ok: false; readonly reason: 'broken-output' };

/**
 * Raw network output (nominally 0–1) → matte within 0–1; `raw` is left as it is.
 *
 * `broken-output` is how a faulty GPU driver shows itself: a NaN or infinity anywhere, or one and the same value
 * everywhere, other than 0 and 1: a photo may be all subject. Worth another backend. `no-subject` is an honest answer
 * and would come again: on white, grey, noise and gradients both networks stay below 0.1 everywhere, while of the 52
 * photos of eval-dev each has 0.3 % of its matte above ½ (docs/decisions/0015-no-subject.md).
 */
export function postprocess(raw: Matte): Verdict {
  const range = finiteRange(raw.data);
  if (range === null || isUniform(range)) return { ok: false, reason: 'broken-output' };
  if (subjectShare(raw.data) >= MIN_SUBJECT_SHARE) {
    return { ok: true, matte: { ...raw, data: scaled01(raw.data, 1) } };
  }
  // The one place where a matte is stretched: the user has asked for it, and whatever is there is shown.
  const gain = range.max > 0 && range.max < 1 ? 1 / range.max : 1;
  return { ok: false, reason: 'no-subject', anyway: { ...raw, data: scaled01(raw.data, gain) } };
}

/** Whether one network's answer is nonsense: averaged with a sound one it would no longer show. */
export function isBroken({ data }: Matte): boolean {
  const range = finiteRange(data);
  return range === null || isUniform(range);
}

function isUniform({ min, max }: Range): boolean {
  return min === max && Math.abs(max) >= EMPTY_BELOW && max !== 1;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

function finiteRange(values: Float32Array): Range | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) return null;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

function subjectShare(values: Float32Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > 0.5) count++;
  return count / values.length;
}

function scaled01(values: Float32Array, gain: number): Float32Array {
  const scaled = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) scaled[i] = Math.min(1, Math.max(0, (values[i] as number) * gain));
  return scaled;
}
