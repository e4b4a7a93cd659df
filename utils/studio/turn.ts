/** Quarter turns and mirroring, pixel by pixel. */
import type { Raster } from '../pipeline/raster';
import type { Frame } from './edits';

/** Mirrored left to right first, then turned clockwise; the same picture where there is nothing to do. */
export function turn(picture: Raster, { turned, mirrored }: Pick<Frame, 'turned' | 'mirrored'>): Raster {
  if (turned === 0 && !mirrored) return picture;
  const { width, height } = picture;
  const [across, down] = turned % 180 === 0 ? [width, height] : [height, width];
  const from = new Uint32Array(picture.data.buffer, picture.data.byteOffset, width * height);
  const into = new Uint32Array(width * height);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const [sx, sy] = sourceOf(x, y, { width, height, turned });
      into[y * across + x] = from[sy * width + (mirrored ? width - 1 - sx : sx)] as number;
    }
  }
  return { width: across, height: down, data: new Uint8ClampedArray(into.buffer) };
}

type Turning = Pick<Raster, 'width' | 'height'> & Pick<Frame, 'turned'>;

function sourceOf(x: number, y: number, { width, height, turned }: Turning): readonly [number, number] {
  if (turned === 90) return [y, height - 1 - x];
  if (turned === 180) return [width - 1 - x, height - 1 - y];
  return turned === 270 ? [width - 1 - y, x] : [x, y];
}
