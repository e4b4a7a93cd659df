/**
 * A picture's rows in bands of about a megabyte: what threads take in turn, each the next one nobody has, so that none
 * waits for the other whatever a row costs (what is cut away costs next to nothing, hair the most).
 */
import type { Raster } from './raster';

/** 62 rows of 12 MP; small enough for the cache, large enough for a Huffman code of its own. */
const BAND_BYTES = 1 << 20;

/** Some rows of the picture, from `top` to before `end`. */
export interface Band {
  readonly top: number;
  readonly end: number;
}

/** Gives a band that nobody has had; null when there are no more. */
export type TakeBand = () => Band | null;

/** @param taken how many bands are taken; in shared memory, all threads take from the same */
export function bandsOf(
  { width, height }: Pick<Raster, 'width' | 'height'>,
  taken: Int32Array = new Int32Array(1),
): TakeBand {
  const rows = Math.max(1, Math.floor(BAND_BYTES / (width * 4)));
  return () => {
    const top = Atomics.add(taken, 0, 1) * rows;
    return top < height ? { top, end: Math.min(height, top + rows) } : null;
  };
}
