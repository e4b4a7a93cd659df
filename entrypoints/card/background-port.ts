/** What the card may ask of the background, bound to its one job. */
import { copyImage } from '@/utils/browser/clipboard';
import { sendMessage } from '@/utils/messaging';
import type { DeliverDeps } from './deliver-copy';
import type { WatchDeps } from './watch-job';

export interface CardPort extends Pick<WatchDeps, 'read'>, DeliverDeps {
  /** The popup may copy where the page's policy forbids it to its frames. */
  readonly copyInPopup: () => Promise<void>;
  readonly reportSeen: () => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly cutAnyway: () => Promise<{ readonly cut: boolean }>;
  readonly close: () => Promise<void>;
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
  };
}
