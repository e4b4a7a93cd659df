/**
 * Holds the cards: extension frames in a closed shadow root, in the top layer. The page cannot find, restyle, read or
 * click them, and nothing of its layout moves.
 */
import { keepFocus } from './focus-keeper';

/**
 * The frame has the card's surface (utils/ui/theme.css) itself, so that the card is there at once and not only when its
 * page has loaded, some 100 ms later. `light dark` as in the card's page, or Chrome paints the frame white.
 */
const FRAME_CSS =
  'display:block;flex:none;box-sizing:border-box;width:312px;height:320px;color-scheme:light dark;border-radius:14px;' +
  'border:1px solid light-dark(#dcdfe5,#3a3d44);background:light-dark(#fff,#1d1e22);' +
  'box-shadow:0 1px 3px rgb(0 0 0/.16),0 6px 14px rgb(0 0 0/.18)';
/** The newest at the bottom; what does not fit is cut off at the top. */
const COLUMN_CSS = 'display:flex;flex-direction:column-reverse;gap:12px;max-height:calc(100vh - 32px)';
const HOST_CSS: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: 'auto 0 0 auto',
  border: '0',
  padding: '16px', // room for the shadow
  margin: '0',
  background: 'none',
  display: 'block',
};

export function createCardHolder(signal: AbortSignal) {
  const frames = new Map<string, HTMLIFrameElement>();
  let host: HTMLElement | null = null;
  let column: HTMLElement | null = null;
  const focus = keepFocus((element) => element === host, signal);

  window.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && hideNewest(), { signal });
  signal.addEventListener('abort', () => host?.remove());

  function mount(): HTMLElement {
    if (host?.isConnected && column) return column;
    frames.clear();
    host = document.createElement('div');
    column = document.createElement('div');
    column.style.cssText = COLUMN_CSS;
    for (const [name, value] of Object.entries(HOST_CSS)) host.style.setProperty(name, value, 'important');
    host.attachShadow({ mode: 'closed' }).append(column);
    host.popover = 'manual';
    document.documentElement.append(host);
    return column;
  }

  function hideNewest(): void {
    const newest = [...frames.keys()].pop();
    if (newest) hide(newest);
  }

  function hide(jobId: string): void {
    focus.restore();
    frames.get(jobId)?.remove();
    frames.delete(jobId);
    if (frames.size === 0) host?.remove();
  }

  return {
    show(jobId: string): { shown: boolean } {
      const frame = document.createElement('iframe');
      frame.style.cssText = FRAME_CSS;
      frame.title = 'Matte';
      // `*`: the permission would otherwise be tied to the dynamic address, and the frame ends up at the real one.
      frame.allow = 'clipboard-write *';
      frame.src = `${chrome.runtime.getURL('/card.html')}#${jobId}`;
      mount().prepend(frame);
      frames.set(jobId, frame);
      if (!host?.matches(':popover-open')) host?.showPopover();
      return { shown: true };
    },
    hide,
    restoreFocus: focus.restore,
  };
}
