/** Waking and stopping the engine. The watch alarm brings back an offscreen document that vanished with a job in hand. */
import { browser } from 'wxt/browser';
import { seatedAccount } from '@/utils/account/account-store';
import { ensureOffscreen, hasOffscreen } from '@/utils/browser/offscreen';
import { codeOf } from '@/utils/errors';
import { ensureCourier } from '@/utils/history/courier';
import { failJob } from '@/utils/jobs/finish-job';
import { isOpen, type Job } from '@/utils/jobs/job';
import { createJobStore } from '@/utils/jobs/job-store';
import { sendMessage } from '@/utils/messaging';
import { readSettings } from '@/utils/settings/settings-store';
import type { BackgroundDeps } from './deps';

export const WATCH_ALARM = 'watch-jobs';
/** The shortest period Chrome allows. */
const WATCH_MINUTES = 0.5;
/** A card asks five times a second; an engine needs up to a second to come back. */
const LOOK_EVERY_MS = 2000;

/** Makes the engine work off the queue; when it cannot start, every open job fails with the reason. */
export async function wakeEngine(deps: BackgroundDeps): Promise<void> {
  // Before a job may begin; without it the job's result waits for its account to be unlocked.
  await prepareCourier(deps).catch(() => {});
  await browser.alarms.create(WATCH_ALARM, { periodInMinutes: WATCH_MINUTES });
  try {
    await poke().catch(poke); // the document may close itself, idle, between the check and the message
  } catch (error) {
    for (const job of await createJobStore(deps.db).open()) await failJob(deps, job.id, codeOf(error));
  }
}

/**
 * Asked with every look at an open job: brings a vanished engine back within seconds, where the alarm takes up to 30.
 * The first look at a new job may come before its engine; then both share one start.
 */
export function createEngineWatch(deps: BackgroundDeps): (job: Job) => Promise<void> {
  let lookedAt = 0;
  return async (job) => {
    if (!isOpen(job) || deps.now() - lookedAt < LOOK_EVERY_MS) return;
    lookedAt = deps.now();
    if (!(await hasOffscreen())) await wakeEngine(deps);
  };
}

/** Starts the engine before there is a job; if it does not start, the job will say why. */
export async function warmEngine({ db }: BackgroundDeps): Promise<void> {
  try {
    const { backend, quality } = await readSettings(db);
    await ensureOffscreen();
    await sendMessage('warmEngine', { backend, quality });
  } catch {
    // Nobody has asked for anything yet.
  }
}

async function prepareCourier(deps: BackgroundDeps): Promise<void> {
  if (await seatedAccount(deps.db)) await ensureCourier(deps);
}

async function poke(): Promise<void> {
  await ensureOffscreen();
  await sendMessage('runJobs', undefined);
}

/** With nothing open and nothing uncollected there is nothing to watch, and no reason to wake up every 30 s. */
export async function rest({ db }: BackgroundDeps): Promise<void> {
  const store = createJobStore(db);
  const [hasWork, uncollected] = await Promise.all([store.hasWork(), store.uncollected()]);
  if (!hasWork && uncollected.length === 0) await browser.alarms.clear(WATCH_ALARM);
}
