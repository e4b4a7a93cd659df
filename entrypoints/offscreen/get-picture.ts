/** The bytes of a picture that was right-clicked: by its address, else from the page that shows it. */
import { fetchPicture } from '@/utils/browser/fetch-picture';
import { identify } from '@/utils/browser/identify';
import { inputId, type MatteDb } from '@/utils/db';
import { codeOf, type ErrorCode } from '@/utils/errors';
import type { Job } from '@/utils/jobs/job';
import { sendMessage } from '@/utils/messaging';

/** Failures after which the page itself may still have the pixels (its own service worker, a one-time address …). */
const PAGE_MAY_HELP: ReadonlySet<ErrorCode> = new Set([
  'network-failed',
  'not-an-image',
  'not-found',
  'offline',
  'refused-by-site',
  'site-access',
]);

/** @throws MatteError of the first way, when the page cannot help either. */
export async function getPicture(db: MatteDb, job: Job, signal: AbortSignal): Promise<Blob> {
  try {
    const fetched = await fetchByAddress(job, signal);
    await identify(fetched);
    return fetched;
  } catch (error) {
    signal.throwIfAborted();
    if (!PAGE_MAY_HELP.has(codeOf(error))) throw error;
    const { stored } = await sendMessage('readFromPage', { jobId: job.id }).catch(() => ({ stored: false }));
    const fromPage = stored ? await db.blobs.get(inputId(job.id)) : undefined;
    if (!fromPage) throw error;
    return fromPage.blob;
  }
}

function fetchByAddress(job: Job, signal: AbortSignal): Promise<Blob> {
  if (job.source.kind !== 'url') throw new TypeError('a stored input needs no fetch');
  const deps = {
    fetch: window.fetch.bind(window),
    isOnline: () => navigator.onLine,
    sendReferrer: (on: boolean) => sendMessage('sendReferrer', { jobId: job.id, on }),
    hasSiteAccess: async () => (await sendMessage('siteAccess', { jobId: job.id })).granted,
  };
  return fetchPicture(deps, job.source.url, signal);
}
