import { matteError } from '@/utils/errors';
import type { QrAnswer } from './qr.worker';

/**
 * The text of a picture's QR code, or null when none can be read; in a worker that lives for this one picture.
 * @throws MatteError of pictures that are too large or no pictures; internal when the worker dies
 */
export async function readQrPicture(picture: Blob): Promise<string | null> {
  const worker = new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve, reject } = Promise.withResolvers<QrAnswer>();
  worker.onmessage = ({ data }: MessageEvent<QrAnswer>) => resolve(data);
  worker.onerror = ({ message }) => reject(matteError('internal', message));
  worker.postMessage(picture);
  try {
    const answer = await promise;
    if ('code' in answer) throw matteError(answer.code);
    return answer.text;
  } finally {
    worker.terminate();
  }
}
