/** Every message that background owns, one short handler each. Who may send what is decided in sender.ts. */
import { browser } from 'wxt/browser';
import { announcement } from '@/utils/browser/announcement';
import { defaultReferrer, setReferrer } from '@/utils/browser/referrer-rule';
import { acknowledge, claimCopy, type Job, reportCopy } from '@/utils/jobs/job';
import { createJobStore } from '@/utils/jobs/job-store';
import { onMessage, type Protocol } from '@/utils/messaging';
import type { Delivery } from './delivery';
import type { BackgroundDeps } from './deps';
import { storePixelsFromPage } from './find-picture';
import { cancel, start, view } from './job-commands';
import { askPage } from './page-link';
import { isFramed, isOwnPage, maySee } from './sender';

type JobMessage = {
  [Type in keyof Protocol]: Parameters<Protocol[Type]>[0] extends { jobId: string } ? Type : never;
}[keyof Protocol];

export function setUpMessages(deps: BackgroundDeps, delivery: Delivery): void {
  const store = createJobStore(deps.db);

  /** Registers a handler that runs only for a job that exists and that the sender may see. */
  function onJob<Type extends JobMessage>(
    type: Type,
    handle: (job: Job, data: Parameters<Protocol[Type]>[0]) => Promise<ReturnType<Protocol[Type]>>,
    refused: ReturnType<Protocol[Type]>,
  ): void {
    onMessage(type, (async ({ data, sender }: { data: { jobId: string }; sender: never }) => {
      const job = typeof data?.jobId === 'string' ? await store.get(data.jobId) : undefined;
      return job && maySee(sender, job) ? handle(job, data as Parameters<Protocol[Type]>[0]) : refused;
    }) as never);
  }

  onMessage('startJob', async ({ data, sender }) => {
    if (!isOwnPage(sender) || isFramed(sender)) return { error: 'bad-request' };
    return start(deps, data);
  });
  onJob('readJob', (job) => view(deps, job), null);
  onJob('cancelJob', (job) => cancel(deps, job), undefined);
  onJob(
    'claimCopy',
    async (job) => ({ granted: (await store.step(job.id, (row) => claimCopy(row, deps.now()))) !== null }),
    {
      granted: false,
    },
  );
  onJob('reportCopy', async (job, { copied }) => collect(job, (row) => reportCopy(row, copied === true)), undefined);
  onJob('reportSeen', async (job) => collect(job, acknowledge), undefined);
  onJob('copyInPopup', (job) => announcement.openPopupToCopy(job.id), undefined);
  onJob('closeCard', async (job) => void (await tellCard(job, 'hideCard')), undefined);
  onJob('returnFocus', async (job) => void (await tellCard(job, 'restoreFocus')), undefined);
  onJob('readFromPage', async (job) => ({ stored: await storePixelsFromPage(deps.db, job) }), { stored: false });
  onJob('sendReferrer', (job, { on }) => switchReferrer(job, on), { siteAccess: false });
  onMessage('jobEnded', ({ sender }) => {
    if (isOwnPage(sender)) void delivery.settle();
  });

  async function collect(job: Job, step: Parameters<typeof store.step>[1]): Promise<void> {
    await store.step(job.id, step);
    await browser.notifications.clear(job.id);
    await delivery.refreshBadge();
    void delivery.settle(); // a copy that failed is waiting again
  }
}

async function tellCard(job: Job, type: 'hideCard' | 'restoreFocus'): Promise<void> {
  if (job.tabId === null) return;
  await askPage(type, type === 'hideCard' ? { jobId: job.id } : undefined, { tabId: job.tabId, frameId: 0 });
}

async function switchReferrer(job: Job, on: boolean): Promise<{ siteAccess: boolean }> {
  // Off also for a job that was cancelled meanwhile and has forgotten its source.
  if (!on || job.source.kind !== 'url') {
    await setReferrer(null);
    return { siteAccess: false };
  }
  const { url, pageUrl } = job.source;
  await setReferrer(defaultReferrer(pageUrl, url));
  const origins = [`${new URL(url).protocol}//${new URL(url).hostname}/*`];
  return { siteAccess: await browser.permissions.contains({ origins }) };
}
