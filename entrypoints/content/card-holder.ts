/**
 * Holds the cards: extension frames in a closed shadow root, in the top layer. The page cannot find, restyle, read or
 * click them, and nothing of its layout moves. One card is open, the newest; those of earlier pictures fold to pills.
 */
import type { CardMove, PagePicture } from '@/utils/messaging';
import type { Corner } from '@/utils/settings/cards';
import type { Theme } from '@/utils/settings/settings';
import { conceal, dressFrame, dressHost, sizeFrame } from './card-looks';
import { createMover, type Stage } from './card-mover';
import { keepFocus } from './focus-keeper';

/** Ten times what a screenshot takes. */
const SCREENSHOT_MS = 3000;

export interface CardWish {
  /** For the first card of a page; later ones join it. */
  readonly corner: Corner;
  readonly theme: Theme;
  /** What stands behind the `#` of the frame's address. */
  readonly address: string;
}

export function createCardHolder(signal: AbortSignal) {
  const frames = new Map<string, HTMLIFrameElement>();
  const mover = createMover();
  let stage: Stage | null = null;
  const focus = keepFocus((element) => element === stage?.host, signal);

  window.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && hideNewest(), { signal });
  signal.addEventListener('abort', () => stage?.host.remove());

  function mount(): Stage {
    if (stage?.host.isConnected) return stage;
    frames.clear();
    stage = createStage();
    return stage;
  }

  function hideNewest(): void {
    const newest = [...frames.keys()].pop();
    if (newest) hide(newest);
  }

  function hide(jobId: string): void {
    focus.restore();
    frames.get(jobId)?.remove();
    frames.delete(jobId);
    if (frames.size === 0) stage?.host.remove();
  }

  function show(jobId: string, { corner, theme, address }: CardWish): { shown: boolean } {
    const frame = createFrame(address, theme);
    const { host, column } = mount();
    conceal(host, false);
    mover.stand(frames.size === 0 ? corner : mover.here(), { host, column });
    column.prepend(frame);
    frames.set(jobId, frame);
    fold(jobId, false);
    if (!host.matches(':popover-open')) host.showPopover();
    return { shown: true };
  }

  /** Whoever opens one folds the others. */
  function fold(jobId: string, folded: boolean): void {
    for (const [id, frame] of frames) {
      if (id === jobId || !folded) sizeFrame(frame, folded || id !== jobId);
    }
    if (!folded) frames.get(jobId)?.scrollIntoView({ block: 'nearest' });
  }

  function move(jobId: string, wish: CardMove, zoom: number): Corner | null {
    const frame = frames.get(jobId);
    return frame && stage ? mover.move(frame, stage, wish, zoom) : null;
  }

  return { show, hide, fold, move, without: concealing(() => stage), restoreFocus: focus.restore };
}

function createStage(): Stage {
  const host = document.createElement('div');
  const column = document.createElement('div');
  dressHost(host);
  host.attachShadow({ mode: 'closed' }).append(column);
  host.popover = 'manual';
  document.documentElement.append(host);
  return { host, column };
}

function createFrame(address: string, theme: Theme): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  dressFrame(frame, theme);
  frame.title = 'Matte';
  // `*`: the permission would otherwise be tied to the dynamic address, and the frame ends up at the real one.
  frame.allow = 'clipboard-write *';
  frame.src = `${chrome.runtime.getURL('/card.html')}#${address}`;
  return frame;
}

/** Without the cards while `act` runs, and until the screenshot of what it tells is taken: the next card, or some time, brings them back. */
function concealing(stage: () => Stage | null) {
  return async (act: () => Promise<PagePicture>): Promise<PagePicture> => {
    const hide = (hidden: boolean) => {
      const host = stage()?.host;
      if (host) conceal(host, hidden);
    };
    hide(true);
    const told = await act();
    setTimeout(hide, told.kind === 'screen' ? SCREENSHOT_MS : 0, false);
    return told;
  };
}
