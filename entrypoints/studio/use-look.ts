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
        setShown((before) => (isDraft ? asLarge(look, before) : { width: look.width, height: look.height }));
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

export function show(canvas: HTMLCanvasElement | null, look: ImageBitmap): void {
  if (!canvas) return;
  canvas.width = look.width;
  canvas.height = look.height;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(look);
}
