/** Small pictures as files: the first look, which the page's own thread encodes, and the preview of the result. */
import { matteError } from '../errors';
import type { Raster } from '../pipeline/raster';

/**
 * WebP: a quarter of the bytes of a PNG, with alpha, and encoded on a thread of the browser's.
 *
 * @param quality 0–1
 * @throws MatteError out-of-memory
 */
export async function encodeWebp({ width, height, data }: Raster, quality: number): Promise<Blob> {
  const context = canvasContext(width, height);
  context.putImageData(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0);
  return context.canvas.convertToBlob({ type: 'image/webp', quality });
}

/** @throws MatteError out-of-memory */
export function canvasContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
  // willReadFrequently keeps the pixels on the CPU: we read all of them, once.
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw matteError('out-of-memory', `canvas ${width}×${height}`);
  return context;
}
