/** Who may ask for what. Pages of the extension may; a content script (a web page's process) never. */
import { type Browser, browser } from 'wxt/browser';
import type { Job } from '@/utils/jobs/job';

type Sender = Browser.runtime.MessageSender;

/** False for content scripts and other extensions: their origin is not ours. */
export function isOwnPage(sender: Sender): boolean {
  const own = new URL(browser.runtime.getURL('/')).origin;
  return sender.id === browser.runtime.id && (sender.origin ?? originOf(sender.url)) === own;
}

/** True for a card: one of our pages framed in a web page, which that page might have put there itself. */
export function isFramed(sender: Sender): boolean {
  return sender.tab !== undefined && sender.frameId !== 0;
}

/** A framed page only learns of jobs that were started in its own tab. */
export function maySee(sender: Sender, job: Pick<Job, 'tabId'>): boolean {
  return isOwnPage(sender) && (!isFramed(sender) || sender.tab?.id === job.tabId);
}

function originOf(url: string | undefined): string | null {
  return url && URL.canParse(url) ? new URL(url).origin : null;
}
