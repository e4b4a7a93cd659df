/**
 * Writes PNG (W3C PNG 3rd edition): 8-bit RGBA, straight alpha, exactly the bytes that came in. A canvas cannot: it keeps
 * colours multiplied by alpha in bytes, and a hair at alpha 10 loses all but ten levels of its colour. It is also the
 * quicker way (docs/decisions/0012-own-png.md). Works in bands: besides the file itself, 3 MB.
 * `filterRow` runs for every byte: plain index arithmetic on purpose.
 */
import { type Band, bandsOf, type TakeBand } from './bands';
import { type BitWriter, bitWriter, takeBytes } from './bit-writer';
import { adler32, crc32, joinAdler32 } from './checksums';
import { deflateBlock, endOnByte } from './deflate';
import type { Raster } from './raster';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const BITS_PER_CHANNEL = 8;
const TRUECOLOUR_WITH_ALPHA = 6;
/** What nearly every writer says with sRGB. */
const SRGB_PERCEPTUAL = 0;
const FILTER_SUB = 1;
const FILTER_AVERAGE = 3;
/** RFC 1950: deflate, fastest. */
const ZLIB_HEADER = [0x78, 0x01];

/** A band as it will be in the file. */
export interface EncodedBand {
  readonly top: number;
  /** Whole chunks. */
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  /** Of the filtered rows: their Adler-32 on its own, and how many bytes they are. */
  readonly sum: number;
  readonly length: number;
}

/** The parts of a PNG file, in order, ready for `new Blob(parts)`. The raster is only read. */
export function encodePng(raster: Raster): Uint8Array<ArrayBuffer>[] {
  return joinBands(raster, encodeBands(raster, bandsOf(raster)));
}

/** The file of a picture all of whose bands are `made`, in any order. */
export function joinBands({ width, height }: Size, made: readonly EncodedBand[]): Uint8Array<ArrayBuffer>[] {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([BITS_PER_CHANNEL, TRUECOLOUR_WITH_ALPHA], 8);
  const end = new Uint8Array(4);
  const bands = made.toSorted((a, b) => a.top - b.top);
  const sum = bands.reduce((all, band) => joinAdler32(all, band.sum, band.length), 1);
  new DataView(end.buffer).setUint32(0, sum);
  return [
    Uint8Array.from(SIGNATURE),
    ...chunk('IHDR', header),
    ...chunk('sRGB', Uint8Array.of(SRGB_PERCEPTUAL)),
    ...chunk('IDAT', Uint8Array.from(ZLIB_HEADER)),
    ...bands.flatMap(({ parts }) => parts),
    ...chunk('IDAT', end),
    ...chunk('IEND', new Uint8Array(0)),
  ];
}

type Size = Pick<Raster, 'width' | 'height'>;

/**
 * Rows filtered and compressed, a chunk per band with a Huffman code of its own. Bands are made of the picture alone, not
 * of each other's bits, and so can be made at the same time.
 */
export function encodeBands(raster: Raster, take: TakeBand): EncodedBand[] {
  const out = bitWriter();
  const made: EncodedBand[] = [];
  let filtered = new Uint8Array(0);
  for (let band = take(); band; band = take()) {
    const length = (band.end - band.top) * (raster.width * 4 + 1);
    if (filtered.length < length) filtered = new Uint8Array(length);
    made.push(encodeBand(raster, band, filtered.subarray(0, length), out));
  }
  return made;
}

/** `filtered` is overwritten; `out` is empty before and after. */
function encodeBand(raster: Raster, { top, end }: Band, filtered: Uint8Array, out: BitWriter): EncodedBand {
  const rowBytes = raster.width * 4 + 1;
  for (let y = top; y < end; y++) {
    const row = filtered.subarray((y - top) * rowBytes, (y - top + 1) * rowBytes);
    if (y === 0) filterFirstRow(raster, row);
    else filterRow(raster, y, row);
  }
  const last = end === raster.height;
  deflateBlock(out, filtered, last);
  if (!last) endOnByte(out);
  const { length } = filtered;
  return { top, parts: chunk('IDAT', takeBytes(out)), sum: adler32(filtered, 1), length };
}

/** Nothing is above: against the left neighbour alone. */
function filterFirstRow({ width, data }: Raster, out: Uint8Array): void {
  const row = data.subarray(0, width * 4);
  out[0] = FILTER_SUB;
  for (let k = 0; k < row.length; k++) out[k + 1] = (row[k] as number) - (k < 4 ? 0 : (row[k - 4] as number));
}

const LOW_BITS = 0x7f7f7f7f;
const HIGH_BITS = 0x80808080;

/**
 * Row y ≥ 1 as filter byte and residuals against the mean of left and above. On photos Average comes within 4 % of
 * choosing the best of all five for each row, which takes five times as long; where all is transparent it leaves zeros.
 * The four bytes of a pixel at once: no sum and no difference of bytes carries over into the next one.
 */
function filterRow({ width, data }: Raster, y: number, out: Uint8Array): void {
  const pixels = new Int32Array(data.buffer, data.byteOffset + (y - 1) * width * 4, width * 2);
  const residuals = new DataView(out.buffer, out.byteOffset + 1, width * 4);
  out[0] = FILTER_AVERAGE;
  let left = 0;
  for (let x = 0; x < width; x++) {
    const above = pixels[x] as number;
    const pixel = pixels[x + width] as number;
    const mean = (left & above) + (((left ^ above) >>> 1) & LOW_BITS);
    const rest = ((pixel | HIGH_BITS) - (mean & LOW_BITS)) ^ (~(pixel ^ mean) & HIGH_BITS);
    residuals.setInt32(4 * x, rest, true);
    left = pixel;
  }
}

function chunk(type: string, data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const head = new Uint8Array(8);
  const name = head.subarray(4);
  new DataView(head.buffer).setUint32(0, data.length);
  for (let i = 0; i < 4; i++) name[i] = type.charCodeAt(i);
  const tail = new Uint8Array(4);
  new DataView(tail.buffer).setUint32(0, ~crc32(data, crc32(name, ~0)));
  return [head, data, tail];
}
