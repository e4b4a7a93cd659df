/** What the popup asks of the background. */
import { sendMessage } from '@/utils/messaging';
import type { Start } from './start-pictures';

export const start: Start = (request) => sendMessage('startJob', request);

/** The row tells whether it worked; a background that was not reached leaves the button to be pressed again. */
export function cancel(jobId: string): void {
  sendMessage('cancelJob', { jobId }).catch(() => undefined);
}

export function tellSeen(jobId: string): void {
  sendMessage('reportSeen', { jobId }).catch(() => undefined);
}

/** Clears badge and notification. A copy that cannot be reported is still a copy. */
export function tellCopied(jobId: string): void {
  sendMessage('reportCopy', { jobId, copied: true }).catch(() => undefined);
}
