/** A cutout's alpha alone, in bytes, of the part where there is any: what edges are shaped on. Pure. */
import type { Raster, Size } from '../pipeline/raster';
import { type Rect, subjectBounds } from './bounds';

export interface AlphaPlane extends Size {
  readonly data: Uint8ClampedArray;
}

/** Where any alpha is, and `reach` pixels round it that are in the picture; null where there is none. */
export function alphaBox(cutout: Raster, reach: number): Rect | null {
  const subject = subjectBounds(cutout, 1);
  if (!subject) return null;
  const [x, y] = [Math.max(0, subject.x - reach), Math.max(0, subject.y - reach)];
  return {
    x,
    y,
    width: Math.min(cutout.width, subject.x + subject.width + reach) - x,
    height: Math.min(cutout.height, subject.y + subject.height + reach) - y,
  };
}

export function alphaWithin(cutout: Raster, { x, y, width, height }: Rect): AlphaPlane {
  const data = new Uint8ClampedArray(width * height);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * cutout.width + x) * 4 + 3;
    const into = row * width;
    for (let column = 0; column < width; column++) data[into + column] = cutout.data[from + column * 4] as number;
  }
  return { width, height, data };
}
