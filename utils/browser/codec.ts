/**
 * Decode with the browser's own codecs, in a worker: EXIF orientation applied, colours as they look in sRGB, GIF and APNG
 * give frame one. PNG is written by hand (pipeline/png.ts says why), the preview by the browser.
 */
import { matteError } from '../errors';
import { encodePng } from '../pipeline/png';
import type { Codec } from '../pipeline/ports';
import { shrink } from '../pipeline/preview';
import { MAX_PIXELS, PREVIEW_PIXELS, type Raster } from '../pipeline/raster';

export const canvasCodec: Codec<Blob> = {
  async decode(file) {
    const bitmap = await createImageBitmap(file).catch((error) => {
      throw matteError('decode-failed', String(error), error);
    });
    try {
      return readPixels(bitmap);
    } finally {
      bitmap.close();
    }
  },

  async encode(raster) {
    const preview = encodePreview(shrink(raster, PREVIEW_PIXELS));
    const png = new Blob(encodePng(raster), { type: 'image/png' });
    return { png, preview: await preview };
  },
};

function encodePreview({ width, height, data }: Raster): Promise<Blob> {
  const context = canvasContext(width, height);
  context.putImageData(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0);
  return context.canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
}

function readPixels(bitmap: ImageBitmap): Raster {
  const { width, height } = bitmap;
  if (width * height > MAX_PIXELS) throw matteError('image-too-large', `${width}×${height}`);
  const context = canvasContext(width, height);
  context.drawImage(bitmap, 0, 0);
  try {
    return { width, height, data: context.getImageData(0, 0, width, height).data };
  } catch (error) {
    throw matteError('out-of-memory', `${width}×${height}`, error);
  }
}

function canvasContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
  // willReadFrequently keeps the pixels on the CPU: we read all of them, once.
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw matteError('out-of-memory', `canvas ${width}×${height}`);
  return context;
}
