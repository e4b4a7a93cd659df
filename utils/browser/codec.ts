/**
 * Decode with the browser's own codecs, in a worker: EXIF orientation applied, colours as they look in sRGB, GIF and APNG
 * give frame one. PNG is written by hand (pipeline/png.ts says why), on two threads; the preview by the browser.
 */
import { matteError } from '../errors';
import type { Codec } from '../pipeline/ports';
import { shrink } from '../pipeline/preview';
import { MAX_PIXELS, PREVIEW_PIXELS, type Raster } from '../pipeline/raster';
import { canvasContext, encodeWebp } from './encode-webp';
import type { PngHelper } from './png-helper';

const PREVIEW_QUALITY = 0.9;
/** Few enough to stay in the cache on the way (2 MB of a 12 MP photo), many enough that the call costs nothing. */
const ROWS_AT_ONCE = 128;

export function createCanvasCodec(helper: PngHelper): Codec<Blob> {
  return {
    async decode(file) {
      helper.prepare();
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
      const preview = encodeWebp(shrink(raster, PREVIEW_PIXELS), PREVIEW_QUALITY);
      const png = new Blob(await helper.encode(raster), { type: 'image/png' });
      return { png, preview: await preview };
    },
  };
}

function readPixels(bitmap: ImageBitmap): Raster {
  const { width, height } = bitmap;
  if (width * height > MAX_PIXELS) throw matteError('image-too-large', `${width}×${height}`);
  const context = canvasContext(width, height);
  context.drawImage(bitmap, 0, 0);
  try {
    const data = new Uint8ClampedArray(sharedBuffer(width * height * 4));
    for (let y = 0; y < height; y += ROWS_AT_ONCE) {
      const rows = Math.min(ROWS_AT_ONCE, height - y);
      data.set(context.getImageData(0, y, width, rows).data, y * width * 4);
    }
    return { width, height, data };
  } catch (error) {
    throw matteError('out-of-memory', `${width}×${height}`, error);
  }
}

/** What two threads can read; an extension has it without cross-origin isolation. */
function sharedBuffer(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}
