import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { codeOf } from '@/utils/errors';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Size } from '@/utils/pipeline/raster';
import { type Edits, NO_EDITS } from '@/utils/studio/edits';
import type { Stroke } from '@/utils/studio/strokes';
import { Notice } from '@/utils/ui/Notice';
import { BrushLayer } from './BrushLayer';
import type { Tool } from './brush';
import type { Host } from './host';
import { FITTING } from './zoom';

export interface StageProps {
  readonly host: Host;
  readonly edits: Edits;
  readonly tool: Tool;
  /** Of the photo. */
  readonly size: Size;
  readonly hasPhoto: boolean;
  readonly ground: string;
  /** 1 is as large as fits. */
  readonly zoom: number;
  readonly onZoom: (by: 'in' | 'out') => void;
  readonly name: string;
  readonly onStroke: (stroke: Stroke) => void;
}

/** What the edits make of the cutout, as large as fits; while there is a brush, the cutout before it is framed. */
export function Stage(props: StageProps) {
  const { host, edits, tool, size, hasPhoto, ground, zoom, name, onStroke } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState(size);
  const { brush } = tool;
  useEffect(() => {
    const asked = brush ? { ...NO_EDITS, strokes: edits.strokes } : edits;
    const wish = { isGhost: brush === 'restore', isMatte: ground === 'matte', isWhole: zoom > FITTING };
    host.look({ edits: asked, ...wish }).then(
      (look) => {
        if (!look) return;
        setShown({ width: look.width, height: look.height });
        show(canvas.current, look);
      },
      (error) => setProblem(sentenceOf(codeOf(error))),
    );
    // `hasPhoto`: what a stroke makes changes with the photo.
  }, [host, edits, brush, hasPhoto, ground === 'matte', zoom > FITTING]);
  const stage = useWheelZoom(props.onZoom);
  return (
    // What is larger than the stage is scrolled by keys, too.
    <section className="stage" aria-label={say('studio.picture')} ref={stage} tabIndex={zoom > FITTING ? 0 : undefined}>
      {problem && <Notice sentence={problem} />}
      <div className="easel" style={styleOf(shown, zoom)}>
        <canvas
          ref={canvas}
          className="checkerboard"
          data-ground={ground}
          role="img"
          aria-label={say('studio.cutoutOf', { name })}
        />
        {brush && <BrushLayer tool={{ ...tool, brush }} size={size} onStroke={onStroke} />}
      </div>
    </section>
  );
}

function styleOf({ width, height }: Size, zoom: number): CSSProperties {
  return { '--width': width, '--height': height, '--zoom': zoom } as CSSProperties;
}

/** Ctrl and the wheel, which is also what a pinch on a touchpad is. React listens passively, so it could not keep the page still. */
function useWheelZoom(onZoom: (by: 'in' | 'out') => void) {
  const stage = useRef<HTMLElement>(null);
  useEffect(() => {
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      onZoom(event.deltaY < 0 ? 'in' : 'out');
    };
    const element = stage.current;
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [onZoom]);
  return stage;
}

function show(canvas: HTMLCanvasElement | null, look: ImageBitmap): void {
  if (!canvas) return;
  canvas.width = look.width;
  canvas.height = look.height;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(look);
}
