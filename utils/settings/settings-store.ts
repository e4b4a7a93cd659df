/** Settings in Dexie: one row each, so that two contexts that change different ones do not undo each other. */
import type { MatteDb } from '../db';
import type { ChangedPresets, OwnPreset, PresetRefusal } from '../studio/own-presets';
import { type CardOfSite, withCard } from './cards';
import { CARDS, DEFAULTS, parseSettings, SETTING_KEYS, type Settings } from './settings';

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

/** What the user did with the card on one site; other sites' stay as they are. */
export async function saveCard(db: MatteDb, host: string, change: CardOfSite): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const { cards } = await readSettings(db);
    await saveSetting(db, CARDS, withCard(cards, host, change));
  });
}

/** The card is there as on every other site. */
export async function forgetCard(db: MatteDb, host: string): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const { [host]: _, ...others } = (await readSettings(db)).cards;
    await saveSetting(db, CARDS, others);
  });
}

/** Reads and writes in one transaction: two pages that add a preset each do not lose one. Gives why not, or null. */
export async function changePresets(
  db: MatteDb,
  change: (presets: readonly OwnPreset[]) => ChangedPresets,
): Promise<PresetRefusal | null> {
  return db.transaction('rw', db.settings, async () => {
    const changed = change((await readSettings(db)).presets);
    if (!changed.ok) return changed.reason;
    await saveSetting(db, 'presets', changed.presets);
    return null;
  });
}
