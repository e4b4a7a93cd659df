import { useLiveQuery } from 'dexie-react-hooks';
import type { MatteDb } from '@/utils/db';
import type { Colour } from '@/utils/studio/edits';
import { parseRecent, withRecent } from '@/utils/studio/recent-colours';

/** A row among the settings: they are this browser's, whoever sits here. */
const KEY = 'recentColours';

export interface RecentColours {
  readonly recent: readonly Colour[];
  remember(colour: Colour): void;
}

export function useRecentColours(db: MatteDb): RecentColours {
  const recent = useLiveQuery(async () => parseRecent((await db.settings.get(KEY))?.value), [db]) ?? [];
  /** Nothing is lost where it cannot be written. */
  const remember = (colour: Colour) =>
    void db
      .transaction('rw', db.settings, async () => {
        const before = parseRecent((await db.settings.get(KEY))?.value);
        await db.settings.put({ key: KEY, value: withRecent(before, colour) });
      })
      .catch(() => {});
  return { recent, remember };
}
