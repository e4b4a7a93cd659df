/** Every message that background owns, one short handler each. Who may send what is decided in sender.ts. */
import { browser } from 'wxt/browser';
import { announcement } from '@/utils/browser/announcement';
import { defaultReferrer, setReferrer } from '@/utils/browser/referrer-rule';
import { acknowledge, reportCopy } from '@/utils/jobs/delivery';
import type { Job } from '@/utils/jobs/job';
import { onMessage, sendMessage } from '@/utils/messaging';
import { setUpCardMessages } from './card-messages';
import type { Delivery } from './delivery';
import type { BackgroundDeps } from './deps';
import { createEngineWatch, warmEngine } from './engine-control';
import { storePixelsFromPage } from './find-picture';
import { cancel, start, view } from './job-commands';
import { createJobEnds } from './job-ends';
import { createNotes, type Notes } from './notes';
import { createOnJob } from './on-job';
import { askPage } from './page-link';
import { isFramed, isOwnPage } from './sender';

export function setUpMessages(deps: BackgroundDeps, delivery: Delivery, notes: Notes = createNotes()): void {
  const watchEngine = createEngineWatch(deps);
  const ends = createJobEnds(deps, delivery, notes);

  const onJob = createOnJob(deps.db, notes);

  setUpCardMessages(deps, notes, onJob);
  onMessage('startJob', async ({ data, sender }) => {
    if (!isOwnPage(sender) || isFramed(sender)) return { error: 'bad-request' };
    const started = await start(deps, data);
    void delivery.refreshBadge();
    return started;
  });
  onJob(
    'readJob',
    (job) => {
      void watchEngine(job).catch(() => {}); // wakeEngine has failed the job by then
      return view(deps, job);
    },
    null,
  );
  onJob('cancelJob', (job) => cancel(deps, job).then(delivery.refreshBadge), undefined);
  onJob('claimCopy', (job) => ends.claim(job), { granted: false });
  onJob('reportCopy', (job, { copied }) => ends.collect(job, (row) => reportCopy(row, copied === true)), undefined);
  onJob('reportSeen', (job) => ends.collect(job, acknowledge), undefined);
  onJob('cutAnyway', (job) => ends.cutAnyway(job), { cut: false });
  onJob('dismissJob', (job) => ends.dismiss(job), undefined);
  onJob('copyInPopup', (job) => announcement.openPopupToCopy(job.id), undefined);
  // A failure that was closed has been read; work goes on without a card.
  onJob('closeCard', (job) => hideCard(job).then(() => ends.dismiss(job)), undefined);
  onJob('returnFocus', async (job) => restoreFocus(job), undefined);
  onJob('readFromPage', async (job) => ({ stored: await storePixelsFromPage(deps.db, job) }), { stored: false });
  onJob('sendReferrer', (job, { on }) => switchReferrer(job, on), undefined);
  onJob('siteAccess', async (job) => ({ granted: await hasSiteAccess(job) }), { granted: false });
  onMessage('prewarm', async ({ sender }) => {
    if (isOwnPage(sender) && !isFramed(sender)) await warmEngine(deps);
  });
  onMessage('jobEnded', async ({ data: { jobId, unsaved }, sender }) => {
    if (isOwnPage(sender)) await ends.ended(jobId, unsaved);
  });
}

async function hideCard({ id, tabId }: Job): Promise<void> {
  if (tabId !== null) await askPage('hideCard', { jobId: id }, { tabId, frameId: 0 });
}

/** To all frames of the tab: the one in which the user was writing knows where. */
async function restoreFocus({ tabId }: Job): Promise<void> {
  if (tabId !== null) await sendMessage('restoreFocus', undefined, tabId).catch(() => {});
}

async function switchReferrer({ source }: Job, on: boolean): Promise<void> {
  // Off also for a job that was cancelled meanwhile and has forgotten its source.
  const referrer = on && source.kind === 'url' ? defaultReferrer(source.pageUrl, source.url) : null;
  await setReferrer(referrer);
}

async function hasSiteAccess({ source }: Job): Promise<boolean> {
  if (source.kind !== 'url') return false;
  const { protocol, hostname } = new URL(source.url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}
