/** History as long and as large as the user wants it: at each job's end, by alarm, and when that wish changes. */
import type { MatteDb } from '../db';
import { readSettings, saveSetting } from '../settings/settings-store';
import { pruneHistory } from './history-store';
import { limitsOf, type Retention } from './retention';

/** Drops what the settings no longer keep. `now` in epoch ms. */
export async function applyRetention(db: MatteDb, now: number): Promise<void> {
  await pruneHistory(db, limitsOf(await readSettings(db)), now);
}

/** Saves the wish and does it at once: nobody has to wait to see what is gone. */
export async function changeRetention(db: MatteDb, change: Partial<Retention>, now: number): Promise<void> {
  const { keepResults, keepBytes } = change;
  await db.transaction('rw', db.settings, async () => {
    if (keepResults !== undefined) await saveSetting(db, 'keepResults', keepResults);
    if (keepBytes !== undefined) await saveSetting(db, 'keepBytes', keepBytes);
  });
  await applyRetention(db, now);
}
