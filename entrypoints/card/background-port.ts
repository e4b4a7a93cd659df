/** What the card may ask of the background, bound to its one job. */
import { copyImage } from '@/utils/browser/clipboard';
import { type CardManners, type CardMove, sendMessage } from '@/utils/messaging';
import type { Corner } from '@/utils/settings/cards';
import type { DeliverDeps } from './deliver-copy';
import type { WatchDeps } from './watch-job';

export interface CardPort extends Pick<WatchDeps, 'read'>, DeliverDeps {
  /** The popup may copy where the page's policy forbids it to its frames. */
  readonly copyInPopup: () => Promise<void>;
  readonly reportSeen: () => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly cutAnyway: () => Promise<{ readonly cut: boolean }>;
  readonly close: () => Promise<void>;
  readonly greet: () => Promise<CardManners | null>;
  readonly move: (move: CardMove) => Promise<{ readonly corner: Corner | null }>;
  readonly fold: (folded: boolean) => Promise<void>;
  readonly turn: (off: boolean) => Promise<{ readonly turned: boolean }>;
  /** While the cutout is dragged the page may take it; the browser alone would not let it. */
  readonly dragOut: (on: boolean) => Promise<void>;
  readonly openStudio: () => Promise<void>;
  readonly remove: () => Promise<{ readonly removed: boolean }>;
  readonly restore: () => Promise<{ readonly restored: boolean }>;
}

export function createPort(jobId: string): CardPort {
  return {
    read: () => sendMessage('readJob', { jobId }),
    claim: () => sendMessage('claimCopy', { jobId }),
    copy: (png) => copyImage(png),
    report: (copied) => sendMessage('reportCopy', { jobId, copied }),
    returnFocus: () => sendMessage('returnFocus', { jobId }),
    copyInPopup: () => sendMessage('copyInPopup', { jobId }),
    reportSeen: () => sendMessage('reportSeen', { jobId }),
    cancel: () => sendMessage('cancelJob', { jobId }),
    cutAnyway: () => sendMessage('cutAnyway', { jobId }),
    close: () => sendMessage('closeCard', { jobId }),
    greet: () => sendMessage('greetCard', { jobId }),
    move: (move) => sendMessage('moveCard', { jobId, move }),
    fold: (folded) => sendMessage('foldCard', { jobId, folded }),
    turn: (off) => sendMessage('turnCard', { jobId, off }),
    dragOut: (on) => sendMessage('dragOut', { jobId, on }),
    openStudio: () => sendMessage('openStudio', { jobId }),
    remove: () => sendMessage('removeCutout', { jobId }),
    restore: () => sendMessage('restoreCutout', { jobId }),
  };
}
