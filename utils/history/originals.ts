/**
 * Photos that cutouts were cut from, for the studio's Restore brush: only for who has turned that on, sealed like the cutout,
 * and gone within the hour. What the brush has restored by then lies in a cutout of its own.
 */
import { GUEST } from '../credits/ledger';
import { groundId, type MatteDb, originalId, retouchedId, type StoredBlob } from '../db';
import { readSettings } from '../settings/settings-store';
import { sealBlob } from './keep-result';
import { isBrieflyOver } from './retention';

/** Nothing where the setting, the entry or the room is missing: nobody has been promised it. */
export async function keepOriginal(db: MatteDb, entryId: string, photo: Blob): Promise<void> {
  if ((await readSettings(db)).keepPhotos) await keepBeside(db, entryId, { id: originalId(entryId), blob: photo });
}

/**
 * The cutout as the brush left it, after so many strokes.
 * @throws MatteError account-damaged; whatever the database throws
 */
export async function keepRetouched(db: MatteDb, entryId: string, cutout: Blob, strokes: number): Promise<void> {
  await keepBeside(db, entryId, { id: retouchedId(entryId), blob: cutout });
  await db.history.update(entryId, { retouched: strokes });
}

/**
 * A picture to put behind the cutout; null takes the one of before away. It lives as long as its cutout.
 * @throws MatteError account-damaged; whatever the database throws
 */
export async function keepGround(db: MatteDb, entryId: string, picture: Blob | null): Promise<void> {
  if (picture) await keepBeside(db, entryId, { id: groundId(entryId), blob: picture });
  else await db.blobs.delete(groundId(entryId));
}

/** Sealed for whose the entry is, and written unless that has changed meanwhile. */
async function keepBeside(db: MatteDb, entryId: string, picture: StoredBlob): Promise<void> {
  const owner = (await db.history.get(entryId))?.owner;
  const account = owner === undefined || owner === GUEST ? undefined : await db.accounts.get(owner);
  if (owner === undefined || (owner !== GUEST && !account)) return;
  const stored = account ? await sealBlob(account, picture) : picture;
  await db.transaction('rw', db.history, db.blobs, async () => {
    if ((await db.history.get(entryId))?.owner === owner) await db.blobs.put(stored);
  });
}

/** Drops photos that have been here for an hour, and those whose cutout is gone. `now` in epoch ms. */
export async function dropOriginals(db: MatteDb, now: number): Promise<void> {
  const ids = (await db.blobs.toCollection().primaryKeys()).filter((id) => id.endsWith(originalId('')));
  for (const id of ids) {
    const entry = await db.history.get(id.slice(0, -originalId('').length));
    if (!entry || isBrieflyOver(entry.createdAt, now)) await db.blobs.delete(id);
  }
}
