/**
 * DEFLATE (RFC 1951) for filtered photo rows: one Huffman code per block, and runs of zeros as matches. Looking for
 * other matches is what zlib spends its time on, and the noise of a photo has none.
 * `countSymbols` and `writeSymbols` run for every byte of a picture: plain index arithmetic on purpose.
 */
import { type HuffmanCode, huffmanCode } from './huffman';

const END_OF_BLOCK = 256;
const LITERALS = 286;
/** DEFLATE allows 15; see writeSymbols. */
const MAX_BITS = 11;
const LONGEST_MATCH = 258;
/** A match costs about 12 bits, a zero among photo bytes 1 to 2. */
const SHORTEST_RUN = 12;
const SAMPLE_BYTES = 1024;
/** A literal has at most 11 bits. */
const MAX_BYTES_PER_BYTE = 2;
const HEADER_BYTES = 256;
/** The order in which the code of the code lengths is written, RFC 1951, 3.2.7. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Symbol and extra bits of each match length 3–258, RFC 1951, 3.2.5. */
const MATCH = matchTable();

/** Collects bits, the first one lowest, in a buffer that `deflateBlock` enlarges. */
export interface BitWriter {
  bytes: Uint8Array<ArrayBuffer>;
  /** Whole bytes written and not taken. */
  length: number;
  /** Fewer than 8 bits that are not in `bytes` yet. */
  pending: number;
  pendingBits: number;
}

export function bitWriter(): BitWriter {
  return { bytes: new Uint8Array(1 << 16), length: 0, pending: 0, pendingBits: 0 };
}

/** Appends `data` as one block with a Huffman code of its own; no match reaches back beyond it. */
export function deflateBlock(out: BitWriter, data: Uint8Array, last: boolean): void {
  const counts = countSymbols(data);
  const code = huffmanCode(counts, MAX_BITS);
  reserve(out, MAX_BYTES_PER_BYTE * data.length + HEADER_BYTES);
  putBits(out, last ? 1 : 0, 1);
  putBits(out, 2, 2);
  writeHeader(out, code.lengths);
  writeSymbols(out, data, code);
  putBits(out, code.codes[END_OF_BLOCK] as number, code.lengths[END_OF_BLOCK] as number);
  // The last byte is filled up with zeros.
  if (last) putBits(out, 0, (8 - out.pendingBits) & 7);
}

/** An empty stored block, RFC 1951, 3.2.4: what comes next begins with a whole byte. */
export function endOnByte(out: BitWriter): void {
  reserve(out, 8);
  putBits(out, 0, 3);
  putBits(out, 0, (8 - out.pendingBits) & 7);
  putBits(out, 0, 16);
  putBits(out, 0xffff, 16);
}

/** The whole bytes written since the last call; after the last block, all there are. */
export function takeBytes(out: BitWriter): Uint8Array<ArrayBuffer> {
  const bytes = out.bytes.slice(0, out.length);
  out.length = 0;
  return bytes;
}

function matchTable(): { symbol: Uint16Array; extraBits: Uint8Array; extra: Uint8Array } {
  const symbol = new Uint16Array(LONGEST_MATCH + 1);
  const extraBits = new Uint8Array(LONGEST_MATCH + 1);
  const extra = new Uint8Array(LONGEST_MATCH + 1);
  let length = 3;
  for (let code = 257; code < 285; code++) {
    const bits = code < 265 ? 0 : (code - 261) >> 2;
    for (let k = 0; k < 1 << bits; k++, length++) {
      symbol[length] = code;
      extraBits[length] = bits;
      extra[length] = k;
    }
  }
  symbol[LONGEST_MATCH] = 285;
  extraBits[LONGEST_MATCH] = 0;
  extra[LONGEST_MATCH] = 0;
  return { symbol, extraBits, extra };
}

/** Zeros from `at` on. */
function zeroRun(data: Uint8Array, at: number): number {
  let end = at;
  while (end < data.length && data[end] === 0) end++;
  return end - at;
}

/** A run as matches of at most 258; what is left over at the end, less than 3, goes as literals. */
function matchLength(left: number): number {
  return left > LONGEST_MATCH ? LONGEST_MATCH : left;
}

/** From every fourth kilobyte, which costs 1 % of size and saves a fifth of the time; so no symbol may count zero. */
function countSymbols(data: Uint8Array): Int32Array {
  const counts = new Int32Array(LITERALS).fill(1);
  for (let start = 0; start < data.length; start += 4 * SAMPLE_BYTES) {
    countSample(data.subarray(start, start + SAMPLE_BYTES), counts);
  }
  return counts;
}

function countSample(data: Uint8Array, counts: Int32Array): void {
  for (let i = 0; i < data.length; i++) {
    const byte = data[i] as number;
    counts[byte] = (counts[byte] as number) + 1;
    if (byte !== 0 || data[i + 1] !== 0) continue;
    let run = zeroRun(data, i + 1);
    for (; run >= SHORTEST_RUN; run -= matchLength(run)) {
      const symbol = MATCH.symbol[matchLength(run)] as number;
      counts[symbol] = (counts[symbol] as number) + 1;
      i += matchLength(run);
    }
  }
}

/** Two bytes a step: eleven bits each and seven pending ones fit a word, so that bits are written every second time. */
function writeSymbols(out: BitWriter, data: Uint8Array, code: HuffmanCode): void {
  const view = new DataView(out.bytes.buffer);
  const words = Int32Array.from(code.codes, (bits, symbol) => (bits << 4) | (code.lengths[symbol] as number));
  let { length, pending, pendingBits } = out;
  let i = 0;
  while (i < data.length - 1) {
    const byte = data[i] as number;
    const next = data[i + 1] as number;
    const word = words[byte] as number;
    pending |= (word >> 4) << pendingBits;
    pendingBits += word & 15;
    const run = byte === 0 && next === 0 ? zeroRun(data, i + 1) : 0;
    if (run < SHORTEST_RUN) {
      const second = words[next] as number;
      pending |= (second >> 4) << pendingBits;
      pendingBits += second & 15;
      i += 2;
    }
    view.setUint32(length, pending, true);
    length += pendingBits >> 3;
    pending >>>= pendingBits & 24;
    pendingBits &= 7;
    if (run < SHORTEST_RUN) continue;
    out.length = length;
    out.pending = pending;
    out.pendingBits = pendingBits;
    i += 1 + writeRun(out, run, code);
    ({ length, pending, pendingBits } = out);
  }
  Object.assign(out, { length, pending, pendingBits });
  if (i < data.length) putBits(out, code.codes[data[i] as number] as number, code.lengths[data[i] as number] as number);
}

/** @returns how many of the `run` zeros it has written; the rest, too few for a match, goes as literals. */
function writeRun(out: BitWriter, run: number, { lengths, codes }: HuffmanCode): number {
  let left = run;
  for (; left >= SHORTEST_RUN; left -= matchLength(left)) {
    const match = matchLength(left);
    const symbol = MATCH.symbol[match] as number;
    putBits(out, codes[symbol] as number, lengths[symbol] as number);
    // The one distance, 1, is a single zero bit behind the extra bits.
    putBits(out, MATCH.extra[match] as number, (MATCH.extraBits[match] as number) + 1);
  }
  return run - left;
}

/** The code lengths, each as four plain bits: 145 bytes a block instead of about 80, and half the code. */
function writeHeader(out: BitWriter, lengths: Uint8Array): void {
  putBits(out, LITERALS - 257, 5);
  putBits(out, 0, 5);
  putBits(out, LENGTH_ORDER.length - 4, 4);
  // Sixteen symbols of four bits each are a complete code; 16, 17 and 18 (repeats) are not used.
  for (const symbol of LENGTH_ORDER) putBits(out, symbol < 16 ? 4 : 0, 3);
  for (const length of lengths) putBits(out, mirrored4(length), 4);
  putBits(out, mirrored4(1), 4);
}

function mirrored4(value: number): number {
  return ((value & 1) << 3) | ((value & 2) << 1) | ((value & 4) >> 1) | ((value & 8) >> 3);
}

function putBits(out: BitWriter, bits: number, count: number): void {
  out.pending |= bits << out.pendingBits;
  out.pendingBits += count;
  while (out.pendingBits >= 8) {
    out.bytes[out.length++] = out.pending;
    out.pending >>>= 8;
    out.pendingBits -= 8;
  }
}

function reserve(out: BitWriter, bytes: number): void {
  if (out.length + bytes <= out.bytes.length) return;
  const larger = new Uint8Array(out.length + bytes);
  larger.set(out.bytes.subarray(0, out.length));
  out.bytes = larger;
}
