/** What lies behind a sheet. The blur of one is remembered: it changes seldom, and everything else often. */
import type { Raster } from '@/utils/pipeline/raster';
import { blurBehind } from '@/utils/studio/blur-behind';
import type { Edits } from '@/utils/studio/edits';
import type { Behind } from '@/utils/studio/ground';
import type { Sheet } from './easel';

interface Blur {
  readonly photo: Raster;
  readonly radius: number;
  readonly blurred: Raster;
}

/** By the cutout that was taken out of it. */
const blurs = new WeakMap<Raster, Blur>();

export function behindOf({ cutout, photo, picture }: Sheet, { background }: Pick<Edits, 'background'>): Behind {
  if (background.kind !== 'blur' || !photo) return { picture, blurred: null };
  const { radius } = background;
  const last = blurs.get(cutout);
  if (last?.photo === photo && last.radius === radius) return { picture, blurred: last.blurred };
  const blurred = blurBehind(photo, cutout, radius);
  blurs.set(cutout, { photo, radius, blurred });
  return { picture, blurred };
}
