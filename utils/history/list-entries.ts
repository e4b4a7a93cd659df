/** All of an owner's cutouts as rows, without pictures. */
import type { HistoryEntry, MatteDb } from '../db';
import { isHidden } from './history-store';

/** Rows read by one request: so many are deserialised well within a frame. */
const CHUNK = 500;

/** Newest first; without those that are deleted and can still be restored. For a live query. */
export async function listEntries(db: MatteDb, owner: string): Promise<readonly HistoryEntry[]> {
  const oldestFirst: HistoryEntry[] = [];
  await db.transaction('r', db.history, async () => {
    for (let from = 0, seen = 0; ; ) {
      // Rows of the same instant come in the order of their ids, so those that were seen come first again.
      const chunk = await entriesFrom(db, owner, from)
        .limit(CHUNK + seen)
        .toArray();
      oldestFirst.push(...chunk.slice(seen));
      const last = chunk.at(-1);
      if (!last || chunk.length < CHUNK + seen) return;
      from = last.createdAt;
      seen = chunk.filter(({ createdAt }) => createdAt === from).length;
    }
  });
  return oldestFirst.filter((entry) => !isHidden(entry)).reverse();
}

/** For who may not see more. */
export async function countEntries(db: MatteDb, owner: string): Promise<number> {
  return (await listEntries(db, owner)).length;
}

function entriesFrom(db: MatteDb, owner: string, from: number) {
  return db.history.where('[owner+createdAt]').between([owner, from], [owner, Number.POSITIVE_INFINITY]);
}
