/** A moment as credits see it: an instant, and the calendar day that the user's own clock shows then. Pure but for the zone. */

import { dayOf } from '../calendar';

export interface Moment {
  /** Epoch ms. */
  readonly now: number;
  /** The local day, `2026-11-22`: later days compare greater. */
  readonly day: string;
  /** Epoch ms of the next local midnight, or of the first instant after it where a change of clocks skips midnight. */
  readonly dayEnds: number;
}

/** @param now epoch ms */
export function momentAt(now: number): Moment {
  const date = new Date(now);
  const dayEnds = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
  return { now, day: dayOf(now), dayEnds };
}
