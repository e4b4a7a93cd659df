/** How much larger than fitting the picture is shown. Pure. */

export const FITTING = 1;
const LARGEST = 16;
const STEP = 1.5;

export function zoomed(zoom: number, by: 'in' | 'out' | 'fit'): number {
  if (by === 'fit') return FITTING;
  return Math.min(LARGEST, Math.max(FITTING, by === 'in' ? zoom * STEP : zoom / STEP));
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** `+`, `-` and `0`, alone: with Ctrl they are the browser's. */
export function zoomKey({ key, ctrlKey, metaKey, altKey }: Pressed): 'in' | 'out' | 'fit' | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === '+' || key === '=') return 'in';
  if (key === '-') return 'out';
  return key === '0' ? 'fit' : null;
}
