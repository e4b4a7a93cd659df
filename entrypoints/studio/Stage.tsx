import { useEffect, useRef, useState } from 'react';
import { ADVICE, codeOf } from '@/utils/errors';
import type { Edits } from '@/utils/studio/edits';
import { Notice } from '@/utils/ui/Notice';
import type { Host } from './host';

export interface StageProps {
  readonly host: Host;
  readonly edits: Edits;
  readonly ground: string;
  readonly name: string;
}

/** What the edits make of the cutout, as large as fits. */
export function Stage({ host, edits, ground, name }: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    host.look(edits).then(
      (look) => look && show(canvas.current, look),
      (error) => setProblem(ADVICE[codeOf(error)].sentence),
    );
  }, [host, edits]);
  return (
    <section className="stage" aria-label="Picture">
      {problem && <Notice sentence={problem} />}
      <canvas ref={canvas} className="checkerboard" data-ground={ground} role="img" aria-label={`Cutout of ${name}`} />
    </section>
  );
}

function show(canvas: HTMLCanvasElement | null, look: ImageBitmap): void {
  if (!canvas) return;
  canvas.width = look.width;
  canvas.height = look.height;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(look);
}
