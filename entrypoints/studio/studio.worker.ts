/** All pixels of the studio: opens the cutout once, shows what the edits make of it, writes files. */
import { decodeCutout } from '@/utils/browser/decode-cutout';
import { codeOf, matteError } from '@/utils/errors';
import type { Raster } from '@/utils/pipeline/raster';
import { subjectBounds } from '@/utils/studio/bounds';
import { type Edits, NO_EDITS } from '@/utils/studio/edits';
import { ghost } from '@/utils/studio/ghost';
import { type Behind, isClear } from '@/utils/studio/ground';
import { bare, LAYERS, layerOf } from '@/utils/studio/layers';
import { matteOf } from '@/utils/studio/matte-of';
import { render, renderPhoto } from '@/utils/studio/render';
import { behindOf } from './behind';
import type { Answer, FileWish, LookWish, Question, Questions } from './desk';
import { createEasel, type Easel, type Sheet, type SheetSize } from './easel';
import { encodeFile, imageOf, type Rest } from './encode-file';
import { createQuestionLine } from './question-line';
import { shapedOf } from './shaped';

let easel: Easel | null = null;
/** Questions that nobody waits for any more. */
const stopped = new Set<number>();

type Given<Kind extends keyof Questions> = Parameters<Questions[Kind]>[0];

const answers: {
  [Kind in keyof Questions]: (given: Given<Kind>, rest: Rest) => Promise<ReturnType<Questions[Kind]>>;
} = {
  async open({ cutout, strokes }) {
    const whole = await decodeCutout(cutout);
    easel = createEasel(whole, strokes);
    return { width: whole.width, height: whole.height, subject: subjectBounds(whole) };
  },
  // An SVG, or a file of any kind, is no picture here: what cannot be opened cannot be restored from.
  photo: async (photo) => opened().setPhoto(await decodeCutout(photo)),
  async picture(picture) {
    opened().setPicture(picture && (await decodeCutout(picture)));
    return true;
  },
  async look({ edits, isGhost, isMatte, ...size }) {
    const start = performance.now();
    const sheet = opened().sheet(edits.strokes, sizeOf(size));
    const wish = unsized(edits);
    const framed = () => rendered(sheet, isMatte ? bare(wish) : wish, behindOf(sheet, edits));
    const shown = isGhost && sheet.photo ? ghost(sheet.cutout, sheet.photo) : framed();
    const look = await createImageBitmap(imageOf(isMatte ? matteOf(shown) : shown));
    if (size.isDraft) opened().draftTook(performance.now() - start);
    return look;
  },
  async before({ edits, isWhole }) {
    const { cutout, photo } = opened().sheet(edits.strokes, isWhole ? 'whole' : 'small');
    if (!photo) throw matteError('internal', 'no photo');
    return createImageBitmap(imageOf(renderPhoto(photo, cutout, unsized(edits))));
  },
  file: writeFile,
  retouched: async (strokes, rest) =>
    encodeFile(opened().sheet(strokes, 'whole').cutout, { format: 'png', quality: 1, density: null }, rest),
  async stop(id) {
    stopped.add(id);
  },
};

async function writeFile({ edits, format, ground, quality, density }: FileWish, rest: Rest): Promise<Blob> {
  await rest();
  const sheet = opened().sheet(edits.strokes, 'whole');
  await rest();
  const behind = behindOf(sheet, edits);
  const layer = LAYERS.find((each) => each === format);
  const finished = rendered(sheet, layer ? bare(edits) : grounded(edits, format, ground, behind), behind);
  await rest();
  const picture = layer ? layerOf(finished, layer) : finished;
  const encoding = format === 'webp' || format === 'jpeg' ? format : 'png';
  return encodeFile(picture, { format: encoding, quality, density }, rest);
}

function sizeOf({ isDraft, isWhole }: Pick<LookWish, 'isDraft' | 'isWhole'>): SheetSize {
  if (isDraft) return 'draft';
  return isWhole ? 'whole' : 'small';
}

/** The edge is shaped before, with the photo, and remembered: most edits leave it as it is. */
function rendered(sheet: Sheet, edits: Edits, behind: Behind): Raster {
  return render(shapedOf(sheet, edits.edge), { ...edits, edge: NO_EDITS.edge }, behind);
}

/** The same shares of fewer pixels: the finished size is the file's business. */
function unsized(edits: Edits): Edits {
  return { ...edits, frame: { ...edits.frame, longSide: null } };
}

function grounded(edits: Edits, format: FileWish['format'], colour: FileWish['ground'], behind: Behind): Edits {
  const isBare = format === 'jpeg' && isClear(edits.background, behind);
  return isBare ? { ...edits, background: { kind: 'colour', colour } } : edits;
}

const ask = createQuestionLine({
  answer,
  passOver: ({ id }) => self.postMessage({ id, ok: true, value: null } satisfies Answer),
  heard: () =>
    new Promise((resolve) => {
      // Not a timer: those wait 4 ms after a while.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }),
});

self.onmessage = ({ data: question }: MessageEvent<Question>) => {
  if (question.kind === 'stop') stopped.add(question.given);
  else ask(question);
};

async function answer(question: Question): Promise<void> {
  const made = await reply(question);
  stopped.delete(question.id);
  self.postMessage(made, { transfer: made.ok && made.value instanceof ImageBitmap ? [made.value] : [] });
}

async function reply({ id, kind, given }: Question): Promise<Answer> {
  const rest = async () => {
    await new Promise((heard) => setTimeout(heard));
    if (stopped.has(id)) throw matteError('internal', 'not wanted any more');
  };
  try {
    return { id, ok: true, value: await answers[kind](given as never, rest) };
  } catch (error) {
    return { id, ok: false, code: error instanceof RangeError ? 'out-of-memory' : codeOf(error) };
  }
}

function opened(): Easel {
  if (!easel) throw matteError('internal', 'nothing is open');
  return easel;
}
