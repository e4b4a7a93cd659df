/** What an account needs while no window of Matte is open: its lock, and the end of what is kept for a time only. */
import { browser } from 'wxt/browser';
import { pruneSecurityLog } from '@/utils/account/security-log-store';
import { lock } from '@/utils/account/session';
import { browserName } from '@/utils/browser/browser-name';
import { onIdle, watchIdle } from '@/utils/browser/idle';
import { pruneLog } from '@/utils/diagnostics/log';
import { pruneDeliveries, TIDY_MINUTES } from '@/utils/history/courier';
import { readSettings } from '@/utils/settings/settings-store';
import { pruneStatistics } from '@/utils/statistics/counter';
import type { BackgroundDeps } from './deps';

export const TIDY_ALARM = 'tidy';

export function setUpVault(deps: BackgroundDeps): void {
  onIdle(() => void lockNow(deps));
  browser.alarms.onAlarm.addListener(({ name }) => void (name === TIDY_ALARM && tidy(deps)));
  void readSettings(deps.db).then(({ lockAfter }) => watchIdle(lockAfter));
  void browser.alarms.create(TIDY_ALARM, { periodInMinutes: TIDY_MINUTES });
  void tidy(deps);
}

/** Other windows see the key go in `storage.session`. */
export async function lockNow(deps: BackgroundDeps): Promise<void> {
  await lock({ ...deps, browser: browserName(navigator.userAgent) });
}

/** A disk that is full or a database that is damaged is somebody else's to report. */
export async function tidy({ db, now }: BackgroundDeps): Promise<void> {
  const pruning = [pruneStatistics({ db, now }), pruneLog({ db, now })];
  await Promise.allSettled([pruneSecurityLog(db, now()), pruneDeliveries(db, now()), ...pruning]);
}
