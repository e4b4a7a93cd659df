/** The picture under work: as it was opened, small enough to look at, and each with the strokes that were asked for last. */
import { shrink } from '@/utils/pipeline/preview';
import type { Raster } from '@/utils/pipeline/raster';
import { retouch } from '@/utils/studio/retouch';
import type { Stroke } from '@/utils/studio/strokes';

/** Sharp in a window of 1000 px at common densities, and 20 ms to render. */
const LOOK_PIXELS = 1_000_000;
/** A third of that: then also all that can be done to an edge is done thirty times a second (decision 26). */
const DRAFT_PIXELS = 300_000;

const SIZES = { draft: DRAFT_PIXELS, small: LOOK_PIXELS, whole: Number.POSITIVE_INFINITY } as const;
export type SheetSize = keyof typeof SIZES;

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
  sheet(strokes: readonly Stroke[], size: SheetSize): Sheet;
}

/** @param done how many strokes lie in the cutout already */
export function createEasel(cutout: Raster, done: number): Easel {
  const levels = {
    draft: createLevel(cutout, SIZES.draft, done),
    small: createLevel(cutout, SIZES.small, done),
    whole: createLevel(cutout, SIZES.whole, done),
  };
  return {
    setPhoto(given) {
      if (given.width !== cutout.width || given.height !== cutout.height) return false;
      for (const level of Object.values(levels)) level.setPhoto(given);
      return true;
    },
    setPicture(given) {
      for (const level of Object.values(levels)) level.setPicture(given);
    },
    sheet: (strokes, size) => levels[size].of(strokes),
  };
}

/** All at one size. */
function createLevel(whole: Raster, pixels: number, done: number) {
  let photo: Raster | null = null;
  let picture: Raster | null = null;
  const cutout = fitted(whole, pixels);
  const retouched = remembering((strokes) => retouch(cutout, photo, strokes.slice(done)));
  return {
    setPhoto(given: Raster) {
      photo = fitted(given, pixels);
      retouched.forget();
    },
    setPicture(given: Raster | null) {
      // Cut off to fill a frame, half of it may be left.
      picture = given && fitted(given, 2 * pixels);
    },
    of: (strokes: readonly Stroke[]): Sheet => ({ cutout: retouched.of(strokes), photo, picture }),
  };
}

function fitted(picture: Raster, pixels: number): Raster {
  return picture.width * picture.height <= pixels ? picture : shrink(picture, pixels);
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
