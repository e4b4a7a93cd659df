/**
 * Reads the QR code of one picture, beside the popup: it takes 0.1 to 1.6 s. The popup makes this worker for a picture and
 * ends it with its answer (read-qr-picture.ts), so neither it nor the QR library costs anybody else anything.
 */
import { canvasContext } from '@/utils/browser/encode-webp';
import { identify } from '@/utils/browser/identify';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { readQr } from '@/utils/vouchers/read-qr';

/** Errors lose their class on the way out of a worker, so only the code travels. */
export type QrAnswer = { readonly text: string | null } | { readonly code: ErrorCode };

/** The QR library takes no more. */
const MAX_SIDE = 4_096;

self.onmessage = async ({ data }: MessageEvent<Blob>) => {
  self.postMessage(await answer(data));
};

async function answer(picture: Blob): Promise<QrAnswer> {
  try {
    await identify(picture);
    // What the browser cannot open shows no code.
    const bitmap = await createImageBitmap(picture).catch(() => null);
    return { text: bitmap && readQr(pixelsOf(bitmap)) };
  } catch (error) {
    return { code: codeOf(error) };
  }
}

function pixelsOf(bitmap: ImageBitmap): ImageData {
  const factor = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * factor)));
  const context = canvasContext(width ?? 1, height ?? 1);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, context.canvas.width, context.canvas.height);
  bitmap.close();
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}
