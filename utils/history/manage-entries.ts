/**
 * What the user does with entries of history. Everything is asked in the name of an owner, and touches that owner's entries
 * alone. Deleting comes in two steps: hidden at once, so that it can be undone, and really gone a little later.
 */
import type { HistoryEntry, MatteDb } from '../db';
import { dropEntries, historyTables, isHidden } from './history-store';

/** Background deletes for good what has been hidden this long, ms: longer than any Undo is shown. */
export const UNDO_MS = 60_000;

/** @returns how many of them are there and the owner's */
export function pinEntries(db: MatteDb, owner: string, ids: readonly string[], pinned: boolean): Promise<number> {
  return owned(db, owner, ids).modify({ pinned });
}

/**
 * Out of every list from now on. A second tab that does the same changes nothing.
 * @param now epoch ms
 * @returns how many were there and the owner's
 */
export function hideEntries(db: MatteDb, owner: string, ids: readonly string[], now: number): Promise<number> {
  return owned(db, owner, ids)
    .and((entry) => !isHidden(entry))
    .modify({ deletedAt: now });
}

/** Undo. @returns how many came back; what is gone for good does not */
export function restoreEntries(db: MatteDb, owner: string, ids: readonly string[]): Promise<number> {
  return owned(db, owner, ids)
    .and(isHidden)
    .modify((entry: { deletedAt?: number }) => {
      delete entry.deletedAt;
    });
}

/**
 * Deletes for good, with their pictures, whatever was hidden that long ago, whosesoever it is; a clock that was set back
 * keeps nothing.
 * @param now epoch ms
 */
export async function purgeHidden(db: MatteDb, now: number, graceMs: number): Promise<void> {
  const isOver = ({ deletedAt }: HistoryEntry) =>
    deletedAt !== undefined && (deletedAt > now || now - deletedAt >= graceMs);
  const over = async () => (await db.history.toArray()).filter(isOver).map(({ id }) => id);
  if ((await over()).length === 0) return; // as mostly, and no job had to wait for that
  await db.transaction('rw', historyTables(db), async () => dropEntries(db, await over()));
}

/** All entries and offers of an owner, pinned ones too, at once and for good; jobs that are open go on. */
export async function deleteAllOf(db: MatteDb, owner: string): Promise<void> {
  await db.transaction('rw', historyTables(db), async () => {
    const isOwn = (entry: HistoryEntry) => entry.owner === owner;
    const ids = [...(await db.history.filter(isOwn).primaryKeys()), ...(await db.offers.filter(isOwn).primaryKeys())];
    await dropEntries(db, ids);
  });
}

function owned(db: MatteDb, owner: string, ids: readonly string[]) {
  return db.history
    .where('id')
    .anyOf(ids)
    .and((entry) => entry.owner === owner);
}
