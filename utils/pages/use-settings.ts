import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { MatteDb } from '@/utils/db';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { storageFault } from '@/utils/history/make-room';
import { DEFAULTS, SETTING_KEYS, type Settings } from '@/utils/settings/settings';
import { readSettings, saveSetting } from '@/utils/settings/settings-store';

/** The settings, and a way to change one: shown at once, and taken back if it could not be stored. */
export function useSettings(db: MatteDb) {
  const stored = useLiveQuery(async () => readSettings(db), [db]);
  const [chosen, setChosen] = useState<Partial<Settings>>({});
  const written = useRef<Partial<Settings>>({});
  const forget = (key: keyof Settings) => setChosen(({ [key]: _, ...others }) => others as Partial<Settings>);

  // What was chosen here holds until it is stored; from then on another page, or a file, may say otherwise.
  useEffect(() => {
    if (!stored) return;
    setChosen((before) => {
      const isDone = (key: keyof Settings) =>
        key in before &&
        (written.current[key] === before[key] || JSON.stringify(before[key]) === JSON.stringify(stored[key]));
      const done = SETTING_KEYS.filter(isDone);
      return done.length > 0 ? without(before, done) : before;
    });
  }, [stored]);

  /** Resolves with why it could not be stored, or null. */
  const save = async <Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<ErrorCode | null> => {
    setChosen((before) => ({ ...before, [key]: value }));
    try {
      await saveSetting(db, key, value);
      written.current = { ...written.current, [key]: value };
      return null;
    } catch (error) {
      forget(key);
      return codeOf(await storageFault(error));
    }
  };
  return { settings: { ...(stored ?? DEFAULTS), ...chosen }, save };
}

function without(settings: Partial<Settings>, keys: readonly (keyof Settings)[]): Partial<Settings> {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !keys.some((each) => each === key)));
}
