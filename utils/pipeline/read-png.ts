/**
 * Reads the PNGs that png.ts writes, bit by bit (W3C PNG 3rd edition): 8-bit RGBA, not interlaced. No other way of the
 * browser's gives straight alpha: canvas and VideoFrame keep colours multiplied by alpha in bytes, and a hair at alpha 10
 * loses all but ten levels of its colour. `unfilterRow` runs for every byte: plain index arithmetic on purpose.
 */
import { MAX_PIXELS, type Raster } from './raster';

/** Zlib (RFC 1950) → bytes; rejects for what is none. */
export type Inflate = (parts: readonly Uint8Array<ArrayBuffer>[]) => Promise<Uint8Array>;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Depth 8, truecolour with alpha, deflate, the five filters, not interlaced. */
const OURS = [8, 6, 0, 0, 0];
const CHANNELS = 4;

/** @returns null for any other PNG, a damaged one, and what is none: another decoder may know better */
export async function readPng(file: Uint8Array<ArrayBuffer>, inflate: Inflate): Promise<Raster | null> {
  const found = readChunks(file);
  if (!found) return null;
  const { width, height, packed } = found;
  const bytes = await inflate(packed).catch(() => null);
  const stride = width * CHANNELS;
  if (bytes?.length !== (stride + 1) * height) return null;
  const data = new Uint8ClampedArray(stride * height);
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = bytes.subarray(start + 1, start + 1 + stride);
    if (!unfilterRow(bytes[start] as number, row, above)) return null;
    data.set(row, y * stride);
    above = row;
  }
  return { width, height, data };
}

interface Packed {
  readonly width: number;
  readonly height: number;
  readonly packed: readonly Uint8Array<ArrayBuffer>[];
}

function readChunks(file: Uint8Array<ArrayBuffer>): Packed | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 33 || SIGNATURE.some((byte, i) => file[i] !== byte)) return null;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (OURS.some((value, i) => file[24 + i] !== value) || width * height > MAX_PIXELS || width * height === 0)
    return null;
  const packed: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 33; at + 12 <= file.length; ) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    if (at + 12 + length > file.length) return null;
    if (type === IDAT) packed.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return { width, height, packed };
}

const IDAT = 0x49444154;

/** In place. False for a filter there is not. */
function unfilterRow(filter: number, row: Uint8Array, above: Uint8Array): boolean {
  if (filter === 1)
    for (let i = CHANNELS; i < row.length; i++) row[i] = (row[i] as number) + (row[i - CHANNELS] as number);
  else if (filter === 2) for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) + (above[i] as number);
  else if (filter === 3) {
    for (let i = 0; i < row.length; i++) {
      const left = i < CHANNELS ? 0 : (row[i - CHANNELS] as number);
      row[i] = (row[i] as number) + ((left + (above[i] as number)) >> 1);
    }
  } else if (filter === 4) unfilterPaeth(row, above);
  return filter <= 4;
}

/** PNG §9.4: of left, above and above left the one nearest to left + above − above left. */
function unfilterPaeth(row: Uint8Array, above: Uint8Array): void {
  for (let i = 0; i < row.length; i++) {
    const a = i < CHANNELS ? 0 : (row[i - CHANNELS] as number);
    const b = above[i] as number;
    const c = i < CHANNELS ? 0 : (above[i - CHANNELS] as number);
    const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
    const bOrC = pb <= pc ? b : c;
    row[i] = (row[i] as number) + (pa <= Math.min(pb, pc) ? a : bOrC);
  }
}
