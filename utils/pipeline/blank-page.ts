/**
 * Tells a page (text, a form) from a photo. The networks take whole paragraphs for a subject, and no threshold on the
 * matte tells them from a blurry animal; the picture does. Around a paragraph and between its letters lies one flat
 * colour, and it alternates with the letters all the time. A white shoe on white shares the colour, but does not.
 */
import type { Matte, Raster } from './raster';

/** Share of the page's colour outside the "subject": pages 0.83 and more, photos of eval-dev at most 0.13. */
const OUTSIDE_SHARE = 0.7;
/** Inside: pages 0.26 and more, photos at most 0.07, a white thing on white anything. */
const INSIDE_SHARE = 0.2;
/** Changes between the page's colour and others, per picture's width inside: a line of text has 80 letters or more. */
const CHANGES_PER_WIDTH = 40;
/** 16 levels a channel: paper is one colour to within that, also after JPEG. */
const LEVEL_BITS = 4;
/** Rows looked at, and pixels of each; letters are not missed at 2000 pixels a row. */
const ROWS = 150;
const COLUMNS = 2000;

/** Whether what `matte` (0–1, any size) calls the subject is a paragraph on a page. */
export function isBlankPage(photo: Raster, matte: Matte): boolean {
  const outside = new Uint32Array(1 << (3 * LEVEL_BITS));
  visit(photo, matte, (colour, inside) => {
    if (!inside) outside[colour] = (outside[colour] as number) + 1;
  });
  const most = outside.reduce((max, count) => Math.max(max, count), 0);
  const around = outside.reduce((sum, count) => sum + count, 0);
  if (most === 0 || most / around < OUTSIDE_SHARE) return false;
  return isWritten(photo, matte, outside.indexOf(most));
}

function isWritten(photo: Raster, matte: Matte, page: number): boolean {
  let pixels = 0;
  let blank = 0;
  let changes = 0;
  let before = false;
  visit(photo, matte, (colour, inside) => {
    const isPage = colour === page;
    if (inside) {
      pixels++;
      if (isPage) blank++;
      if (isPage !== before) changes++;
    }
    before = isPage;
  });
  const perWidth = changes * (Math.min(photo.width, COLUMNS) / Math.max(1, pixels));
  return blank >= INSIDE_SHARE * pixels && perWidth >= CHANGES_PER_WIDTH;
}

/** Some rows of the photo, from left to right, each with about COLUMNS pixels. */
function visit(photo: Raster, matte: Matte, look: (colour: number, inside: boolean) => void): void {
  const rowStep = Math.max(1, Math.floor(photo.height / ROWS));
  const step = Math.max(1, Math.round(photo.width / COLUMNS));
  for (let y = rowStep >> 1; y < photo.height; y += rowStep) {
    const row = Math.floor((y * matte.height) / photo.height) * matte.width;
    for (let x = step >> 1; x < photo.width; x += step) {
      const alpha = matte.data[row + Math.floor((x * matte.width) / photo.width)] as number;
      look(colourAt(photo, y * photo.width + x), alpha > 0.5);
    }
  }
}

function colourAt({ data }: Raster, pixel: number): number {
  const i = pixel * 4;
  const drop = 8 - LEVEL_BITS;
  const red = (data[i] as number) >> drop;
  const green = (data[i + 1] as number) >> drop;
  const blue = (data[i + 2] as number) >> drop;
  return (red << (2 * LEVEL_BITS)) | (green << LEVEL_BITS) | blue;
}
