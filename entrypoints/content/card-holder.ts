/**
 * Holds the cards: extension frames in a closed shadow root, in the top layer. The page cannot find, restyle, read or
 * click them, and nothing of its layout moves.
 */
import { keepFocus } from './focus-keeper';

const GAP_PX = 4;
const FRAME_CSS = 'display:block;flex:none;width:336px;height:344px;border:0;color-scheme:light dark;background:none';
const HOST_CSS: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: `auto ${GAP_PX}px ${GAP_PX}px auto`,
  border: '0',
  padding: '0',
  margin: '0',
  background: 'none',
  display: 'block',
  overflow: 'hidden',
  'max-height': '100vh',
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
    column.style.cssText = 'display:flex;flex-direction:column-reverse';
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
