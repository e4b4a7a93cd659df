/** The end of what is kept for a time only: when this worker starts, and by an alarm. */
import { browser } from 'wxt/browser';
import { pruneSecurityLog } from '@/utils/account/security-log-store';
import { forgetBatches } from '@/utils/batch/batch-store';
import { pruneLog } from '@/utils/diagnostics/log';
import { applyRetention } from '@/utils/history/apply-retention';
import { pruneDeliveries } from '@/utils/history/courier';
import { purgeHidden, UNDO_MS } from '@/utils/history/manage-entries';
import { dropOriginals } from '@/utils/history/originals';
import { TIDY_MINUTES } from '@/utils/history/retention';
import { sealLeftovers } from '@/utils/history/seal-leftovers';
import { forgetNames } from '@/utils/jobs/expire';
import { pruneStatistics } from '@/utils/statistics/counter';
import type { Delivery } from './delivery';
import type { BackgroundDeps } from './deps';
import { endOverdue } from './job-commands';

export const TIDY_ALARM = 'tidy';

export function setUpTidy(deps: BackgroundDeps, delivery: Delivery): void {
  browser.alarms.onAlarm.addListener(({ name }) => void (name === TIDY_ALARM && tidy(deps, delivery)));
  // Made anew by every worker: its first round then begins when this one ends.
  void browser.alarms.create(TIDY_ALARM, { periodInMinutes: TIDY_MINUTES });
  void sealLeftovers(deps.db).catch(() => {});
  void tidy(deps, delivery);
}

/** A disk that is full or a database that is damaged is somebody else's to report. */
export async function tidy(deps: BackgroundDeps, delivery: Delivery): Promise<void> {
  const { db, now } = deps;
  await Promise.allSettled([
    endOverdue(deps).then(delivery.settle),
    purgeHidden(db, now(), UNDO_MS),
    applyRetention(db, now()),
    dropOriginals(db, now()),
    forgetBatches(db, now()),
    forgetNames(deps),
    pruneDeliveries(db, now()),
    pruneSecurityLog(db, now()),
    pruneStatistics(deps),
    pruneLog(deps),
  ]);
}
