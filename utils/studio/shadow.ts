/**
 * Shadows from the subject's alpha. They are soft, so they are made on a small grid and enlarged: at most 0.25 MP,
 * whatever the picture. The blur is three box means, which is a Gaussian to within 3 % (Kovesi 2010).
 */
import { boxMean, type Grid } from '../pipeline/box';
import { type Matte, PREVIEW_PIXELS, type Size } from '../pipeline/raster';
import { resizeMatte } from '../pipeline/resize';
import type { Rect } from './bounds';
import type { Shadow } from './edits';

/** What stands lower than this share of the subject's height lays its outline on the ground; */
const NEAR_GROUND = 0.35;
/** this flat. */
const FLATNESS = 0.06;

/**
 * @param alpha of the finished picture, 0–1
 * @param subject where it is seen in it
 * @returns 0–1, of the same size, before the subject is put upon it; null for no shadow
 */
export function shadowOf(alpha: Matte, subject: Rect, shadow: Shadow): Matte | null {
  if (shadow.kind === 'none' || shadow.opacity === 0) return null;
  const factor = Math.max(1, Math.sqrt((alpha.width * alpha.height) / PREVIEW_PIXELS));
  const small = resizeMatte(alpha, shrunk(alpha.width, factor), shrunk(alpha.height, factor));
  const side = Math.max(subject.width, subject.height) / factor;
  const cast = shadow.kind === 'drop' ? moved(small, shadow, side) : laid(small, subject, factor);
  blur(cast.data, cast, shadow.blur * side);
  for (let i = 0; i < cast.data.length; i++) cast.data[i] = (cast.data[i] as number) * shadow.opacity;
  return resizeMatte(cast, alpha.width, alpha.height);
}

const shrunk = (side: number, factor: number) => Math.max(1, Math.round(side / factor));

function moved(alpha: Matte, { angle, distance }: Shadow, side: number): Matte {
  const turn = (angle * Math.PI) / 180;
  const dx = Math.round(Math.cos(turn) * distance * side);
  const dy = Math.round(Math.sin(turn) * distance * side);
  return sampled(alpha, (x, y) => [x - dx, y - dy]);
}

/** The outline of the subject's lower part, laid flat about its foot. */
function laid(alpha: Matte, subject: Rect, factor: number): Matte {
  const foot = (subject.y + subject.height) / factor;
  const height = (subject.height / factor) * NEAR_GROUND;
  return sampled(alpha, (x, y) => {
    const up = Math.abs(y + 0.5 - foot) / FLATNESS;
    return [x, up > height ? -1 : Math.floor(foot - up)];
  });
}

function sampled(alpha: Matte, from: (x: number, y: number) => readonly [number, number]): Matte {
  const { width, height } = alpha;
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sx, sy] = from(x, y);
      if (sx >= 0 && sx < width && sy >= 0 && sy < height) data[y * width + x] = alpha.data[sy * width + sx] as number;
    }
  }
  return { width, height, data };
}

/** Three boxes of this radius have the variance of the Gaussian: σ² = 3 · ((2r + 1)² − 1) / 12. */
function blur(plane: Float32Array, grid: Grid & Size, sigma: number): void {
  const radius = Math.round((Math.sqrt(4 * sigma ** 2 + 1) - 1) / 2);
  if (radius < 1) return;
  for (let pass = 0; pass < 3; pass++) boxMean(plane, grid, radius);
}
