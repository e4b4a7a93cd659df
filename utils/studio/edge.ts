/**
 * The edge: smoother, wider or tighter, softer. Alpha is shaped first; where there is more of it than before, colours are needed
 * that the cutout does not have (outside its edge it has none): the photo's own where it is here, for then the subject itself
 * comes back, else the nearest ones (`extend-colours.ts`).
 */
import type { Matte, Raster } from '../pipeline/raster';
import { type AlphaPlane, alphaBox, alphaWithin } from './alpha-plane';
import type { Rect } from './bounds';
import type { Edge } from './edits';
import { extendColours, samplerOf } from './extend-colours';
import { featherDraft, featherInwards } from './feather';
import { moveEdge } from './move-edge';
import { smoothContour } from './smooth-contour';

/** Shorter lengths change nothing that could be seen. */
const NOTHING = 0.05;

/**
 * The cutout as it is, or a copy with another edge.
 *
 * @param photo what it was cut from, of the same size; null when it is gone, and then colours stay clean
 * @param isDraft few pixels and little time: softness is only as good as can be seen then
 */
export function shapeEdge(cutout: Raster, edge: Edge, photo: Raster | null, isDraft = false): Raster {
  const long = Math.max(cutout.width, cutout.height);
  const [shift, sigma, along] = [edge.shift * long, edge.feather * long, edge.smooth * long];
  const isShaped = Math.max(Math.abs(shift), sigma, along) >= NOTHING;
  const isOwnColour = !edge.decontaminate && photo !== null;
  if (!isShaped && !isOwnColour) return cutout;
  const box = alphaBox(cutout, Math.ceil(Math.abs(shift) + 3 * sigma) + 4);
  if (!box) return cutout;
  const alpha = alphaWithin(cutout, box);
  smoothContour(alpha, along);
  if (Math.abs(shift) >= NOTHING) moveEdge(alpha, shift);
  (isDraft ? featherDraft : featherInwards)(alpha, sigma);
  const shaped = { ...cutout, data: cutout.data.slice() };
  putAlpha(shaped, alpha, box, colourBeyond(cutout, photo));
  if (isOwnColour) putPhoto(shaped, photo);
  return shaped;
}

export function alphaOf({ width, height, data }: Raster): Matte {
  const alpha = new Float32Array(width * height);
  for (let i = 0; i < alpha.length; i++) alpha[i] = (data[i * 4 + 3] as number) / 255;
  return { width, height, data: alpha };
}

/** Red, green and blue at a pixel; the array may be the same each time. */
type ColourAt = (at: number) => Readonly<Uint8ClampedArray>;

function colourBeyond(cutout: Raster, photo: Raster | null): ColourAt {
  if (photo) return (at) => photo.data.subarray(at * 4, at * 4 + 3);
  let sample: ColourAt | null = null;
  return (at) => {
    // Seldom needed, and a tenth of a second.
    sample ??= samplerOf(extended(cutout), cutout);
    return sample(at);
  };
}

/** A slider asks for the same cutout again and again. */
const known = new WeakMap<Raster, Raster>();

function extended(cutout: Raster): Raster {
  const before = known.get(cutout);
  if (before) return before;
  const made = extendColours(cutout);
  known.set(cutout, made);
  return made;
}

/** In place. Alpha that is new brings its colour along, by its share of the whole. */
function putAlpha(into: Raster, alpha: AlphaPlane, { x, y }: Rect, beyond: ColourAt): void {
  const { data, width } = into;
  for (let row = 0; row < alpha.height; row++) {
    for (let column = 0; column < alpha.width; column++) {
      const after = alpha.data[row * alpha.width + column] as number;
      const at = (y + row) * width + x + column;
      const before = data[at * 4 + 3] as number;
      if (after === before) continue;
      data[at * 4 + 3] = after;
      if (after > before) mixIn(data, at * 4, beyond(at), (after - before) / after);
    }
  }
}

function mixIn(data: Uint8ClampedArray, at: number, colour: Readonly<Uint8ClampedArray>, share: number): void {
  for (let c = 0; c < 3; c++) {
    data[at + c] = (data[at + c] as number) * (1 - share) + (colour[c] as number) * share;
  }
}

/** In place: the photo's own colours wherever anything can be seen, background and all. */
function putPhoto({ data }: Raster, photo: Raster): void {
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 0) continue;
    for (let c = i; c < i + 3; c++) data[c] = photo.data[c] as number;
  }
}
