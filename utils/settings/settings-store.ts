/** Settings in Dexie: one row each, so that two contexts that change different ones do not undo each other. */
import type { MatteDb } from '../db';
import { DEFAULTS, parseSettings, SETTING_KEYS, type Settings } from './settings';

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

/** All at once or none. What is as Matte would choose it has no row afterwards, as on the first day. */
export async function saveAllSettings(db: MatteDb, settings: Settings): Promise<void> {
  const isDefault = (key: keyof Settings) => JSON.stringify(settings[key]) === JSON.stringify(DEFAULTS[key]);
  const rows = SETTING_KEYS.filter((key) => !isDefault(key)).map((key) => ({ key, value: settings[key] }));
  await db.transaction('rw', db.settings, async () => {
    await db.settings.bulkDelete(SETTING_KEYS.filter(isDefault));
    await db.settings.bulkPut(rows);
  });
}
