/**
 * The images of a page, as a script in it has listed them. The page's process may lie about all of it, so each is rebuilt
 * field by field; nothing of it is ever taken for more than text, numbers and the bytes of a small picture. Pure.
 */

/** What one frame may list, and what is shown in all. */
export const MAX_IMAGES = 500;
const MAX_ADDRESS = 8192;
/** A data: address is the picture itself. */
const MAX_DATA_ADDRESS = 12_000_000;
const MAX_ALT = 200;
const MAX_THUMB = 40_000;
const MAX_SIDE = 100_000;

export interface PageImage {
  /** http, https, data or blob. */
  readonly url: string;
  readonly frameId: number;
  /** Of the frame: who asks for the picture. Null where it says none. */
  readonly pageUrl: string | null;
  /** In pixels; 0 where it is not known. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** A small picture of it as a data: address, as far as the page lets anybody read its pixels. */
  readonly thumb: string | null;
  /** Where it is in the window, CSS pixels; null where that is not known. */
  readonly box: Box | null;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FrameAnswer {
  readonly frameId: number;
  readonly result?: unknown;
}

/** The images of all frames, each address once, at most MAX_IMAGES. */
export function parsePageImages(frames: readonly FrameAnswer[]): readonly PageImage[] {
  const byAddress = new Map<string, PageImage>();
  for (const { frameId, result } of frames) {
    const { images, page } = fieldsOf(result);
    const pageUrl = isAddress(page, /^https?:$/) ? page : null;
    for (const image of Array.isArray(images) ? images.slice(0, MAX_IMAGES) : []) {
      const parsed = parseImage(image, frameId, pageUrl);
      const known = parsed && byAddress.get(parsed.url);
      // The same picture twice: the one of which more is known.
      if (parsed && (!known || (!known.thumb && parsed.thumb))) byAddress.set(parsed.url, parsed);
    }
  }
  return [...byAddress.values()].slice(0, MAX_IMAGES);
}

/** Those with both sides at least so long; of what is unknown nobody can say, so they stay. */
export function atLeast(images: readonly PageImage[], side: number): readonly PageImage[] {
  return images.filter(({ width, height }) => width * height === 0 || Math.min(width, height) >= side);
}

function parseImage(value: unknown, frameId: number, pageUrl: string | null): PageImage | null {
  const { url, width, height, alt, thumb, box } = fieldsOf(value);
  if (!isAddress(url, /^(https?|data|blob):$/)) return null;
  return {
    url,
    frameId,
    pageUrl,
    width: sideOf(width),
    height: sideOf(height),
    alt: typeof alt === 'string' ? alt.toWellFormed().slice(0, MAX_ALT) : '',
    thumb: isThumb(thumb) ? thumb : null,
    box: boxOf(box),
  };
}

function isAddress(value: unknown, schemes: RegExp): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol } = new URL(value);
  return schemes.test(protocol) && value.length <= (protocol === 'data:' ? MAX_DATA_ADDRESS : MAX_ADDRESS);
}

/** The bytes of a picture and nothing that could ask for another: no SVG. */
function isThumb(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= MAX_THUMB &&
    /^data:image\/(webp|png|jpeg);base64,[\w+/=]+$/.test(value)
  );
}

function sideOf(value: unknown): number {
  return isIn(value, 1, MAX_SIDE) ? Math.round(value) : 0;
}

function boxOf(value: unknown): Box | null {
  const { x, y, width, height } = fieldsOf(value);
  const isPlaced = isIn(x, -MAX_SIDE, MAX_SIDE) && isIn(y, -MAX_SIDE, MAX_SIDE);
  return isPlaced && isIn(width, 1, MAX_SIDE) && isIn(height, 1, MAX_SIDE) ? { x, y, width, height } : null;
}

function isIn(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
