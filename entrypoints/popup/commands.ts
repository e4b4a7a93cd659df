/** What the popup asks of the background. */
import { sendMessage } from '@/utils/messaging';
import type { Start } from './start-pictures';

export const start: Start = (request) => sendMessage('startJob', request);

/** The row tells whether it worked; a background that was not reached leaves the button to be pressed again. */
export function cancel(jobId: string): void {
  sendMessage('cancelJob', { jobId }).catch(() => undefined);
}

/** @returns the cutout, which nobody has copied yet; null when there is none any more. */
export async function cutAnyway(jobId: string): Promise<Blob | null> {
  const { cut } = await sendMessage('cutAnyway', { jobId }).catch(() => ({ cut: false }));
  const view = cut ? await sendMessage('readJob', { jobId }).catch(() => null) : null;
  return view?.cutout ?? null;
}

export function dismiss(jobId: string): void {
  sendMessage('dismissJob', { jobId }).catch(() => undefined);
}

/** Who opens the popup is likely to give a picture. */
export function prewarm(): void {
  sendMessage('prewarm', undefined).catch(() => undefined);
}

export function tellSeen(jobId: string): void {
  sendMessage('reportSeen', { jobId }).catch(() => undefined);
}

/** Clears badge and notification. A copy that cannot be reported is still a copy. */
export function tellCopied(jobId: string): void {
  sendMessage('reportCopy', { jobId, copied: true }).catch(() => undefined);
}
