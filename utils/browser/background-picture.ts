/**
 * A file somebody wants behind a cutout → a picture to keep: upright, frame one, of a size that is good for the largest file,
 * and without what a camera notes beside the pixels. Nothing is trusted but what decodes.
 */
import { matteError } from '../errors';
import { MAX_PIXELS } from '../pipeline/raster';
import { canvasContext } from './encode-webp';
import { identify } from './identify';
import { rasteriseSvg } from './rasterise-svg';

/** The longest side a finished picture can have; 25 MP at most. */
const MAX_SIDE = 5000;
/** Nobody sees a difference, in a tenth of a PNG's bytes. */
const AS_KEPT = { type: 'image/webp', quality: 0.95 } as const;

/** For a page: drawings need a document. @throws MatteError as `identify`, and decode-failed, out-of-memory */
export async function backgroundPicture(file: Blob): Promise<Blob> {
  const { kind, size } = await identify(file);
  const bitmap = await createImageBitmap(kind === 'svg' ? await rasteriseSvg(file, size && bounded(size)) : file).catch(
    (error) => {
      throw matteError('decode-failed', String(error), error);
    },
  );
  try {
    if (bitmap.width * bitmap.height > MAX_PIXELS) throw matteError('image-too-large');
    const { width, height } = bounded(bitmap);
    const context = canvasContext(width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return await context.canvas.convertToBlob(AS_KEPT);
  } finally {
    bitmap.close();
  }
}

/** The same picture, no side longer than MAX_SIDE. */
function bounded({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
