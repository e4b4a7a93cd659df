/** A stored cutout that comes from elsewhere: looked at before it is decoded, decoded before it is believed. */
import { PREVIEW_PIXELS } from '../pipeline/raster';
import { canvasContext } from './encode-webp';
import { identify } from './identify';

const SIGNATURE = '137,80,78,71,13,10,26,10';
const PREVIEW = { type: 'image/webp', quality: 0.9 } as const;

/** @returns size in pixels, and a preview as WebP; null when it is no PNG, too large, or does not decode */
export async function decodePng(
  png: Blob,
): Promise<{ readonly width: number; readonly height: number; readonly preview: Blob } | null> {
  const head = new Uint8Array(await png.slice(0, 8).arrayBuffer());
  if (head.join() !== SIGNATURE) return null;
  try {
    await identify(png);
    const bitmap = await createImageBitmap(png);
    const { width, height } = bitmap;
    try {
      return { width, height, preview: await previewOf(bitmap) };
    } finally {
      bitmap.close();
    }
  } catch {
    return null;
  }
}

function previewOf(bitmap: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, Math.sqrt(PREVIEW_PIXELS / (bitmap.width * bitmap.height)));
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
  const context = canvasContext(width ?? 1, height ?? 1);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width ?? 1, height ?? 1);
  return context.canvas.convertToBlob(PREVIEW);
}
