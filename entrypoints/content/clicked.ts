/** What the last real right click was on. A menu click tells no element, and hover is wrong by then (ground facts §4). */

export interface Clicked {
  readonly x: number;
  readonly y: number;
  readonly target: Element | null;
}

/** @returns a reader of the last click. The element is held weakly: remembering must not keep a page's nodes alive. */
export function rememberClicks(signal: AbortSignal): () => Clicked | null {
  let last: { readonly x: number; readonly y: number; readonly target: WeakRef<Element> | null } | null = null;
  const remember = (event: MouseEvent) => {
    if (!event.isTrusted) return; // the page may not choose for the user
    const [target] = event.composedPath();
    last = { x: event.clientX, y: event.clientY, target: target instanceof Element ? new WeakRef(target) : null };
  };
  addEventListener('contextmenu', remember, { capture: true, passive: true, signal });
  return () => last && { x: last.x, y: last.y, target: last.target?.deref() ?? null };
}
