import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { say } from '@/utils/i18n/say';
import type { Size } from '@/utils/pipeline/raster';
import type { Rect } from '@/utils/studio/bounds';
import { moved, type Place, snapped } from '@/utils/studio/place';
import { arrowOf } from './brush';
import { percent } from './Field';

/** The finished picture with the subject at a place; pixels of it. */
export interface Placing {
  readonly place: Place;
  /** Null where nothing is seen. */
  at(place: Place): { readonly frame: Size; readonly subject: Rect | null };
  onMove(place: Place): void;
  onSet(place: Place): void;
}

export interface PlaceLayerProps {
  readonly placing: Placing;
  readonly isZoomed: boolean;
  /** For a drag beside the subject of a picture that is larger than the stage. */
  readonly onPan: (pointerId: number) => void;
}

interface Drag {
  readonly from: Place;
  readonly x: number;
  readonly y: number;
  readonly to: Place;
}

/** Over the picture while there is no brush: the subject is dragged, or moved by arrow keys. */
export function PlaceLayer(props: PlaceLayerProps) {
  const { isMiddle, ...dragging } = useDrag(props);
  const { said, press } = useArrows(props.placing);
  return (
    <>
      <div
        className="place-layer"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
        tabIndex={0}
        aria-label={say('studio.placeKeys')}
        onKeyDown={press}
        {...dragging}
      >
        {isMiddle[0] && <span className="guide" data-axis="x" />}
        {isMiddle[1] && <span className="guide" data-axis="y" />}
      </div>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  );
}

function useDrag({ placing, isZoomed, onPan }: PlaceLayerProps) {
  const drag = useRef<Drag | null>(null);
  const [isMiddle, setMiddle] = useState(NEITHER);
  const end = (place: Place | undefined) => {
    if (place) placing.onSet(place);
    drag.current = null;
    setMiddle(NEITHER);
  };
  return {
    isMiddle,
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      if (isZoomed && !isOnSubject(event, placing)) return onPan(event.pointerId);
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { from: placing.place, x: event.clientX, y: event.clientY, to: placing.place };
    },
    onPointerMove(event: PointerEvent) {
      if (!drag.current) return;
      const next = dragged(event, drag.current, placing);
      drag.current = { ...drag.current, to: next.place };
      setMiddle(next.isMiddle);
      placing.onMove(next.place);
    },
    onPointerUp: () => end(drag.current?.to),
    onPointerCancel: () => end(drag.current?.from),
  };
}

/** Alt keeps the middle from pulling. */
function dragged({ currentTarget, clientX, clientY, altKey }: PointerEvent, { from, x, y }: Drag, { at }: Placing) {
  const box = currentTarget.getBoundingClientRect();
  const free = moved(from, (clientX - x) / box.width, (clientY - y) / box.height);
  const { frame, subject } = at(free);
  return subject && !altKey ? snapped(free, frame, subject) : { place: free, isMiddle: NEITHER };
}

function useArrows({ place, onSet }: Placing) {
  const [said, setSaid] = useState('');
  const press = (event: KeyboardEvent) => {
    const arrow = arrowOf(event.key);
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const by = event.shiftKey ? FAR : NEAR;
    const next = moved(place, arrow[0] * by, arrow[1] * by);
    onSet(next);
    setSaid(say('studio.placeAt', { x: percent(next.x), y: percent(next.y) }));
  };
  return { said, press };
}

const NEITHER: readonly [boolean, boolean] = [false, false];
/** Shares of the frame. */
const NEAR = 0.01;
const FAR = 0.05;

function isOnSubject({ currentTarget, clientX, clientY }: PointerEvent, { place, at }: Placing): boolean {
  const { frame, subject } = at(place);
  const box = currentTarget.getBoundingClientRect();
  const x = ((clientX - box.left) / box.width) * frame.width;
  const y = ((clientY - box.top) / box.height) * frame.height;
  if (!subject) return false;
  return x >= subject.x && x < subject.x + subject.width && y >= subject.y && y < subject.y + subject.height;
}
