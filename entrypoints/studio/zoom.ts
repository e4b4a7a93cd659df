/** How much larger than fitting the picture is shown. Pure. */

export const FITTING = 1;
const LARGEST = 16;
const STEP = 1.5;

/** By steps, or by a factor. */
export type ZoomBy = 'in' | 'out' | 'fit' | number;

export function zoomed(zoom: number, by: ZoomBy): number {
  if (by === 'fit') return FITTING;
  const steps = { in: STEP, out: 1 / STEP };
  return Math.min(LARGEST, Math.max(FITTING, zoom * (typeof by === 'number' ? by : steps[by])));
}

/** A turn of a wheel, or a pinch, which comes as many small ones; at most a step at once. */
export function wheelZoom(deltaY: number): number {
  return Math.min(STEP, Math.max(1 / STEP, Math.exp(-deltaY / 200)));
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** `+`, `-` and `0`, alone: with Ctrl they are the browser's. */
export function zoomKey({ key, ctrlKey, metaKey, altKey }: Pressed): 'in' | 'out' | 'fit' | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === '+' || key === '=') return 'in';
  if (key === '-') return 'out';
  return key === '0' ? 'fit' : null;
}
