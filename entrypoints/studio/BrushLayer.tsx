import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import { say } from '@/utils/i18n/say';
import type { Size } from '@/utils/pipeline/raster';
import type { Brush, Stroke } from '@/utils/studio/strokes';
import { type Shares, type Tool, toShares } from './brush';
import { Crosshair } from './Crosshair';
import { Loupe } from './Loupe';
import { useCrosshair } from './use-crosshair';

export interface BrushLayerProps {
  readonly tool: Tool & { readonly brush: Brush };
  /** Of the photo. */
  readonly size: Size;
  /** What is painted upon, for the loupe to look at. */
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly onStroke: (stroke: Stroke) => void;
}

/** Over the picture: the brush, the stroke while it is drawn, and a crosshair for who draws by keys. */
export function BrushLayer({ tool, size, canvas, onStroke }: BrushLayerProps) {
  const layer = useRef<SVGSVGElement>(null);
  const [points, setPoints] = useState<readonly number[]>([]);
  const [pointer, setPointer] = useState<Shares | null>(null);
  const { brush, size: diameter, softness } = tool;
  const stroke = (drawn: readonly number[]) => onStroke({ brush, size: diameter, softness, points: drawn });
  const crosshair = useCrosshair({
    size,
    onPress: (at) => {
      stroke(at);
      return said(brush);
    },
    onLine: (from, to) => setPoints((before) => [...(before.length > 0 ? before : from), ...to]),
  });
  const end = () => {
    if (points.length > 0) stroke(points);
    setPoints([]);
  };
  /** A line by keys ends with Shift. */
  const release = ({ key }: KeyboardEvent) => {
    if (key !== 'Shift' || points.length === 0) return;
    end();
    crosshair.setSaid(said(brush));
  };
  const at = crosshair.at ?? pointer;
  return (
    <div
      className="brush-layer"
      data-brush={brush}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
      tabIndex={0}
      aria-label={say('studio.brushKeys')}
      {...usePointer({ layer, size, points, setPoints, setPointer, end, hide: crosshair.hide })}
      onKeyDown={crosshair.onKeyDown}
      onKeyUp={release}
      onBlur={end}
    >
      <Painting layer={layer} size={size} tool={tool} points={points} at={at} isCross={crosshair.at !== null} />
      {at && (tool.hasLoupe || points.length > 0) && <Loupe {...{ canvas, at, points, tool }} />}
      <p className="unseen" role="status">
        {crosshair.said}
      </p>
    </div>
  );
}

const said = (brush: Brush) => say(brush === 'erase' ? 'studio.paintedErased' : 'studio.paintedRestored');

interface PointerUse {
  readonly layer: RefObject<SVGSVGElement | null>;
  readonly size: Size;
  readonly points: readonly number[];
  readonly setPoints: (change: (before: readonly number[]) => readonly number[]) => void;
  readonly setPointer: (at: Shares | null) => void;
  readonly end: () => void;
  readonly hide: () => void;
}

function usePointer({ layer, size, points, setPoints, setPointer, end, hide }: PointerUse) {
  const shares = ({ clientX, clientY }: PointerEvent) => {
    const box = layer.current?.getBoundingClientRect();
    return box ? toShares(size, box, clientX, clientY) : null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      const here = shares(event);
      if (event.button !== 0 || !here) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      hide();
      setPointer(here);
      setPoints(() => here);
    },
    onPointerMove: (event: PointerEvent) => {
      const here = shares(event);
      hide();
      setPointer(here);
      if (here && points.length > 0) setPoints((before) => [...before, ...here]);
    },
    onPointerUp: end,
    onPointerCancel: () => setPoints(() => []),
    onPointerLeave: () => setPointer(null),
  };
}

interface PaintingProps {
  readonly layer: RefObject<SVGSVGElement | null>;
  readonly size: Size;
  readonly tool: Tool;
  readonly points: readonly number[];
  readonly at: Shares | null;
  readonly isCross: boolean;
}

function Painting({ layer, size: { width, height }, tool, points, at, isCross }: PaintingProps) {
  const long = Math.max(width, height);
  const radius = (tool.size * long) / 2;
  const pairs = points.map((share, i) => share * (i % 2 === 0 ? width : height));
  const centre = at && { cx: at[0] * width, cy: at[1] * height };
  return (
    <svg ref={layer} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {pairs.length > 0 && (
        // A single point twice, or nothing is drawn.
        <polyline points={[...pairs.slice(0, 2), ...pairs].join(' ')} strokeWidth={tool.size * long} />
      )}
      {/* A red brush over something red would not be seen. */}
      {centre && <circle className="halo" {...centre} r={radius} />}
      {centre && <circle {...centre} r={radius} />}
      {/* Within it the brush counts in full; between the two it fades. */}
      {centre && <circle className="middle" {...centre} r={radius * (1 - tool.softness)} />}
      {at && isCross && <Crosshair at={at} size={{ width, height }} />}
    </svg>
  );
}
