import type { Size } from '@/utils/pipeline/raster';
import type { Shares } from './brush';

export interface CrosshairProps {
  readonly at: Shares;
  readonly size: Size;
}

/** Light upon dark: it is seen on any picture. */
export function Crosshair({ at, size: { width, height } }: CrosshairProps) {
  const [x, y] = [at[0] * width, at[1] * height];
  const arm = Math.max(width, height) / 50;
  const path = `M${x - arm},${y}h${2 * arm}M${x},${y - arm}v${2 * arm}`;
  return (
    <g className="crosshair">
      <path d={path} data-tone="dark" />
      <path d={path} />
    </g>
  );
}
