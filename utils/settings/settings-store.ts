/** Settings in Dexie: one row each, so that two contexts that change different ones do not undo each other. */
import type { MatteDb } from '../db';
import { parseSettings, type Settings } from './settings';

export async function readSettings(db: MatteDb): Promise<Settings> {
  return parseSettings(await db.settings.toArray());
}

export async function saveSetting<Key extends keyof Settings>(
  db: MatteDb,
  key: Key,
  value: Settings[Key],
): Promise<void> {
  await db.settings.put({ key, value });
}
