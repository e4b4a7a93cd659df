/** A file somebody gives as their picture → pixels to crop, or a sentence. Nothing is trusted but what decodes. */

import { identify } from '@/utils/browser/identify';
import { codeOf, matteError } from '@/utils/errors';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';

export interface AvatarSource {
  readonly bitmap: ImageBitmap;
  /** What to know about it, or ''. */
  readonly remark: string;
}

/** Zoomed in fourfold, a square of it still has more pixels than an avatar. */
const WORKING_SIDE = 2048;

export async function openAvatarFile(file: File): Promise<AvatarSource | { readonly sentence: string }> {
  try {
    const { kind } = await identify(file);
    if (kind === 'svg') return { sentence: say('account.avatarSvg') };
    const remark = (await isAnimated(file)) ? say('account.avatarMoves') : '';
    return { bitmap: await decode(file), remark };
  } catch (error) {
    return { sentence: sentenceOf(codeOf(error)) };
  }
}

async function decode(file: File): Promise<ImageBitmap> {
  const whole = await createImageBitmap(file).catch(() => null);
  if (!whole) throw matteError('decode-failed');
  const { width, height } = whole;
  const scale = WORKING_SIDE / Math.max(width, height);
  if (scale >= 1) return whole;
  const options = {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: 'high' as const,
  };
  return createImageBitmap(whole, options).finally(() => whole.close());
}

/** Formats that ImageDecoder does not know do not move. */
async function isAnimated(file: File): Promise<boolean> {
  if (!(await ImageDecoder.isTypeSupported(file.type).catch(() => false))) return false;
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type: file.type });
  try {
    await decoder.tracks.ready;
    return decoder.tracks.selectedTrack?.animated ?? false;
  } catch {
    return false; // the decoder for still pictures says what is wrong
  } finally {
    decoder.close();
  }
}
