/**
 * The veil over a picture at work thickens and thins, from the clock alone: whoever shows a job renders it four or five
 * times a second anyway. A CSS animation would run the compositor at 60 frames a second: 8 % of a core without a GPU, and 3 %
 * still in eight `steps()`, which the engine needs.
 */

/** Slow enough that four pictures a second look like one movement. */
const PERIOD_MS = 4000;
const THIN = 0;
const THICK = 0.4;

/** Opacity of the veil at this moment. */
export function breathAt(now: number): number {
  const phase = (now % PERIOD_MS) / PERIOD_MS;
  const opacity = THIN + ((THICK - THIN) * (1 - Math.cos(2 * Math.PI * phase))) / 2;
  return Math.round(opacity * 100) / 100;
}
