/** The picture under work: as it was opened, small enough to look at, and each with the strokes that were asked for last. */
import { shrink } from '@/utils/pipeline/preview';
import type { Raster } from '@/utils/pipeline/raster';
import { retouch } from '@/utils/studio/retouch';
import type { Stroke } from '@/utils/studio/strokes';
import { createDraftSize } from './draft-size';

/** Sharp in a window of 1000 px at common densities, and 20 ms to render. */
const LOOK_PIXELS = 1_000_000;

/** A draft has a third of that or less (`draft-size.ts`). */
export type SheetSize = 'draft' | 'small' | 'whole';

/** The cutout after the strokes, and what it was cut from, if that is here. */
export interface Sheet {
  readonly cutout: Raster;
  readonly photo: Raster | null;
  /** To lie behind it. */
  readonly picture: Raster | null;
  readonly isDraft: boolean;
}

export interface Easel {
  /** False when it is of another size. */
  setPhoto(photo: Raster): boolean;
  setPicture(picture: Raster | null): void;
  sheet(strokes: readonly Stroke[], size: SheetSize): Sheet;
  /** How long the last draft took, ms: the next are as large as that allows. */
  draftTook(time: number): void;
}

/** @param done how many strokes lie in the cutout already */
export function createEasel(cutout: Raster, done: number): Easel {
  let photo: Raster | null = null;
  let picture: Raster | null = null;
  const draftSize = createDraftSize();
  const levels = new Map<number, Level>();
  const levelOf = (pixels: number) => {
    const known = levels.get(pixels);
    if (known) return known;
    const made = createLevel(cutout, pixels, done);
    if (photo) made.setPhoto(photo);
    made.setPicture(picture);
    levels.set(pixels, made);
    return made;
  };
  // Made before a slider waits for them.
  levelOf(draftSize.pixels);
  levelOf(LOOK_PIXELS);
  const pixelsOf = (size: SheetSize) => {
    if (size === 'draft') return draftSize.pixels;
    return size === 'small' ? LOOK_PIXELS : Number.POSITIVE_INFINITY;
  };
  return {
    setPhoto(given) {
      if (given.width !== cutout.width || given.height !== cutout.height) return false;
      photo = given;
      for (const level of levels.values()) level.setPhoto(given);
      return true;
    },
    setPicture(given) {
      picture = given;
      for (const level of levels.values()) level.setPicture(given);
    },
    sheet: (strokes, size) => ({ ...levelOf(pixelsOf(size)).of(strokes), isDraft: size === 'draft' }),
    draftTook: (time) => draftSize.took(time),
  };
}

interface Level {
  setPhoto(given: Raster): void;
  setPicture(given: Raster | null): void;
  of(strokes: readonly Stroke[]): Omit<Sheet, 'isDraft'>;
}

/** All at one size. */
function createLevel(whole: Raster, pixels: number, done: number): Level {
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
    of: (strokes) => ({ cutout: retouched.of(strokes), photo, picture }),
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
