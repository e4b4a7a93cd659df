/** Which square of a picture is taken. Pure: pictures are sizes, the pointer moves in shares of the shown square. */

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Crop {
  /** 0–1: where the square lies in the room it has, from left to right and from top to bottom. */
  readonly x: number;
  readonly y: number;
  /** 1: the largest square that fits. */
  readonly zoom: number;
}

export interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

export const WHOLE: Crop = { x: 0.5, y: 0.5, zoom: 1 };
export const MAX_ZOOM = 4;

export function squareOf({ width, height }: Size, { x, y, zoom }: Crop): Square {
  const side = Math.min(width, height) / zoom;
  return { left: x * (width - side), top: y * (height - side), side };
}

/** The picture follows the pointer. @param dx, dy shares of the shown square's side; to the right and down are positive */
export function dragged(size: Size, crop: Crop, { dx, dy }: { readonly dx: number; readonly dy: number }): Crop {
  const { left, top, side } = squareOf(size, crop);
  return at(size, { left: left - dx * side, top: top - dy * side, side }, crop.zoom);
}

/** What is in the middle stays there, as far as there is picture around it. */
export function zoomed(size: Size, crop: Crop, wanted: number): Crop {
  const { left, top, side } = squareOf(size, crop);
  const zoom = Math.min(MAX_ZOOM, Math.max(1, wanted));
  const next = (side * crop.zoom) / zoom;
  return at(size, { left: left + (side - next) / 2, top: top + (side - next) / 2, side: next }, zoom);
}

function at({ width, height }: Size, { left, top, side }: Square, zoom: number): Crop {
  return { x: share(left, width - side), y: share(top, height - side), zoom };
}

function share(offset: number, room: number): number {
  return room > 0 ? Math.min(1, Math.max(0, offset / room)) : 0.5;
}
