/** All pixels of the studio: opens the cutout once, shows what the edits make of it, writes files. */
import { decodeCutout } from '@/utils/browser/decode-cutout';
import { canvasContext } from '@/utils/browser/encode-webp';
import { codeOf, matteError } from '@/utils/errors';
import { encodePng } from '@/utils/pipeline/png';
import type { Raster } from '@/utils/pipeline/raster';
import { subjectBounds } from '@/utils/studio/bounds';
import type { Edits } from '@/utils/studio/edits';
import { ghost } from '@/utils/studio/ghost';
import { type Behind, isClear } from '@/utils/studio/ground';
import { matteOf } from '@/utils/studio/matte-of';
import { render, renderPhoto } from '@/utils/studio/render';
import { behindOf } from './behind';
import { type Answer, type FileWish, JPEG_GROUND, type Question, type Questions } from './desk';
import { createEasel, type Easel } from './easel';

let easel: Easel | null = null;

type Given<Kind extends keyof Questions> = Parameters<Questions[Kind]>[0];

const answers: { [Kind in keyof Questions]: (given: Given<Kind>) => Promise<ReturnType<Questions[Kind]>> } = {
  async open({ cutout, strokes }) {
    const whole = await decodeCutout(cutout);
    easel = createEasel(whole, strokes);
    return { width: whole.width, height: whole.height, subject: subjectBounds(whole) };
  },
  // An SVG, or a file of any kind, is no picture here: what cannot be opened cannot be restored from.
  photo: async (photo) => opened().setPhoto(await decodeCutout(photo)),
  async picture(picture) {
    opened().setPicture(picture && (await decodeCutout(picture)));
    return picture !== null;
  },
  async look({ edits, isGhost, isMatte, isWhole }) {
    const sheet = isWhole ? opened().whole(edits.strokes) : opened().small(edits.strokes);
    const { cutout, photo } = sheet;
    const wish = unsized(edits);
    const framed = () => render(cutout, isMatte ? bare(wish) : wish, behindOf(sheet, edits));
    const shown = isGhost && photo ? ghost(cutout, photo) : framed();
    return createImageBitmap(imageOf(isMatte ? matteOf(shown) : shown));
  },
  async before({ edits, isWhole }) {
    const { cutout, photo } = isWhole ? opened().whole(edits.strokes) : opened().small(edits.strokes);
    if (!photo) throw matteError('internal', 'no photo');
    return createImageBitmap(imageOf(renderPhoto(photo, cutout, unsized(edits))));
  },
  async file({ edits, format, quality }) {
    const sheet = opened().whole(edits.strokes);
    const behind = behindOf(sheet, edits);
    return encode(render(sheet.cutout, ground(edits, format, behind), behind), format, quality);
  },
  retouched: async (strokes) => encode(opened().whole(strokes).cutout, 'png', 1),
};

self.onmessage = async ({ data: question }: MessageEvent<Question>) => {
  const answer = await reply(question);
  self.postMessage(answer, { transfer: answer.ok && answer.value instanceof ImageBitmap ? [answer.value] : [] });
};

async function reply({ id, kind, given }: Question): Promise<Answer> {
  try {
    return { id, ok: true, value: await answers[kind](given as never) };
  } catch (error) {
    return { id, ok: false, code: error instanceof RangeError ? 'out-of-memory' : codeOf(error) };
  }
}

/** The same shares of fewer pixels: the finished size is the file's business. */
function unsized(edits: Edits): Edits {
  return { ...edits, frame: { ...edits.frame, longSide: null } };
}

function opened(): Easel {
  if (!easel) throw matteError('internal', 'nothing is open');
  return easel;
}

function ground(edits: Edits, format: FileWish['format'], behind: Behind): Edits {
  if (format === 'matte') return bare(edits);
  const isBare = format === 'jpeg' && isClear(edits.background, behind);
  return isBare ? { ...edits, background: { kind: 'colour', colour: JPEG_GROUND } } : edits;
}

/** A background would make the matte white all over. */
function bare(edits: Edits): Edits {
  return { ...edits, background: { kind: 'transparent' } };
}

async function encode(picture: Raster, format: FileWish['format'], quality: number): Promise<Blob> {
  if (format === 'matte') return encode(matteOf(picture), 'png', quality);
  if (format === 'png') return new Blob(encodePng(picture), { type: 'image/png' });
  const context = canvasContext(picture.width, picture.height);
  context.putImageData(imageOf(picture), 0, 0);
  return context.canvas.convertToBlob({ type: `image/${format}`, quality });
}

function imageOf({ width, height, data }: Raster): ImageData {
  return new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height);
}
