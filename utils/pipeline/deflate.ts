/**
 * DEFLATE (RFC 1951) for filtered photo rows: one Huffman code per block, and runs of zeros as matches. Looking for
 * other matches is what zlib spends its time on, and the noise of a photo has none.
 * `countSample` and `writePairs` run for every byte of a picture: plain index arithmetic on purpose.
 */
import { type BitWriter, putBits, reserve } from './bit-writer';
import { type HuffmanCode, huffmanCode } from './huffman';

const END_OF_BLOCK = 256;
const LITERALS = 286;
/** DEFLATE allows 15; see writePairs. */
const MAX_BITS = 11;
const LONGEST_MATCH = 258;
/** A match costs about 12 bits, a zero among photo bytes 1 to 2. */
const SHORTEST_RUN = 12;
const SAMPLE_BYTES = 512;
const SAMPLE_STEP = 8192;
/** A literal has at most 11 bits. */
const MAX_BYTES_PER_BYTE = 2;
const HEADER_BYTES = 256;
/** The order in which the code of the code lengths is written, RFC 1951, 3.2.7. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Of a table's entry: how many bits the pair has, at most 22; above them, the bits. */
const COUNT_BITS = 5;
const COUNT_MASK = (1 << COUNT_BITS) - 1;
/** Made anew for each block: 65 536 entries against a million bytes. */
const PAIRS = new Int32Array(1 << 16);
/** Symbol and extra bits of each match length 3–258, RFC 1951, 3.2.5. */
const MATCH = matchTable();

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
function zeroRun(data: DataView, at: number): number {
  let end = at;
  while (end < data.byteLength - 3 && data.getInt32(end) === 0) end += 4;
  while (end < data.byteLength && data.getUint8(end) === 0) end++;
  return end - at;
}

/** A run as matches of at most 258; what is left over at the end, less than 3, goes as literals. */
function matchLength(left: number): number {
  return left > LONGEST_MATCH ? LONGEST_MATCH : left;
}

/** From half a kilobyte of every eight, which costs .1 % of size; so no symbol may count zero. */
function countSymbols(data: Uint8Array): Int32Array {
  const counts = new Int32Array(LITERALS).fill(1);
  for (let start = 0; start < data.length; start += SAMPLE_STEP) {
    countSample(data.subarray(start, start + SAMPLE_BYTES), counts);
  }
  return counts;
}

function countSample(data: Uint8Array, counts: Int32Array): void {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  for (let i = 0; i < data.length; i++) {
    const byte = data[i] as number;
    counts[byte] = (counts[byte] as number) + 1;
    if (byte !== 0 || data[i + 1] !== 0) continue;
    let run = zeroRun(view, i + 1);
    for (; run >= SHORTEST_RUN; run -= matchLength(run)) {
      const symbol = MATCH.symbol[matchLength(run)] as number;
      counts[symbol] = (counts[symbol] as number) + 1;
      i += matchLength(run);
    }
  }
}

function writeSymbols(out: BitWriter, data: Uint8Array, code: HuffmanCode): void {
  const source = new DataView(data.buffer, data.byteOffset, data.length);
  const pairs = pairTable(code);
  const literal = (byte: number) => putBits(out, code.codes[byte] as number, code.lengths[byte] as number);
  let i = 0;
  while (i < data.length - 3) {
    i = writePairs(out, source, i, pairs);
    if (i >= data.length - 3) break;
    // A match goes one byte back: the first zero is a literal.
    literal(0);
    i += 1 + writeRun(out, zeroRun(source, i + 1), code);
  }
  for (; i < data.length; i++) literal(data[i] as number);
}

/**
 * Four bytes a step, as two pairs: 22 bits at most and seven pending ones fit a word. 2.8 ns a byte, and 10 byte by byte;
 * with `out` in the loop, or anything that is not an int32, 5.
 *
 * @returns where twelve zeros begin, or where fewer than four bytes are left
 */
function writePairs(out: BitWriter, source: DataView, from: number, pairs: Int32Array): number {
  const view = new DataView(out.bytes.buffer);
  const end = source.byteLength - 3;
  let length = out.length | 0;
  let pending = out.pending | 0;
  let pendingBits = out.pendingBits | 0;
  let i = from;
  for (; i < end; i += 4) {
    const word = source.getInt32(i, true);
    if (word === 0 && i + 8 < end && source.getInt32(i + 4) === 0 && source.getInt32(i + 8) === 0) break;
    const first = pairs[word & 0xffff] as number;
    pending |= (first >>> COUNT_BITS) << pendingBits;
    pendingBits += first & COUNT_MASK;
    view.setInt32(length, pending, true);
    length = (length + (pendingBits >> 3)) | 0;
    pending = (pending >>> (pendingBits & 24)) | 0;
    pendingBits &= 7;
    const second = pairs[word >>> 16] as number;
    pending |= (second >>> COUNT_BITS) << pendingBits;
    pendingBits += second & COUNT_MASK;
    view.setInt32(length, pending, true);
    length = (length + (pendingBits >> 3)) | 0;
    pending = (pending >>> (pendingBits & 24)) | 0;
    pendingBits &= 7;
  }
  Object.assign(out, { length, pending, pendingBits });
  return i;
}

/** The code of every two bytes, the first one lowest. */
function pairTable({ codes, lengths }: HuffmanCode): Int32Array {
  for (let second = 0, at = 0; second < 256; second++) {
    const bits = codes[second] as number;
    const count = lengths[second] as number;
    for (let first = 0; first < 256; first++, at++) {
      const before = lengths[first] as number;
      PAIRS[at] = (((bits << before) | (codes[first] as number)) << COUNT_BITS) | (before + count);
    }
  }
  return PAIRS;
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
