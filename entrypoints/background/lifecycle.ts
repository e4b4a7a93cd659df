/** Install, browser start, worker start, alarm, notifications: the moments at which nobody clicked on a picture. */
import { browser } from 'wxt/browser';
import { announcement } from '@/utils/browser/announcement';
import { forgetEndedBefore } from '@/utils/jobs/cut-anyway';
import { createJobStore } from '@/utils/jobs/job-store';
import type { Delivery } from './delivery';
import type { BackgroundDeps } from './deps';
import { WATCH_ALARM, wakeEngine } from './engine-control';
import { endOverdue } from './job-commands';
import { injectContentScript } from './page-link';
import { setUpWelcome } from './welcome';

const KEEP_ENDED_MS = 7 * 24 * 3600 * 1000;

export function setUpLifecycle(deps: BackgroundDeps, delivery: Delivery): void {
  browser.runtime.onInstalled.addListener(() => void reachOpenTabs());
  setUpWelcome(deps);
  // Listening is what makes the browser start this worker, and so `recover`, with the browser.
  browser.runtime.onStartup.addListener(() => void forgetOldJobs(deps));
  browser.alarms.onAlarm.addListener(({ name }) => void (name === WATCH_ALARM && recover(deps, delivery)));
  browser.notifications.onClicked.addListener((jobId) => void copyAnnounced(deps, jobId));
  browser.notifications.onButtonClicked.addListener((jobId) => void copyAnnounced(deps, jobId));
  void recover(deps, delivery);
}

/** Picks up whatever the last worker or the last browser session left, unless that is too long ago. */
async function recover(deps: BackgroundDeps, delivery: Delivery): Promise<void> {
  await endOverdue(deps);
  if (await createJobStore(deps.db).hasWork()) await wakeEngine(deps);
  await delivery.settle();
}

/** Tabs that were open before the install have no content script: without it the clicked element is unknown. */
async function reachOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] });
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? null : injectContentScript(id))));
}

async function forgetOldJobs({ db, now }: BackgroundDeps): Promise<void> {
  await forgetEndedBefore({ db }, now() - KEEP_ENDED_MS);
}

async function copyAnnounced({ db }: BackgroundDeps, jobId: string): Promise<void> {
  const job = await db.jobs.get(jobId);
  if (job?.status === 'done') await announcement.openPopupToCopy(jobId);
  else await browser.notifications.clear(jobId);
}
