/** Whether a photo is stored as it is seen: a `VideoFrame` of a bitmap forgets how it lies (Chromium 156). */
import { imageSize } from 'image-size';

/** What comes before the pixels: EXIF, colour profile. */
const HEAD_BYTES = 1 << 20;

/** JPEG only, where every doubt says no: EXIF that does not say outright that it is upright. */
export async function isUprightJpeg(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (head[0] !== 0xff || head[1] !== 0xd8) return false;
  if (!new TextDecoder('latin1').decode(head).includes('Exif\0')) return true;
  try {
    return imageSize(head).orientation === 1;
  } catch {
    return false;
  }
}
