/** Where the subject is. Pure. */
import type { Raster } from '../pipeline/raster';

/** Whole pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** 2 % of alpha: what is fainter nobody sees, and a haze of it must not hold the frame open. */
export const VISIBLE = 5;

/** The smallest rectangle with all that can be seen, or has at least an alpha of `least`, 1–255; null where nothing has. */
export function subjectBounds({ width, height, data }: Raster, least = VISIBLE): Rect | null {
  let left = width;
  let right = -1;
  let top = -1;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    const row = y * width * 4 + 3;
    let first = 0;
    while (first < width && (data[row + first * 4] as number) < least) first++;
    if (first === width) continue;
    let last = width - 1;
    while ((data[row + last * 4] as number) < least) last--;
    if (top < 0) top = y;
    bottom = y;
    left = Math.min(left, first);
    right = Math.max(right, last);
  }
  return top < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
