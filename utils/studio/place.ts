/** Where in its frame the subject lies, once somebody has moved it. Pure. */
import type { Size } from '../pipeline/raster';
import type { Rect } from './bounds';

export interface Place {
  /** How far to the right, as a share of the frame's width; −1 to 1. */
  readonly x: number;
  /** How far down, as a share of the frame's height. */
  readonly y: number;
  /** How much larger than it would be, about the middle of what the frame shows; MIN_SCALE–MAX_SCALE. */
  readonly scale: number;
}

export const AT_REST: Place = { x: 0, y: 0, scale: 1 };
export const MIN_SCALE = 0.1;
export const MAX_SCALE = 3;
/** A subject this near the middle, as a share of the frame, is put there. */
const SNAPS_WITHIN = 0.012;

/** Whatever is missing, broken or out of range is as at rest; never throws. */
export function parsePlace(value: unknown): Place {
  const { x, y, scale } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const within = (share: unknown, low: number, high: number, usual: number) =>
    typeof share === 'number' && share >= low && share <= high ? share : usual;
  return { x: within(x, -1, 1, 0), y: within(y, -1, 1, 0), scale: within(scale, MIN_SCALE, MAX_SCALE, 1) };
}

/** Moved by shares of the frame, within limits. */
export function moved(place: Place, byX: number, byY: number): Place {
  const within = (share: number) => Math.min(1, Math.max(-1, Math.round(share * 1e4) / 1e4));
  return { ...place, x: within(place.x + byX), y: within(place.y + byY) };
}

/** How far the subject's middle is from the frame's, in shares of the frame. */
function offMiddle(frame: Size, subject: Rect): readonly [number, number] {
  return [(subject.x + subject.width / 2) / frame.width - 0.5, (subject.y + subject.height / 2) / frame.height - 0.5];
}

/** @param subject where it is seen in the frame now */
export function centred(place: Place, frame: Size, subject: Rect): Place {
  const [x, y] = offMiddle(frame, subject);
  return moved(place, -x, -y);
}

export interface Snapped {
  readonly place: Place;
  /** In the middle from left to right, and from top to bottom. */
  readonly isMiddle: readonly [boolean, boolean];
}

/** Into the middle where it is nearly there, each way for itself. */
export function snapped(place: Place, frame: Size, subject: Rect): Snapped {
  const [x, y] = offMiddle(frame, subject);
  const isMiddle = [Math.abs(x) < SNAPS_WITHIN, Math.abs(y) < SNAPS_WITHIN] as const;
  return { place: moved(place, isMiddle[0] ? -x : 0, isMiddle[1] ? -y : 0), isMiddle };
}
