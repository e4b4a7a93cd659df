import type { Colour } from '@/utils/studio/edits';
import type { Shares } from './brush';

/** The colour that a canvas shows at a place; null where it is rather transparent. */
export function colourAt(canvas: HTMLCanvasElement, [x, y]: Shares): Colour | null {
  // The canvas itself only takes bitmaps: its pixels are read from another.
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return null;
  const left = Math.min(canvas.width - 1, Math.max(0, Math.floor(x * canvas.width)));
  const top = Math.min(canvas.height - 1, Math.max(0, Math.floor(y * canvas.height)));
  context.drawImage(canvas, left, top, 1, 1, 0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  if (alpha < 128) return null;
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
