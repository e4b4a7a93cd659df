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

/** Makes each owner's history fit its limits: who cuts a lot here costs nobody else anything. */
export async function pruneHistory(db: MatteDb, limits: Limits): Promise<void> {
  await db.transaction('rw', historyTables(db), async () => {
    const owned = Map.groupBy(await allEntries(db), ({ owner }) => owner);
    await dropEntries(
      db,
      [...owned.values()].flatMap((entries) => entriesToDrop(entries, limits)),
    );
  });
}

/** Frees about half of the space, whosesoever it is, when the disk is full; false when there is nothing left to free. */
export async function halveHistory(db: MatteDb): Promise<boolean> {
  const entries = await allEntries(db);
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (entries.length < 2) return false;
  const limits = { count: Math.ceil(entries.length / 2), bytes: bytes / 2 };
  await db.transaction('rw', historyTables(db), () => dropEntries(db, entriesToDrop(entries, limits)));
  return true;
}

async function allEntries(db: MatteDb): Promise<readonly HistoryEntry[]> {
  return [...(await db.history.toArray()), ...(await db.offers.toArray())];
}
