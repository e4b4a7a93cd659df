/** The two kinds of picture the pipeline knows. Sizes are named fields, never `[h, w]` tuples. */

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Colour picture: RGBA bytes, row by row, sRGB, NOT premultiplied; `data.length === width * height * 4`. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Alpha matte: one float per pixel, 0 = background, 1 = subject; `data.length === width * height`. */
export interface Matte {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** 100 MP: RGBA bytes of the photo (400 MB) + the canvas copy for encoding (400 MB) stay under 1 GB. */
export const MAX_PIXELS = 100_000_000;

/** 256 MB: the PNG of a 100 MP photo has about 200; a response that never ends must not fill the disk. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** 0.25 MP: sharp on a card 312 px wide at twice the density, and 1 MB to decode. */
export const PREVIEW_PIXELS = 250_000;
