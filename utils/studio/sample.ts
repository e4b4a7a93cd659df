/** Bilinear looks at a picture that lies somewhere behind another, pixel by pixel and without an enlarged copy of it. */
import type { LerpAxis } from '../pipeline/lerp';
import type { Raster } from '../pipeline/raster';

/** Beyond the picture: nothing, its last pixels, or the picture mirrored. */
export type Beyond = 'nothing' | 'edge' | 'mirror';

export interface AxisWish {
  /** Pixels of the picture. */
  readonly from: number;
  /** Pixels of what it lies behind, */
  readonly to: number;
  /** and where the picture begins and how long it is there. */
  readonly start: number;
  readonly length: number;
  readonly beyond: Beyond;
}

/** `low` is −1 where there is nothing. */
export function axisOf({ from, to, start, length, beyond }: AxisWish): LerpAxis {
  const axis = { low: new Int32Array(to), high: new Int32Array(to), share: new Float32Array(to) };
  for (let t = 0; t < to; t++) {
    const along = (t + 0.5 - start) / length;
    const isOutside = along < 0 || along > 1;
    const within = beyond === 'mirror' ? mirrored(along) : along;
    const position = Math.min(from - 1, Math.max(0, within * from - 0.5));
    axis.low[t] = isOutside && beyond === 'nothing' ? -1 : Math.floor(position);
    axis.high[t] = Math.min(from - 1, Math.floor(position) + 1);
    axis.share[t] = position - Math.floor(position);
  }
  return axis;
}

/** …2–1, 1–0, 0–1, 1–2… → 0–1 */
function mirrored(along: number): number {
  const turn = Math.abs(along) % 2;
  return turn > 1 ? 2 - turn : turn;
}

/**
 * Red, green and blue at a pixel, over `colour` where the picture is transparent or not there; the array is the same each
 * time. Colours count by their alpha.
 */
export function sampler(picture: Raster, columns: LerpAxis, rows: LerpAxis, colour: readonly number[]) {
  const { data, width } = picture;
  const seen = [0, 0, 0];
  const add = (x: number, y: number, weight: number) => {
    const at = (y * width + x) * 4;
    const share = (weight * (data[at + 3] as number)) / 255;
    for (let c = 0; c < 3; c++) {
      seen[c] = (seen[c] as number) + ((data[at + c] as number) - (colour[c] as number)) * share;
    }
  };
  return (x: number, y: number): readonly number[] => {
    const left = columns.low[x] as number;
    const top = rows.low[y] as number;
    if (left < 0 || top < 0) return colour;
    const right = columns.high[x] as number;
    const across = columns.share[x] as number;
    const down = rows.share[y] as number;
    for (let c = 0; c < 3; c++) seen[c] = colour[c] as number;
    add(left, top, (1 - across) * (1 - down));
    if (across > 0) add(right, top, across * (1 - down));
    if (down > 0) add(left, rows.high[y] as number, (1 - across) * down);
    if (across > 0 && down > 0) add(right, rows.high[y] as number, across * down);
    return seen;
  };
}
