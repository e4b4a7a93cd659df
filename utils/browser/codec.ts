/** Decode and encode with the browser's own codecs, in a worker: EXIF orientation applied, GIF and APNG give frame one. */
import { matteError } from '../errors';
import type { Codec } from '../pipeline/ports';
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

  async encode({ width, height, data }) {
    const context = canvasContext(width, height);
    context.putImageData(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0);
    const png = context.canvas.convertToBlob({ type: 'image/png' });
    const preview = shrunk(context.canvas).convertToBlob({ type: 'image/webp', quality: 0.9 });
    return { png: await png, preview: await preview };
  },
};

function shrunk(full: OffscreenCanvas): OffscreenCanvas {
  const scale = Math.min(1, Math.sqrt(PREVIEW_PIXELS / (full.width * full.height)));
  const width = Math.max(1, Math.floor(full.width * scale));
  const height = Math.max(1, Math.floor(full.height * scale));
  const context = canvasContext(width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(full, 0, 0, width, height);
  return context.canvas;
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
