import type { MatteDb } from '@/utils/db';
import { parseDismissed } from '@/utils/ui/advisories';

const KEY = 'dismissedAdvisories';

export async function readDismissed(db: MatteDb): Promise<readonly string[]> {
  return parseDismissed((await db.settings.get(KEY))?.value);
}

/** Two windows that dismiss two of them do not undo each other. */
export async function dismissAdvisory(db: MatteDb, id: string): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const dismissed = await readDismissed(db);
    await db.settings.put({ key: KEY, value: [...new Set([...dismissed, id])] });
  });
}
