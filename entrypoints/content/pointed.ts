/** Where the pointer is. Of all frames of a page, the one under the pointer alone knows. */
import type { Clicked } from './clicked';

/** `elsewhere`: another frame has it. Null in the top frame: it never was over the page, or has left it. */
export type Pointed = Clicked | 'elsewhere' | null;

export function rememberPointer(signal: AbortSignal): () => Pointed {
  let last: { readonly x: number; readonly y: number } | null = null;
  const note = (event: PointerEvent) => {
    if (event.isTrusted) last = { x: event.clientX, y: event.clientY }; // the page may not choose for the user
  };
  const leave = () => {
    last = null;
  };
  addEventListener('pointermove', note, { capture: true, passive: true, signal });
  addEventListener('pointerdown', note, { capture: true, passive: true, signal });
  document.addEventListener('pointerleave', leave, { signal });
  return () => {
    const target = last && document.elementFromPoint(last.x, last.y);
    if (target instanceof HTMLIFrameElement) return 'elsewhere';
    if (last && target) return { ...last, target };
    return window === top ? null : 'elsewhere';
  };
}
