/**
 * Decode with the browser's own codecs, in a worker: EXIF orientation applied, colours as they look in sRGB, GIF and APNG
 * give frame one. PNG is written by hand (pipeline/png.ts says why), on two threads; the preview by the browser.
 */
import { matteError } from '../errors';
import type { Codec } from '../pipeline/ports';
import { shrink } from '../pipeline/preview';
import { MAX_PIXELS, PREVIEW_PIXELS, type Raster } from '../pipeline/raster';
import type { BandHelper } from './band-helper';
import { canvasContext, encodeWebp } from './encode-webp';
import { isUprightJpeg } from './is-upright';

const PREVIEW_QUALITY = 0.9;
/** Few enough to stay in the cache on the way (2 MB of a 12 MP photo), many enough that the call costs nothing. */
const ROWS_AT_ONCE = 128;

export function createCanvasCodec(helper: Pick<BandHelper, 'prepare' | 'encode'>): Codec<Blob> {
  return {
    async decode(file) {
      helper.prepare();
      const upright = isUprightJpeg(file).catch(() => false);
      const bitmap = await createImageBitmap(file).catch((error) => {
        throw matteError('decode-failed', String(error), error);
      });
      try {
        return await readPixels(bitmap, await upright);
      } finally {
        bitmap.close();
      }
    },

    async encode(raster) {
      const finish = helper.encode(raster);
      // Keeps this thread busy for 0.1 s, while the other one has begun.
      const preview = encodeWebp(shrink(raster, PREVIEW_PIXELS), PREVIEW_QUALITY);
      const png = new Blob(await finish(), { type: 'image/png' });
      return { png, preview: await preview };
    },
  };
}

async function readPixels(bitmap: ImageBitmap, upright: boolean): Promise<Raster> {
  const { width, height } = bitmap;
  if (width * height > MAX_PIXELS) throw matteError('image-too-large', `${width}×${height}`);
  try {
    const data = new Uint8ClampedArray(sharedBuffer(width * height * 4));
    if (!upright || !(await copyOpaque(bitmap, data))) readCanvas(bitmap, data);
    return { width, height, data };
  } catch (error) {
    throw matteError('out-of-memory', `${width}×${height}`, error);
  }
}

/**
 * The pixels of an opaque, upright sRGB picture, without a canvas: the same bytes, 12 MP in 90 ms instead of 160. Of others a
 * frame gives colours that are multiplied by alpha, or not converted, and forgets EXIF's orientation.
 *
 * @returns false when it is another one
 */
async function copyOpaque(bitmap: ImageBitmap, into: Uint8ClampedArray): Promise<boolean> {
  const frame = new VideoFrame(bitmap, { timestamp: 0 });
  try {
    const { format, colorSpace, codedWidth, codedHeight } = frame;
    const whole = codedWidth === bitmap.width && codedHeight === bitmap.height;
    const srgb = colorSpace.primaries === 'bt709' && colorSpace.transfer === 'iec61966-2-1';
    if (!whole || !srgb || (format !== 'BGRX' && format !== 'RGBX')) return false;
    await frame.copyTo(into, { format: 'RGBA' });
    return true;
  } catch {
    return false;
  } finally {
    frame.close();
  }
}

function readCanvas(bitmap: ImageBitmap, into: Uint8ClampedArray): void {
  const { width, height } = bitmap;
  const context = canvasContext(width, height);
  context.drawImage(bitmap, 0, 0);
  for (let y = 0; y < height; y += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, height - y);
    into.set(context.getImageData(0, y, width, rows).data, y * width * 4);
  }
}

/** What two threads can read; an extension has it without cross-origin isolation. */
function sharedBuffer(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}
