/** How many pixels a draft has: as many as this machine, busy as it is just now, makes thirty times a second. */

/** Each two thirds of the one before. The first is where all that can be done to an edge takes 20 ms; the last is still a picture. */
export const DRAFT_PIXELS = [300_000, 200_000, 133_000] as const;
export type DraftPixels = (typeof DRAFT_PIXELS)[number];

/** Leaves 8 ms of a thirtieth of a second for the page to show it. */
const SLOW_MS = 25;
/** Half as many pixels more would then still take less than SLOW_MS. */
const QUICK_MS = 14;
/** One that takes long says nothing: the first after a stroke has the stroke to do as well. */
const COUNTED = 5;

export interface DraftSize {
  readonly pixels: DraftPixels;
  /** What the last draft took, ms. */
  took(time: number): void;
}

export function createDraftSize(): DraftSize {
  let step = 0;
  let times: number[] = [];
  return {
    get pixels() {
      return DRAFT_PIXELS[step] ?? DRAFT_PIXELS[0];
    },
    took(time) {
      times.push(time);
      if (times.length < COUNTED) return;
      const median = times.sort((a, b) => a - b)[(COUNTED - 1) / 2] as number;
      times = [];
      if (median > SLOW_MS) step = Math.min(DRAFT_PIXELS.length - 1, step + 1);
      if (median < QUICK_MS) step = Math.max(0, step - 1);
    },
  };
}
