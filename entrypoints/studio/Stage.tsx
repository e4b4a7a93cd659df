import type { CSSProperties, DragEvent, PointerEvent, ReactNode } from 'react';
import { say } from '@/utils/i18n/say';
import type { Size } from '@/utils/pipeline/raster';
import type { Colour, Edits } from '@/utils/studio/edits';
import type { Stroke } from '@/utils/studio/strokes';
import { Notice } from '@/utils/ui/Notice';
import { BrushLayer } from './BrushLayer';
import type { Tool } from './brush';
import { CompareLayer } from './CompareLayer';
import type { Host } from './host';
import { PickLayer } from './PickLayer';
import { PlaceLayer, type Placing } from './PlaceLayer';
import { useLook } from './use-look';
import type { OwnPicture } from './use-picture';
import type { Mode } from './use-tools';
import { useView } from './use-view';
import { FITTING, type ZoomBy } from './zoom';

export interface StageProps {
  readonly host: Host;
  readonly edits: Edits;
  /** Something is being dragged: what is shown may be coarser. */
  readonly isMoving: boolean;
  readonly tool: Tool;
  readonly mode: Mode;
  /** Of the photo. */
  readonly size: Size;
  readonly hasPhoto: boolean;
  readonly picture: OwnPicture;
  readonly placing: Placing;
  readonly ground: string;
  /** 1 is as large as fits. */
  readonly zoom: number;
  readonly onZoom: (by: ZoomBy) => void;
  readonly name: string;
  readonly onStroke: (stroke: Stroke) => void;
  readonly onPick: (colour: Colour) => void;
  /** Said above the picture. */
  readonly children?: ReactNode;
}

/** What the edits make of the cutout, as large as fits; while there is a brush, the cutout before it is framed. */
export function Stage(props: StageProps) {
  const { host, edits, tool, mode, size, hasPhoto, picture, ground, zoom, name } = props;
  const isZoomed = zoom > FITTING;
  const { brush } = tool;
  const wish = {
    host,
    edits,
    brush,
    isMatte: ground === 'matte',
    isWhole: isZoomed,
    isDraft: props.isMoving,
    hasPhoto,
    picture: picture.shown,
  };
  const { canvas, problem, shown } = useLook(wish, size);
  const view = useView(zoom, props.onZoom);
  const panFirst = (event: PointerEvent) => {
    if (event.button !== 1 && !view.isPanning) return;
    event.preventDefault();
    event.stopPropagation();
    view.pan(event.pointerId);
  };
  return (
    <section
      className="stage"
      aria-label={say('studio.picture')}
      ref={view.stage}
      // What is larger than the stage is scrolled by keys, too.
      tabIndex={isZoomed ? 0 : undefined}
      data-panning={view.isPanning || undefined}
      onPointerDownCapture={panFirst}
      {...dropping(picture)}
    >
      {problem && <Notice sentence={problem} />}
      {picture.refusal && <Notice sentence={picture.refusal} onDismiss={picture.dismiss} />}
      {props.children}
      <div className="easel" style={styleOf(shown, zoom)} ref={view.easel}>
        <canvas
          ref={canvas}
          className="checkerboard"
          data-ground={ground}
          role="img"
          aria-label={say('studio.cutoutOf', { name })}
        />
        {brush && <BrushLayer tool={{ ...tool, brush }} size={size} canvas={canvas} onStroke={props.onStroke} />}
        {!brush && mode === 'place' && <PlaceLayer placing={props.placing} isZoomed={isZoomed} onPan={view.pan} />}
        {!brush && mode === 'pick' && <PickLayer canvas={canvas} size={shown} onPick={props.onPick} />}
        {!brush && mode === 'compare' && hasPhoto && <CompareLayer host={host} edits={edits} isWhole={isZoomed} />}
      </div>
    </section>
  );
}

function styleOf({ width, height }: Size, zoom: number): CSSProperties {
  return { '--width': width, '--height': height, '--zoom': zoom } as CSSProperties;
}

function dropping(picture: OwnPicture) {
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const file = event.dataTransfer.files[0];
      if (!file) return;
      event.preventDefault();
      void picture.take(file);
    },
  };
}
