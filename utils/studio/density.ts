/** How many pixels go to an inch when a picture is printed: a tag in the file, pixels stay. PNG and JPEG have a place for it. Pure. */
import { crc32 } from '../pipeline/checksums';

export const DENSITIES = [72, 150, 300, 600] as const;
/** Pixels per inch, "dpi" in every print shop's mouth. */
export type Density = (typeof DENSITIES)[number];

/** So many bytes of a file's beginning are enough to know. */
export const HEAD_BYTES = 64;

/** What has to be done to a file's bytes: at `at`, `removed` bytes go and `added` come. */
export interface Patch {
  readonly at: number;
  readonly removed: number;
  readonly added: Uint8Array<ArrayBuffer>;
}

/** @returns null where the format has no such tag: WebP, and what is neither PNG nor JPEG */
export function densityPatch(head: Uint8Array, dpi: Density): Patch | null {
  if (startsWith(head, PNG)) return { at: AFTER_IHDR, removed: 0, added: physChunk(dpi) };
  if (!startsWith(head, JPEG)) return null;
  const density = [DOTS_PER_INCH, dpi >> 8, dpi & 255, dpi >> 8, dpi & 255];
  if (startsWith(head.subarray(6), JFIF)) {
    return { at: JFIF_UNITS, removed: density.length, added: Uint8Array.from(density) };
  }
  // No thumbnail: 0 × 0.
  const segment = [0xff, APP0, 0, 16, ...JFIF, 1, 2, ...density, 0, 0];
  return { at: 2, removed: 0, added: Uint8Array.from(segment) };
}

const PNG = [0x89, 0x50, 0x4e, 0x47];
/** Signature and IHDR; pHYs has to come before the first IDAT (PNG 3rd edition, 5.6). */
const AFTER_IHDR = 8 + 25;
const PIXELS_PER_METRE = 1;
const METRES_PER_INCH = 0.0254;

const JPEG = [0xff, 0xd8];
const APP0 = 0xe0;
/** Marker and length go before it (JFIF 1.02: `JFIF`, version, units, densities). */
const JFIF = [0x4a, 0x46, 0x49, 0x46, 0];
const JFIF_UNITS = 13;
const DOTS_PER_INCH = 1;

function startsWith(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, i) => bytes[i] === byte);
}

function physChunk(dpi: Density): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(4 + 4 + 9 + 4);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round(dpi / METRES_PER_INCH);
  view.setUint32(0, 9);
  chunk.set(
    [...'pHYs'].map((letter) => letter.charCodeAt(0)),
    4,
  );
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = PIXELS_PER_METRE;
  view.setUint32(17, ~crc32(chunk.subarray(4, 17), ~0));
  return chunk;
}
