/**
 * Reads a QR code out of a dropped picture's pixels. Chromium on Linux has no BarcodeDetector, so a library does it; load this
 * module lazily (52 kB), and in a worker for big photos.
 */
import { decodeQR } from 'qr/decode.js';
import type { Raster } from '../pipeline/raster.ts';

/** The library's own limit is 4,096 a side; half of that still shows a voucher's modules in any photo one would take. */
const SIDES = [1_024, 2_048, 4_096];
/** For the optional second looks, each time. The default is one frame of a camera, but a dropped file comes once. */
const LOOK_MS = 250;

/** The text of the picture's QR code, or null when none can be read. Small looks first: they are quick and blur noise. */
export function readQr(pixels: Raster): string | null {
  const longest = Math.max(pixels.width, pixels.height);
  const factors = new Set(SIDES.map((side) => Math.ceil(longest / side)));
  for (const factor of factors) {
    const text = decode(shrinkOnWhite(pixels, factor));
    if (text !== null) return text;
  }
  return null;
}

function decode(image: ReturnType<typeof shrinkOnWhite>): string | null {
  try {
    return decodeQR(image, { format: 'RGBA', timeLimit: LOOK_MS });
  } catch {
    // The library throws for whatever it cannot find; there is nothing to tell apart.
    return null;
  }
}

/** Means of factor × factor pixels, grey, with white behind what is transparent. A hot loop, so plain. */
function shrinkOnWhite({ width, height, data }: Raster, factor: number) {
  const [columns, rows] = [Math.max(1, Math.floor(width / factor)), Math.max(1, Math.floor(height / factor))];
  const grey = new Uint8Array(columns * rows * 4);
  const across = Math.min(factor, width);
  const down = Math.min(factor, height);
  for (let row = 0, out = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, out += 4) {
      let sum = 0;
      for (let y = 0; y < down; y += 1) {
        let at = ((row * factor + y) * width + column * factor) * 4;
        for (let x = 0; x < across; x += 1, at += 4) {
          const luma = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
          sum += 255 + ((luma - 255) * (data[at + 3] ?? 0)) / 255;
        }
      }
      grey.fill(Math.round(sum / (across * down)), out, out + 3);
      grey[out + 3] = 255;
    }
  }
  return { width: columns, height: rows, data: grey };
}
