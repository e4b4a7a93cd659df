/** The first look as a file. Small, so that the page's own thread may do it: the worker's is busy with the network. */
import type { Raster } from '../pipeline/raster';

/** WebP: a quarter of the bytes of a PNG, with alpha, and encoded on a thread of the browser's. */
export async function encodeLook({ width, height, data }: Raster): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const pixels = new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height);
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(pixels, 0, 0);
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
}
