/** History as long and as large as the user wants it: at each job's end, by alarm, and when that wish changes. */
import type { MatteDb } from '../db';
import { readSettings, saveSetting } from '../settings/settings-store';
import { idsToDrop, pruneHistory } from './history-store';
import { limitsOf, type Retention } from './retention';

/** Drops what the settings no longer keep. `now` in epoch ms. */
export async function applyRetention(db: MatteDb, now: number): Promise<void> {
  await pruneHistory(db, limitsOf(await readSettings(db)), now);
}

/** How many more cutouts of this browser a wish would delete at once: to be asked before it is done. */
export async function countLost(db: MatteDb, change: Partial<Retention>, now: number): Promise<number> {
  const settings = await readSettings(db);
  const due = await idsToDrop(db, limitsOf(settings), now);
  const then = await idsToDrop(db, limitsOf({ ...settings, ...change }), now);
  return Math.max(0, then.length - due.length);
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
