/** The picture under work: as it was opened, small enough to look at, and each with the strokes that were asked for last. */
import { shrink } from '@/utils/pipeline/preview';
import type { Raster } from '@/utils/pipeline/raster';
import { retouch } from '@/utils/studio/retouch';
import type { Stroke } from '@/utils/studio/strokes';

/** Sharp in a window of 1000 px at common densities, and 20 ms to render. */
const LOOK_PIXELS = 1_000_000;

/** The cutout after the strokes, and what it was cut from, if that is here. */
export interface Sheet {
  readonly cutout: Raster;
  readonly photo: Raster | null;
  /** To lie behind it. */
  readonly picture: Raster | null;
}

export interface Easel {
  /** False when it is of another size. */
  setPhoto(photo: Raster): boolean;
  setPicture(picture: Raster | null): void;
  /** At most LOOK_PIXELS. */
  small(strokes: readonly Stroke[]): Sheet;
  whole(strokes: readonly Stroke[]): Sheet;
}

/** @param done how many strokes lie in the cutout already */
export function createEasel(cutout: Raster, done: number): Easel {
  let photo: Raster | null = null;
  let smallPhoto: Raster | null = null;
  let picture: Raster | null = null;
  let smallPicture: Raster | null = null;
  const smallCutout = shrink(cutout, LOOK_PIXELS);
  const small = remembering((strokes) => retouch(smallCutout, smallPhoto, strokes.slice(done)));
  const whole = remembering((strokes) => retouch(cutout, photo, strokes.slice(done)));
  return {
    setPhoto(given) {
      if (given.width !== cutout.width || given.height !== cutout.height) return false;
      photo = given;
      smallPhoto = shrink(given, LOOK_PIXELS);
      small.forget();
      whole.forget();
      return true;
    },
    setPicture(given) {
      picture = given;
      // Cut off to fill a frame, half of it may be left.
      smallPicture = given && shrink(given, 2 * LOOK_PIXELS);
    },
    small: (strokes) => ({ cutout: small.of(strokes), photo: smallPhoto, picture: smallPicture }),
    whole: (strokes) => ({ cutout: whole.of(strokes), photo, picture }),
  };
}

/** The last answer, for strokes change seldom, and everything else often. */
function remembering(make: (strokes: readonly Stroke[]) => Raster) {
  let last: { readonly key: string; readonly raster: Raster } | null = null;
  return {
    of(strokes: readonly Stroke[]): Raster {
      const key = JSON.stringify(strokes);
      if (last?.key !== key) last = { key, raster: make(strokes) };
      return last.raster;
    },
    forget: () => {
      last = null;
    },
  };
}
