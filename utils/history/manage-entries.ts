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

/** The same for those of an owner whose Undo is over. What was brought back meanwhile, in whatever tab, stays. */
export async function purgeEntries(db: MatteDb, owner: string, ids: readonly string[]): Promise<void> {
  await db.transaction('rw', historyTables(db), async () => {
    await dropEntries(db, await owned(db, owner, ids).and(isHidden).primaryKeys());
  });
}

function owned(db: MatteDb, owner: string, ids: readonly string[]) {
  return db.history
    .where('id')
    .anyOf(ids)
    .and((entry) => entry.owner === owner);
}
