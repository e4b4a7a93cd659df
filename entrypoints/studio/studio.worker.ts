/** All pixels of the studio: opens the cutout once, shows what the edits make of it, writes files. */
import { decodeCutout } from '@/utils/browser/decode-cutout';
import { canvasContext } from '@/utils/browser/encode-webp';
import { codeOf, matteError } from '@/utils/errors';
import { encodePng } from '@/utils/pipeline/png';
import { shrink } from '@/utils/pipeline/preview';
import type { Raster } from '@/utils/pipeline/raster';
import { subjectBounds } from '@/utils/studio/bounds';
import type { Edits } from '@/utils/studio/edits';
import { render } from '@/utils/studio/render';
import { type Answer, type FileWish, JPEG_GROUND, type Question, type Questions } from './desk';

/** Sharp in a window of 1000 px at common densities, and 20 ms to render. */
const LOOK_PIXELS = 1_000_000;

let open: { readonly whole: Raster; readonly small: Raster } | null = null;

const answers: {
  [Kind in keyof Questions]: (given: Parameters<Questions[Kind]>[0]) => Promise<ReturnType<Questions[Kind]>>;
} = {
  async open(cutout) {
    const whole = await decodeCutout(cutout);
    open = { whole, small: shrink(whole, LOOK_PIXELS) };
    return { width: whole.width, height: whole.height, subject: subjectBounds(whole) };
  },
  async look(edits) {
    const { small } = opened();
    // The same shares of fewer pixels: the finished size is the file's business.
    return createImageBitmap(imageOf(render(small, { ...edits, frame: { ...edits.frame, longSide: null } })));
  },
  file: async ({ edits, format, quality }) => encode(render(opened().whole, ground(edits, format)), format, quality),
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

function opened() {
  if (!open) throw matteError('internal', 'nothing is open');
  return open;
}

function ground(edits: Edits, format: FileWish['format']): Edits {
  const isBare = format === 'jpeg' && edits.background.kind === 'transparent';
  return isBare ? { ...edits, background: { kind: 'colour', colour: JPEG_GROUND } } : edits;
}

async function encode(picture: Raster, format: FileWish['format'], quality: number): Promise<Blob> {
  if (format === 'png') return new Blob(encodePng(picture), { type: 'image/png' });
  const context = canvasContext(picture.width, picture.height);
  context.putImageData(imageOf(picture), 0, 0);
  return context.canvas.convertToBlob({ type: `image/${format}`, quality });
}

function imageOf({ width, height, data }: Raster): ImageData {
  return new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height);
}
