/** Where two fingers are, and what they did between two moments. Pure; CSS pixels of the window. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Between the first two. */
export function middleOf([a = NOWHERE, b = a]: readonly Point[]): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** @returns how many times further apart they are; 1 where they touch each other, which tells nothing */
export function parted(before: readonly Point[], after: readonly Point[]): number {
  const [from, to] = [apart(before), apart(after)];
  return from > 0 && to > 0 ? to / from : 1;
}

const NOWHERE: Point = { x: 0, y: 0 };

function apart([a = NOWHERE, b = a]: readonly Point[]): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
