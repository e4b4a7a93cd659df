import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { say } from '@/utils/i18n/say';
import type { Size } from '@/utils/pipeline/raster';
import type { Colour } from '@/utils/studio/edits';
import type { Shares } from './brush';
import { Crosshair } from './Crosshair';
import { colourAt } from './colour-at';
import { useCrosshair } from './use-crosshair';

export interface PickLayerProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** Of what the canvas shows. */
  readonly size: Size;
  readonly onPick: (colour: Colour) => void;
}

/** Over the picture: the colour under the pointer, or under the crosshair. */
export function PickLayer({ canvas, size, onPick }: PickLayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  // Whoever has pressed the button goes on here, also by keys.
  useEffect(() => layer.current?.focus(), []);
  const pick = (at: Shares) => {
    const colour = canvas.current && colourAt(canvas.current, at);
    if (!colour) return say('studio.pickNothing');
    onPick(colour);
    return '';
  };
  const { at, said, setSaid, onKeyDown } = useCrosshair({ size, onPress: pick });
  const click = ({ currentTarget, clientX, clientY, button }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    if (button === 0) setSaid(pick([(clientX - box.left) / box.width, (clientY - box.top) / box.height]));
  };
  return (
    <div
      ref={layer}
      className="pick-layer"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
      tabIndex={0}
      aria-label={say('studio.pickKeys')}
      onPointerUp={click}
      onKeyDown={onKeyDown}
    >
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        {at && <Crosshair at={at} size={size} />}
      </svg>
      <p className={said ? 'chip' : 'unseen'} role="status">
        {said}
      </p>
    </div>
  );
}
