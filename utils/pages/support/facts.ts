/** Everything that diagnostics tell, gathered at the moment at which somebody wants them. */
import { browser } from 'wxt/browser';
import type { MatteDb } from '@/utils/db';
import { readLog } from '@/utils/diagnostics/log';
import type { Job } from '@/utils/jobs/job';
import { readSettings } from '@/utils/settings/settings-store';
import type { Facts } from '@/utils/ui/diagnostics';

/** Lines of the log that are handed on. */
const LOG_LINES = 30;

/** @param last the cutout that was finished last */
export async function readFacts(db: MatteDb, last: Job | null): Promise<Facts> {
  const [settings, failed, log] = await Promise.all([readSettings(db), db.rungs.toArray(), readLog(db, LOG_LINES)]);
  const { version } = browser.runtime.getManifest();
  return { version, browser: navigator.userAgent, settings, last, failed, log };
}

export async function lastDoneOf(db: MatteDb, owner: string): Promise<Job | null> {
  const isDone = (job: Job) => job.owner === owner && job.status === 'done';
  return (await db.jobs.orderBy('createdAt').reverse().filter(isDone).first()) ?? null;
}
