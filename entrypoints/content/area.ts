/** A rectangle on the window, in its CSS pixels, as pointer and keys change it. Pure. */
import type { Rect } from '@/utils/messaging';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A press that hardly moved marks nothing. */
export const MIN_SIDE = 8;
/** One press of an arrow key. */
export const STEP = 10;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Between two points, whichever way it was dragged, and never beyond the window. */
export function between(from: Point, to: Point, window: Size): Rect {
  const [left, right] = [from.x, to.x].map((x) => clamp(x, 0, window.width)).sort((a, b) => a - b) as [number, number];
  const [top, bottom] = [from.y, to.y].map((y) => clamp(y, 0, window.height)).sort((a, b) => a - b) as [number, number];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What keys begin with: half of the window, in its middle. */
export function middleOf({ width, height }: Size): Rect {
  return { x: width / 4, y: height / 4, width: width / 2, height: height / 2 };
}

/** Moved by an arrow key, or made larger and smaller with Shift; null for any other key. */
export function steered(rect: Rect, key: string, shift: boolean, window: Size): Rect | null {
  const arrow = ARROWS[key];
  if (!arrow) return null;
  const [dx, dy] = [arrow[0] * STEP, arrow[1] * STEP];
  if (shift) {
    const width = clamp(rect.width + dx, MIN_SIDE, window.width - rect.x);
    return { ...rect, width, height: clamp(rect.height + dy, MIN_SIDE, window.height - rect.y) };
  }
  const x = clamp(rect.x + dx, 0, window.width - rect.width);
  return { ...rect, x, y: clamp(rect.y + dy, 0, window.height - rect.height) };
}

export function isLargeEnough({ width, height }: Rect): boolean {
  return Math.min(width, height) >= MIN_SIDE;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
