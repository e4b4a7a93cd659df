/** Rebuilds a content script's answer field by field: the page's process may lie about all of it. */
import type { PagePicture, Rect } from '../messaging';

const NONE: PagePicture = { kind: 'none' };
/** No screen is wider. */
const MAX_CSS_PIXELS = 20_000;

export function parsePagePicture(answer: unknown): PagePicture {
  if (typeof answer !== 'object' || answer === null) return NONE;
  const { kind, url, blob, name, rect, scale } = answer as Record<string, unknown>;
  if (kind === 'url' && isAddress(url)) return { kind, url };
  if (kind === 'bytes' && blob instanceof Blob) return { kind, blob, name: typeof name === 'string' ? name : '' };
  if (kind === 'screen' && isRect(rect) && isIn(scale, 0.1, 16)) {
    const { x, y, width, height } = rect;
    return { kind, rect: { x, y, width, height }, scale };
  }
  return NONE;
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value) && /^(https?|data):$/.test(new URL(value).protocol);
}

function isRect(value: unknown): value is Rect {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Record<string, unknown>;
  const sides = isIn(width, 1, MAX_CSS_PIXELS) && isIn(height, 1, MAX_CSS_PIXELS);
  return sides && isIn(x, -MAX_CSS_PIXELS, MAX_CSS_PIXELS) && isIn(y, -MAX_CSS_PIXELS, MAX_CSS_PIXELS);
}

function isIn(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}
