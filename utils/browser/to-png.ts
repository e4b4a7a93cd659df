/** A small picture as PNG, in the background's worker: what the clipboard takes, unlike the WebP of previews. */
import { canvasContext } from './encode-webp';

/** @throws MatteError out-of-memory; DOMException for what is no picture */
export async function toPng(picture: Blob): Promise<{ png: Blob; width: number; height: number }> {
  const bitmap = await createImageBitmap(picture);
  const { width, height } = bitmap;
  const context = canvasContext(width, height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { png: await context.canvas.convertToBlob({ type: 'image/png' }), width, height };
}
