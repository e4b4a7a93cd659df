/**
 * History entries and their cutouts. The cutout lies in the blobs table, the entry is what lists need. An offer is an
 * entry that nobody has asked for yet: it is counted and dropped like the others, and gone within the hour.
 */
import { cutoutId, groundId, type HistoryEntry, type MatteDb, originalId, previewId, retouchedId } from '../db';
import { entriesToDrop, isBrieflyOver, type Limits } from './retention';

/** What a transaction that drops entries must hold. */
export function historyTables(db: MatteDb) {
  return [db.history, db.offers, db.blobs, db.deliveries, db.jobs, db.batches];
}

/** For whoever reads entries: the user has deleted it, and can still undo that. */
export function isHidden({ deletedAt }: HistoryEntry): boolean {
  return deletedAt !== undefined;
}

/**
 * Deletes entries and offers with their cutouts, and what their jobs' rows say of the name. Call inside a transaction over
 * `historyTables`, or alone.
 */
export async function dropEntries(db: MatteDb, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.history.bulkDelete([...ids]);
  await db.offers.bulkDelete([...ids]);
  const pictures = ids.flatMap((id) =>
    [cutoutId, previewId, originalId, retouchedId, groundId].map((nameOf) => nameOf(id)),
  );
  await db.blobs.bulkDelete(pictures);
  await db.deliveries.bulkDelete(pictures);
  await db.jobs
    .where('id')
    .anyOf(ids)
    .and(({ endedAt, name }) => endedAt !== null && name !== '')
    .modify({ name: '' });
}

/**
 * Makes each owner's history fit its limits: who cuts a lot here costs nobody else anything. `now` in epoch ms. Mostly there
 * is nothing to do, and finding that out stands in no job's way: what is written is locked only to drop something.
 */
export async function pruneHistory(db: MatteDb, limits: Limits, now: number): Promise<void> {
  if ((await idsToDrop(db, limits, now)).length === 0) return;
  await db.transaction('rw', historyTables(db), async () => dropEntries(db, await idsToDrop(db, limits, now)));
}

/** What the limits, and the hour of offers, let go of now. */
export async function idsToDrop(db: MatteDb, limits: Limits, now: number): Promise<readonly string[]> {
  const { shown } = await readEntries(db);
  const offers = await db.offers.toArray();
  const over = offers.filter(({ createdAt }) => isBrieflyOver(createdAt, now));
  const owned = Map.groupBy([...shown, ...offers.filter((offer) => !over.includes(offer))], ({ owner }) => owner);
  const held = await heldByBatches(db);
  const tooMany = [...owned.values()].flatMap((entries) =>
    entriesToDrop(held.size > 0 ? entries.map((each) => ({ ...each, held: held.has(each.id) })) : entries, limits, now),
  );
  return [...over.map(({ id }) => id), ...tooMany];
}

/** Cutouts that a batch was made for must still be there when it is saved. */
async function heldByBatches(db: MatteDb): Promise<ReadonlySet<string>> {
  const batches = await db.batches.toCollection().primaryKeys();
  if (batches.length === 0) return new Set();
  return new Set(await db.jobs.where('batch.id').anyOf(batches).primaryKeys());
}

/**
 * Frees about half of the space, whosesoever it is, when the disk is full: first what was deleted and can still be undone,
 * then the oldest; pinned ones stay. False when there is nothing to free.
 */
export async function halveHistory(db: MatteDb): Promise<boolean> {
  const { shown, hidden } = await readEntries(db);
  const entries = [...shown, ...(await db.offers.toArray())];
  const bytes = [...entries, ...hidden].reduce((sum, entry) => sum + entry.bytes, 0);
  const ids = [...hidden.map(({ id }) => id), ...entriesToDrop(entries, { bytes: bytes / 2, ageMs: null }, 0)];
  await db.transaction('rw', historyTables(db), async () => dropEntries(db, ids));
  return ids.length > 0;
}

/** All at once: a filter of Dexie's would go through thousands one by one. */
async function readEntries(db: MatteDb) {
  const { shown = [], hidden = [] } = Object.groupBy(await db.history.toArray(), (entry) =>
    isHidden(entry) ? 'hidden' : 'shown',
  );
  return { shown, hidden };
}
