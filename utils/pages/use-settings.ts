import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { DEFAULTS, type Settings } from '@/utils/settings/settings';
import { readSettings, saveSetting } from '@/utils/settings/settings-store';

/** The settings, and a way to change one: shown at once, and taken back if it could not be stored. */
export function useSettings(db: MatteDb) {
  const stored = useLiveQuery(async () => readSettings(db), [db]) ?? DEFAULTS;
  const [chosen, setChosen] = useState<Partial<Settings>>({});
  const save = <Key extends keyof Settings>(key: Key, value: Settings[Key]) => {
    setChosen((before) => ({ ...before, [key]: value }));
    saveSetting(db, key, value).catch(() => setChosen(({ [key]: _, ...others }) => others as Partial<Settings>));
  };
  return { settings: { ...stored, ...chosen }, save };
}
