/**
 * Takes away what no subject is made of: small detached specks of alpha, and small holes right through the subject. A
 * piece is what hangs together at any visible alpha, corners included; so a hair that touches the subject, by however
 * faint a thread, is the subject. What is large, or long (a strand, a rope, a mast), stays though it is detached.
 * At the size of the network's matte, once over its pixels.
 */
import type { Matte } from './raster';

/** Alpha from which pixels hang together: five grey levels, just visible on black. */
const VISIBLE = 0.02;
/** A speck holds less alpha than this share of the matte: 118 px of 768², a square of 11. And … */
const SPECK_SHARE = 0.0002;
/** … less than this share of the largest piece: what is small beside a small subject may be half of it. */
const SPECK_OF_LARGEST = 0.02;
/** A hole is smaller still, 29 px of 768²: gaps in hair and between arm and body are real, and larger. */
const HOLE_SHARE = 0.00005;
/** A piece that reaches over more than this share of the matte's side is a strand, however little alpha it holds. */
const LONG_SHARE = 0.04;

/** Matte within 0–1 → the same size with specks at 0 and holes at 1; `matte` is left as it is. Memory: 13 B a pixel. */
export function despeckle(matte: Matte): Matte {
  const cleaned = { ...matte, data: matte.data.slice() };
  fillSmall(cleaned.data, matte, { share: SPECK_SHARE, value: 0 });
  // A hole is a speck of what is not there.
  const absence = { ...matte, data: new Float32Array(matte.data.length) };
  for (let i = 0; i < absence.data.length; i++) absence.data[i] = 1 - (matte.data[i] as number);
  fillSmall(cleaned.data, absence, { share: HOLE_SHARE, value: 1 });
  return cleaned;
}

/**
 * Writes `value` over the small pieces of `matte`. The largest piece stays whatever it holds: "no subject" is another
 * stage's verdict.
 */
function fillSmall(data: Float32Array, matte: Matte, { share, value }: { share: number; value: number }): void {
  const { pieces, order } = findPieces(matte);
  const largest = pieces.reduce((most, { mass }) => Math.max(most, mass), 0);
  const least = Math.min(share * matte.data.length, SPECK_OF_LARGEST * largest);
  const long = LONG_SHARE * Math.max(matte.width, matte.height);
  for (const { begin, end, mass, span } of pieces) {
    if (mass >= least || span >= long) continue;
    for (let k = begin; k < end; k++) data[order[k] as number] = value;
  }
}

interface Piece {
  /** Its pixels are `order[begin]` … `order[end − 1]`. */
  readonly begin: number;
  readonly end: number;
  /** Sum of alpha. */
  readonly mass: number;
  /** The longer side of its bounding box. */
  readonly span: number;
}

/** Breadth-first from each pixel that no piece has yet; `order` is the queue, and keeps every piece together. */
function findPieces(matte: Matte): { pieces: Piece[]; order: Int32Array } {
  const seen = new Uint8Array(matte.data.length);
  const order = new Int32Array(matte.data.length);
  const queue: Queue = { seen, order, end: 0 };
  const pieces: Piece[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || (matte.data[start] as number) < VISIBLE) continue;
    const begin = queue.end;
    seen[start] = 1;
    order[queue.end++] = start;
    for (let k = begin; k < queue.end; k++) addNeighbours(matte, order[k] as number, queue);
    pieces.push({ begin, end: queue.end, ...measure(matte, order.subarray(begin, queue.end)) });
  }
  return { pieces, order };
}

interface Queue {
  readonly seen: Uint8Array;
  readonly order: Int32Array;
  end: number;
}

function addNeighbours({ width, height, data }: Matte, at: number, queue: Queue): void {
  const { seen, order } = queue;
  const x = at % width;
  const left = x > 0 ? at - 1 : at;
  const right = x < width - 1 ? at + 1 : at;
  const first = at >= width ? -width : 0;
  const last = at < (height - 1) * width ? width : 0;
  for (let row = first; row <= last; row += width) {
    for (let i = left + row; i <= right + row; i++) {
      if (seen[i] === 1 || (data[i] as number) < VISIBLE) continue;
      seen[i] = 1;
      order[queue.end++] = i;
    }
  }
}

function measure({ width, data }: Matte, pixels: Int32Array): { mass: number; span: number } {
  let mass = 0;
  let [left, right, top, bottom] = [width, 0, Number.POSITIVE_INFINITY, 0];
  for (const i of pixels) {
    const x = i % width;
    const y = Math.floor(i / width);
    mass += data[i] as number;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { mass, span: Math.max(right - left, bottom - top) + 1 };
}
