/**
 * Where a least value of what lies around can be another than what is there: near an edge. A subject is level nearly everywhere,
 * and a filter that skips what is level takes a quarter of the time. Looks at squares of 16 samples, so it says too much, never too little.
 */
import type { Size } from '../pipeline/raster';

export const SQUARE = 16;

/** How far a filter looks from each sample. */
export interface Footprint {
  readonly left: number;
  readonly right: number;
  readonly down: number;
}

export interface Bytes extends Size {
  /** Both sides are multiples of SQUARE. */
  readonly data: Uint8Array;
}

/** From and to, by turns and in order, of the samples that have anything less in their footprint. */
export function unevenRuns(plane: Bytes, footprint: Footprint): Int32Array {
  const squares = squaresOf(plane);
  const across = plane.width / SQUARE;
  const runs: number[] = [];
  for (let row = 0; row < plane.height / SQUARE; row++) {
    const inRow: number[] = [];
    for (let column = 0; column < across; column++) {
      if (!hasLess(squares, { across, row, column }, footprint)) continue;
      if (inRow.at(-1) === column * SQUARE) inRow.pop();
      else inRow.push(column * SQUARE);
      inRow.push((column + 1) * SQUARE);
    }
    for (let y = row * SQUARE; y < (row + 1) * SQUARE; y++) for (const x of inRow) runs.push(y * plane.width + x);
  }
  return Int32Array.from(runs);
}

interface Squares {
  readonly least: Uint8Array;
  readonly most: Uint8Array;
}

function squaresOf({ width, data }: Bytes): Squares {
  const across = width / SQUARE;
  const count = data.length / SQUARE / SQUARE;
  const squares = { least: new Uint8Array(count).fill(255), most: new Uint8Array(count) };
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  for (let i = 0, at = 0; i < data.length; i += SQUARE, at += SQUARE / 4) {
    const into = Math.floor(i / width / SQUARE) * across + (i % width) / SQUARE;
    const first = words[at] as number;
    const isLevel = first === words[at + 1] && first === words[at + 2] && first === words[at + 3];
    // All black or all white: then one says what all are.
    const looks = isLevel && (first === 0 || first === 0xffffffff) ? 1 : SQUARE;
    for (let k = i; k < i + looks; k++) {
      const value = data[k] as number;
      if (value < (squares.least[into] as number)) squares.least[into] = value;
      if (value > (squares.most[into] as number)) squares.most[into] = value;
    }
  }
  return squares;
}

interface Place {
  readonly across: number;
  readonly row: number;
  readonly column: number;
}

function hasLess({ least, most }: Squares, { across, row, column }: Place, { left, right, down }: Footprint): boolean {
  const here = most[row * across + column] as number;
  if (here === 0) return false;
  const from = Math.max(0, Math.floor((column * SQUARE - left) / SQUARE));
  const to = Math.min(across - 1, Math.floor((column * SQUARE + SQUARE - 1 + right) / SQUARE));
  const last = Math.min(least.length / across - 1, Math.floor((row * SQUARE + SQUARE - 1 + down) / SQUARE));
  for (let y = row; y <= last; y++) {
    for (let x = from; x <= to; x++) if ((least[y * across + x] as number) < here) return true;
  }
  return false;
}
