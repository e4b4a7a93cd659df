/**
 * Tells a page (text, a form, a drawing of lines) from a photo. Both networks take whole paragraphs for a subject, and no
 * threshold on the matte tells them from a blurry animal; the picture does: what lies between the letters is the very
 * colour of the rest of the page. A subject is something else than its background.
 */
import type { Matte, Raster } from './raster';

/** Share of the page's colour inside the "subject" as well as outside: paragraphs mostly 0.7 and more, photos ≤ 0.07. */
const PAGE_SHARE = 0.3;
/** 16 levels a channel: paper is one colour to within that, also after JPEG. */
const LEVEL_BITS = 4;
/** Looked at, evenly spread; the shares are right to within 1 %. */
const SAMPLES = 50_000;

/** Whether what `matte` (0–1, any size) calls the subject is, most of it, the same flat colour as everything around. */
export function isBlankPage(photo: Raster, matte: Matte): boolean {
  const inside = new Uint32Array(1 << (3 * LEVEL_BITS));
  const outside = new Uint32Array(inside.length);
  const step = Math.max(1, Math.floor(Math.sqrt((photo.width * photo.height) / SAMPLES)));
  for (let y = step >> 1; y < photo.height; y += step) {
    const row = Math.floor((y * matte.height) / photo.height) * matte.width;
    for (let x = step >> 1; x < photo.width; x += step) {
      const alpha = matte.data[row + Math.floor((x * matte.width) / photo.width)] as number;
      const counts = alpha > 0.5 ? inside : outside;
      const colour = colourAt(photo, y * photo.width + x);
      counts[colour] = (counts[colour] as number) + 1;
    }
  }
  const page = outside.indexOf(outside.reduce((most, count) => Math.max(most, count), 0));
  return shareOf(outside, page) >= PAGE_SHARE && shareOf(inside, page) >= PAGE_SHARE;
}

function colourAt({ data }: Raster, pixel: number): number {
  const level = (channel: number) => (data[pixel * 4 + channel] as number) >> (8 - LEVEL_BITS);
  return (level(0) << (2 * LEVEL_BITS)) | (level(1) << LEVEL_BITS) | level(2);
}

function shareOf(counts: Uint32Array, colour: number): number {
  return (
    (counts[colour] as number) /
    Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    )
  );
}
