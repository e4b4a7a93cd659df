import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { ADVICE, codeOf } from '@/utils/errors';
import type { Size } from '@/utils/pipeline/raster';
import { type Edits, NO_EDITS } from '@/utils/studio/edits';
import type { Stroke } from '@/utils/studio/strokes';
import { Notice } from '@/utils/ui/Notice';
import { BrushLayer } from './BrushLayer';
import type { Tool } from './brush';
import type { Host } from './host';

export interface StageProps {
  readonly host: Host;
  readonly edits: Edits;
  readonly tool: Tool;
  /** Of the photo. */
  readonly size: Size;
  readonly hasPhoto: boolean;
  readonly ground: string;
  readonly name: string;
  readonly onStroke: (stroke: Stroke) => void;
}

/** What the edits make of the cutout, as large as fits; while there is a brush, the cutout before it is framed. */
export function Stage({ host, edits, tool, size, hasPhoto, ground, name, onStroke }: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState(size);
  const { brush } = tool;
  useEffect(() => {
    const asked = brush ? { ...NO_EDITS, strokes: edits.strokes } : edits;
    host.look({ edits: asked, isGhost: brush === 'restore' }).then(
      (look) => {
        if (!look) return;
        setShown({ width: look.width, height: look.height });
        show(canvas.current, look);
      },
      (error) => setProblem(ADVICE[codeOf(error)].sentence),
    );
    // `hasPhoto`: what a stroke makes changes with the photo.
  }, [host, edits, brush, hasPhoto]);
  return (
    <section className="stage" aria-label="Picture">
      {problem && <Notice sentence={problem} />}
      <div className="easel" style={{ '--width': shown.width, '--height': shown.height } as CSSProperties}>
        <canvas
          ref={canvas}
          className="checkerboard"
          data-ground={ground}
          role="img"
          aria-label={`Cutout of ${name}`}
        />
        {brush && <BrushLayer tool={{ ...tool, brush }} size={size} onStroke={onStroke} />}
      </div>
    </section>
  );
}

function show(canvas: HTMLCanvasElement | null, look: ImageBitmap): void {
  if (!canvas) return;
  canvas.width = look.width;
  canvas.height = look.height;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(look);
}
