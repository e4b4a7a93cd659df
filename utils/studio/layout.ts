/** How large the finished picture is, and where the photo lies in it. Pure geometry. */
import type { Size } from '../pipeline/raster';
import type { Rect } from './bounds';
import { type Aspect, type Frame, MAX_LONG_SIDE } from './edits';

export interface Layout extends Size {
  /** Finished pixels per photo pixel. */
  readonly scale: number;
  /** Where the photo's corner lies in the finished picture, which may be outside it; whole pixels. */
  readonly x: number;
  readonly y: number;
}

/**
 * @param subject null where nothing can be seen; then the photo is what counts
 * @returns at least 1 × 1; a picture that margin or aspect would make longer than the photo and MAX_LONG_SIDE is made smaller
 */
export function layOut(photo: Size, subject: Rect | null, { content, margin, aspect, longSide, place }: Frame): Layout {
  const shown = (content === 'subject' && subject) || { x: 0, y: 0, ...photo };
  const room = 1 - 2 * margin;
  const whole = fitAspect({ width: shown.width / room, height: shown.height / room }, aspect);
  const long = Math.max(whole.width, whole.height);
  const limit = Math.max(MAX_LONG_SIDE, photo.width, photo.height);
  const fitting = (longSide === null ? Math.min(long, limit) : Math.min(longSide, MAX_LONG_SIDE)) / long;
  const width = Math.max(1, Math.round(whole.width * fitting));
  const height = Math.max(1, Math.round(whole.height * fitting));
  const scale = fitting * place.scale;
  return {
    width,
    height,
    scale,
    x: Math.round((0.5 + place.x) * width - (shown.x + shown.width / 2) * scale),
    y: Math.round((0.5 + place.y) * height - (shown.y + shown.height / 2) * scale),
  };
}

/** What `layOut` needs of a photo that is turned: the mirror and the corner do not change the size. */
export function turnedSize<Sides extends Size>(sides: Sides, { turned }: Pick<Frame, 'turned'>): Sides {
  return turned % 180 === 0 ? sides : { ...sides, width: sides.height, height: sides.width };
}

/** A rectangle of a photo of this size, mirrored and then turned with it (turn.ts). */
export function turnedRect({ x, y, width, height }: Rect, photo: Size, { turned, mirrored }: Frame): Rect {
  const left = mirrored ? photo.width - x - width : x;
  const [right, below] = [photo.width - left - width, photo.height - y - height];
  if (turned === 90) return { x: below, y: left, width: height, height: width };
  if (turned === 180) return { x: right, y: below, width, height };
  return turned === 270 ? { x: y, y: right, width: height, height: width } : { x: left, y, width, height };
}

/** Where a rectangle of the turned photo lies in the finished picture; pixels, not rounded. */
export function framedRect({ x, y, width, height }: Rect, layout: Layout): Rect {
  const { scale } = layout;
  return { x: layout.x + x * scale, y: layout.y + y * scale, width: width * scale, height: height * scale };
}

/** Made longer on one side until it fits. */
function fitAspect({ width, height }: Size, aspect: Aspect | null): Size {
  if (!aspect) return { width, height };
  const [across = 1, down = 1] = aspect.split(':').map(Number);
  const ratio = across / down;
  return width / height < ratio ? { width: height * ratio, height } : { width, height: width / ratio };
}
