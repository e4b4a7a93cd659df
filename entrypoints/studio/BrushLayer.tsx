import { type PointerEvent, useRef, useState } from 'react';
import type { Size } from '@/utils/pipeline/raster';
import type { Stroke } from '@/utils/studio/strokes';
import { type Tool, toShares } from './brush';

export interface BrushLayerProps {
  readonly tool: Tool & { readonly brush: Stroke['brush'] };
  /** Of the photo. */
  readonly size: Size;
  readonly onStroke: (stroke: Stroke) => void;
}

/** Over the picture: the brush, and the stroke while it is drawn. */
export function BrushLayer({ tool, size, onStroke }: BrushLayerProps) {
  const layer = useRef<SVGSVGElement>(null);
  const [points, setPoints] = useState<readonly number[]>([]);
  const [at, setAt] = useState<readonly [number, number] | null>(null);
  const shares = ({ clientX, clientY }: PointerEvent) => {
    const box = layer.current?.getBoundingClientRect();
    return box ? toShares(size, box, clientX, clientY) : null;
  };
  const begin = (event: PointerEvent) => {
    const here = shares(event);
    if (event.button !== 0 || !here) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setPoints(here);
  };
  const move = (event: PointerEvent) => {
    const here = shares(event);
    setAt(here);
    if (here && points.length > 0) setPoints((before) => [...before, ...here]);
  };
  const end = () => {
    if (points.length > 0) onStroke({ ...tool, points });
    setPoints([]);
  };
  const long = Math.max(size.width, size.height);
  const pairs = points.map((share, i) => share * (i % 2 === 0 ? size.width : size.height));
  return (
    <svg
      ref={layer}
      className="brush-layer"
      data-brush={tool.brush}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => setPoints([])}
      onPointerLeave={() => setAt(null)}
    >
      {pairs.length > 0 && (
        // A single point twice, or nothing is drawn.
        <polyline points={[...pairs.slice(0, 2), ...pairs].join(' ')} strokeWidth={tool.size * long} />
      )}
      {at && <circle cx={at[0] * size.width} cy={at[1] * size.height} r={(tool.size * long) / 2} />}
    </svg>
  );
}
