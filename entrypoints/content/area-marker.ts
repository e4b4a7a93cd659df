/**
 * Lets the user mark a part of the page, by dragging or with the keys, over everything and in a closed shadow root. It tells
 * where, and reads no pixels: background takes the picture when the marks are gone.
 */
import type { PagePicture, Rect } from '@/utils/messaging';
import { between, isLargeEnough, middleOf, steered } from './area';

const NONE: PagePicture = { kind: 'none' };
const FULL = 'position:fixed;inset:0;margin:0;padding:0;border:0;width:100vw;height:100vh';
/** The frame is drawn by its outlines, light in dark, so that it shows on every page. */
const CSS = `
  :host { all: initial !important; ${FULL.replaceAll(';', ' !important;')} !important; background: none !important; }
  .veil { ${FULL}; background: rgb(0 0 0 / .35); cursor: crosshair; touch-action: none; outline: none; }
  .veil[data-marked] { background: none; }
  .area { position: fixed; box-shadow: 0 0 0 100vmax rgb(0 0 0 / .35); outline: 2px solid #fff; border: 2px dashed #1a1c20; box-sizing: border-box; pointer-events: none; }
  .hint { position: fixed; inset-block-start: 16px; inset-inline: 16px; width: fit-content; max-width: 560px; margin-inline: auto; box-sizing: border-box;
    padding: 8px 14px; border-radius: 10px; background: #1d1e22; color: #fff; border: 1px solid #fff; font: 14px/1.4 system-ui, sans-serif; text-align: center; pointer-events: none; }`;

/** @param hint what can be done, in the user's language. Resolves when an area is marked, or the user leaves with Esc. */
export async function markArea(hint: string): Promise<PagePicture> {
  const stop = new AbortController();
  const { host, veil, show } = build(hint);
  const before = document.activeElement;
  const marked = new Promise<Rect | null>((resolve) => listen(veil, show, resolve, stop.signal));
  host.showPopover();
  veil.focus({ preventScroll: true });
  const rect = await marked;
  stop.abort();
  host.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  if (!rect) return NONE;
  await painted();
  return { kind: 'screen', rect, scale: devicePixelRatio };
}

function build(hint: string) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = CSS;
  const [veil, area, words] = [box('veil'), box('area'), box('hint')];
  words.textContent = hint;
  area.hidden = true;
  veil.tabIndex = 0;
  veil.role = 'application';
  veil.ariaLabel = hint;
  root.append(style, veil, area, words);
  host.popover = 'manual';
  document.documentElement.append(host);
  const show = (rect: Rect) => {
    area.hidden = false;
    veil.dataset.marked = '';
    const [left, top, width, height] = [rect.x, rect.y, rect.width, rect.height].map((each) => `${each}px`);
    Object.assign(area.style, { left, top, width, height });
  };
  return { host, veil, show };
}

function box(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  return element;
}

/** The page’s own events are not heard: it may not choose for the user. */
function listen(
  veil: HTMLElement,
  show: (rect: Rect) => void,
  end: (rect: Rect | null) => void,
  signal: AbortSignal,
): void {
  let from: { readonly x: number; readonly y: number } | null = null;
  let rect: Rect | null = null;
  const size = () => ({ width: innerWidth, height: innerHeight });
  const take = (next: Rect) => {
    rect = next;
    show(next);
  };
  const onPointer = (event: PointerEvent) => {
    if (!event.isTrusted || event.button > 0) return;
    if (event.type === 'pointerdown') {
      from = event;
      veil.setPointerCapture(event.pointerId);
    } else if (from) take(between(from, event, size()));
    if (event.type !== 'pointerup') return;
    from = null;
    if (rect && isLargeEnough(rect)) end(rect);
  };
  for (const type of ['pointerdown', 'pointermove', 'pointerup'] as const) {
    veil.addEventListener(type, onPointer, { signal });
  }
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') end(null);
    else if (event.key === 'Enter' && rect && isLargeEnough(rect)) end(rect);
    else {
      const next = steered(rect ?? middleOf(size()), event.key, event.shiftKey, size());
      if (next) take(rect ? next : middleOf(size()));
    }
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
}

/** Two frames: the marks are not on the screen any more. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
