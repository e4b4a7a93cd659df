/**
 * History entries and their cutouts. The cutout lies in the blobs table, the entry is what lists need. An offer is an
 * entry that nobody has asked for yet: it is counted and dropped like the others.
 */
import { cutoutId, type HistoryEntry, type MatteDb, previewId } from '../db';
import { entriesToDrop, type Limits } from './retention';

/** What a transaction that drops entries must hold. */
export function historyTables(db: MatteDb) {
  return [db.history, db.offers, db.blobs, db.deliveries];
}

/** Deletes entries and offers with their cutouts. Call inside a transaction over `historyTables`, or alone. */
export async function dropEntries(db: MatteDb, ids: readonly string[]): Promise<void> {
  await db.history.bulkDelete([...ids]);
  await db.offers.bulkDelete([...ids]);
  const pictures = ids.flatMap((id) => [cutoutId(id), previewId(id)]);
  await db.blobs.bulkDelete(pictures);
  await db.deliveries.bulkDelete(pictures);
}

/** Makes history fit its limits. */
export async function pruneHistory(db: MatteDb, limits: Limits): Promise<void> {
  await db.transaction('rw', historyTables(db), async () => {
    await dropEntries(db, entriesToDrop(await allEntries(db), limits));
  });
}

/** Frees about half of the space when the disk is full; false when there is nothing left to free. */
export async function halveHistory(db: MatteDb): Promise<boolean> {
  const entries = await allEntries(db);
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (entries.length < 2) return false;
  await pruneHistory(db, { count: Math.ceil(entries.length / 2), bytes: bytes / 2 });
  return true;
}

async function allEntries(db: MatteDb): Promise<readonly HistoryEntry[]> {
  return [...(await db.history.toArray()), ...(await db.offers.toArray())];
}
