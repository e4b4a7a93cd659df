/** The chosen square as a file: for the account a small WebP, for the engine a PNG that is free of charge. */
import { AVATAR_SIDE, AVATAR_TYPE } from '@/utils/account/avatar';
import { canvasContext } from '@/utils/browser/encode-webp';
import type { Bytes } from '@/utils/vault/bytes';
import type { Square } from './crop';

/** 0.23 MP: up to 0.25 MP a cutout costs no credit. */
const CUTOUT_SIDE = 480;
const QUALITY = 0.9;

/** @throws MatteError out-of-memory */
export async function toAvatar(picture: ImageBitmap, square: Square): Promise<Bytes> {
  const file = await drawn(picture, square, AVATAR_SIDE).convertToBlob({ type: AVATAR_TYPE, quality: QUALITY });
  return new Uint8Array(await file.arrayBuffer());
}

/** @throws MatteError out-of-memory */
export async function forEngine(picture: ImageBitmap, square: Square): Promise<Blob> {
  return drawn(picture, square, CUTOUT_SIDE).convertToBlob({ type: 'image/png' });
}

/** Never larger than it was. */
function drawn(picture: ImageBitmap, { left, top, side }: Square, most: number): OffscreenCanvas {
  const shown = Math.max(1, Math.min(most, Math.round(side)));
  const context = canvasContext(shown, shown);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, left, top, side, side, 0, 0, shown, shown);
  return context.canvas;
}
