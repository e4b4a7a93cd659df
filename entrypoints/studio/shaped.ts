/** A sheet's cutout with its edge shaped. The last one is remembered: it changes seldom, and everything else often. */
import type { Raster } from '@/utils/pipeline/raster';
import { shapeEdge } from '@/utils/studio/edge';
import type { Edge } from '@/utils/studio/edits';
import type { Sheet } from './easel';

interface Shape {
  readonly photo: Raster | null;
  readonly edge: string;
  readonly shaped: Raster;
}

/** By the cutout whose edge it was. */
const shapes = new WeakMap<Raster, Shape>();

type Shaping = Pick<Sheet, 'cutout' | 'photo' | 'isDraft'>;

export function shapedOf({ cutout, photo, isDraft }: Shaping, wish: Edge): Raster {
  const edge = JSON.stringify(wish);
  const last = shapes.get(cutout);
  if (last?.photo === photo && last.edge === edge) return last.shaped;
  const shaped = shapeEdge(cutout, wish, photo, isDraft);
  shapes.set(cutout, { photo, edge, shaped });
  return shaped;
}
