/** Cutout and edits → the finished picture. Straight alpha all the way; where nothing has to change, every bit stays. */
import type { Matte, Raster } from '../pipeline/raster';
import { subjectBounds } from './bounds';
import { alphaOf, shapeEdge } from './edge';
import type { Edits } from './edits';
import { type Behind, type Ground, groundOf, isClear, NOTHING_BEHIND } from './ground';
import { type Layout, layOut } from './layout';
import { AT_REST } from './place';
import { resample } from './resample';
import { shadowOf } from './shadow';
import { turn } from './turn';

/**
 * The cutout itself is only read; without edits it is also what comes back. Its edge is shaped without the photo: who has that
 * shapes it before (`shapeEdge`).
 *
 * @param behind what its background needs; without it there is none
 */
export function render(cutout: Raster, edits: Edits, behind: Behind = NOTHING_BEHIND): Raster {
  const { edge, frame, shadow, background } = edits;
  const turned = turn(shapeEdge(cutout, edge, null), frame);
  const bounds = subjectBounds(turned);
  const placed = place(turned, layOut(turned, bounds, frame));
  const subject = shadow.kind === 'none' ? null : subjectBounds(placed);
  const cast = subject && shadowOf(alphaOf(placed), subject, shadow);
  const bare = isClear(background, behind);
  if (!cast && bare) return placed;
  const finished = placed === cutout ? { ...placed, data: placed.data.slice() } : placed;
  if (cast) putOnShadow(finished, cast);
  if (!bare) {
    // The subject moves; what was behind it stays.
    const rest = layOut(turned, bounds, { ...frame, place: AT_REST });
    putOn(
      finished,
      groundOf({ ...rest, photo: turned }, background, { ...behind, blurred: turnedBlur(behind, frame) }),
    );
  }
  return finished;
}

function turnedBlur({ blurred }: Behind, frame: Edits['frame']): Raster | null {
  return blurred && turn(blurred, frame);
}

/** The photo where the cutout lies in its frame, to compare the two. */
export function renderPhoto(photo: Raster, cutout: Raster, { edge, frame }: Edits): Raster {
  const bounds = subjectBounds(turn(shapeEdge(cutout, edge, null), frame));
  const turned = turn(photo, frame);
  return place(turned, layOut(turned, bounds, frame));
}

function place(cutout: Raster, { width, height, scale, x, y }: Layout): Raster {
  const sized = resample(cutout, side(cutout.width, scale), side(cutout.height, scale));
  if (x === 0 && y === 0 && width === sized.width && height === sized.height) return sized;
  const data = new Uint8ClampedArray(width * height * 4);
  const left = Math.max(0, x);
  const right = Math.min(width, x + sized.width);
  for (let row = Math.max(0, y); row < Math.min(height, y + sized.height); row++) {
    const from = ((row - y) * sized.width + left - x) * 4;
    data.set(sized.data.subarray(from, from + Math.max(0, right - left) * 4), (row * width + left) * 4);
  }
  return { width, height, data };
}

const side = (pixels: number, scale: number) => Math.max(1, Math.round(pixels * scale));

/** The subject over black of the shadow's alpha, in place (Porter and Duff 1984, over). */
function putOnShadow({ data }: Raster, { data: shade }: Matte): void {
  for (let i = 0; i < shade.length; i++) {
    const alpha = (data[i * 4 + 3] as number) / 255;
    if (alpha === 1) continue;
    const both = alpha + (shade[i] as number) * (1 - alpha);
    if (both === 0) continue;
    for (let c = i * 4; c < i * 4 + 3; c++) data[c] = ((data[c] as number) * alpha) / both;
    data[i * 4 + 3] = both * 255;
  }
}

/** In place; what was opaque stays as it was. */
function putOn({ width, data }: Raster, ground: Ground): void {
  for (let i = 0; i < data.length; i += 4) {
    const alpha = (data[i + 3] as number) / 255;
    if (alpha === 1) continue;
    const back = ground((i / 4) % width, Math.floor(i / 4 / width));
    for (let c = 0; c < 3; c++) {
      const below = back[c] as number;
      data[i + c] = below + ((data[i + c] as number) - below) * alpha;
    }
    data[i + 3] = 255;
  }
}
