/** What the worker makes of the edits, in a canvas; of several wishes the newest is shown. */
import { useEffect, useRef, useState } from 'react';
import { codeOf } from '@/utils/errors';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Size } from '@/utils/pipeline/raster';
import { type Edits, NO_EDITS } from '@/utils/studio/edits';
import type { Brush } from '@/utils/studio/strokes';
import type { Host } from './host';

export interface Look {
  readonly host: Host;
  readonly edits: Edits;
  /** While there is one, the cutout is shown before it is framed. */
  readonly brush: Brush | null;
  readonly isMatte: boolean;
  readonly isWhole: boolean;
  /** While something is dragged. */
  readonly isDraft: boolean;
  /** What else the worker draws with, and what changes the picture when it does. */
  readonly hasPhoto: boolean;
  readonly picture: number;
}

/** @param size what is thought of it until the first look is there */
export function useLook({ host, edits, brush, isMatte, isWhole, isDraft, hasPhoto, picture }: Look, size: Size) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState(size);
  useEffect(() => {
    const asked = brush ? { ...NO_EDITS, strokes: edits.strokes } : edits;
    host.look({ edits: asked, isGhost: brush === 'restore', isMatte, isWhole, isDraft }).then(
      (look) => {
        if (!look) return;
        // Read now: once it is shown a bitmap has no size any more, and React calls the function later.
        const made = { width: look.width, height: look.height };
        setShown((before) => sameOr(before, isDraft ? asLarge(made, before) : made));
        show(canvas.current, look);
      },
      (error) => setProblem(sentenceOf(codeOf(error))),
    );
  }, [host, edits, brush, hasPhoto, picture, isMatte, isWhole, isDraft]);
  return { canvas, problem, shown };
}

/** A draft is shown as large as the picture was. */
function asLarge({ width, height }: Size, before: Size): Size {
  const scale = Math.max(before.width, before.height) / Math.max(width, height);
  return { width: width * scale, height: height * scale };
}

/** What was, if it is as large: then nothing has to be laid out. */
function sameOr(before: Size, now: Size): Size {
  return before.width === now.width && before.height === now.height ? before : now;
}

export function show(canvas: HTMLCanvasElement | null, look: ImageBitmap): void {
  if (!canvas) return;
  // A size that is set, even the same, has the page lay out and paint what is behind the canvas, too.
  if (canvas.width !== look.width) canvas.width = look.width;
  if (canvas.height !== look.height) canvas.height = look.height;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(look);
}
