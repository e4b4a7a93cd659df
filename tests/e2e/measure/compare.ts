/** Pictures are compared by their pixels: the clipboard re-encodes, so equal pictures come as different bytes. */
import sharp from 'sharp';
import type { Pixels, Size } from '../../fixtures/scenes';

const OPAQUE_FROM = 128;

export async function decode(file: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(file)
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) };
}

export function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

export function alphaOf({ rgba }: Pixels): Uint8Array {
  return Uint8Array.from({ length: rgba.length / 4 }, (_, i) => rgba[i * 4 + 3] ?? 0);
}

/** Share of the picture that is there, 0–1. */
export function coverage(pixels: Pixels): number {
  const alpha = alphaOf(pixels);
  return alpha.reduce((sum, a) => sum + a, 0) / alpha.length / 255;
}

/** Intersection over union of what is more than half there. */
export function iou(pixels: Pixels, truth: Uint8Array): number {
  const alpha = alphaOf(pixels);
  demandSameLength(alpha, truth);
  let both = 0;
  let either = 0;
  alpha.forEach((a, i) => {
    const here = a >= OPAQUE_FROM;
    const there = (truth[i] ?? 0) >= OPAQUE_FROM;
    both += Number(here && there);
    either += Number(here || there);
  });
  return either === 0 ? 0 : both / either;
}

/** Mean absolute error of alpha, 0–1. */
export function alphaError(pixels: Pixels, truth: Uint8Array): number {
  const alpha = alphaOf(pixels);
  demandSameLength(alpha, truth);
  return alpha.reduce((sum, a, i) => sum + Math.abs(a - (truth[i] ?? 0)), 0) / alpha.length / 255;
}

/**
 * The largest difference of any channel as it is seen, 0–255: colours weighted by alpha, because a colour that nobody
 * can see may change on the way. Infinite when the sizes differ.
 */
export function difference(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (let i = 0; i < a.rgba.length; i++) {
    const here = weight(a.rgba, i);
    const there = weight(b.rgba, i);
    worst = Math.max(worst, Math.abs(here - there));
  }
  return worst;
}

function weight(rgba: Uint8Array, i: number): number {
  const value = rgba[i] ?? 0;
  return i % 4 === 3 ? value : (value * (rgba[i - (i % 4) + 3] ?? 0)) / 255;
}

function demandSameLength(alpha: Uint8Array, truth: Uint8Array): void {
  if (alpha.length !== truth.length) throw new Error(`${alpha.length} pixels cannot be measured by ${truth.length}`);
}
