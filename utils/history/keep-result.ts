/**
 * Results on their way into the database. While an account is seated, locked or not, they are sealed to its public key
 * first: crypto cannot run inside a Dexie transaction, so whoever is seated is looked at again within it.
 */
import type { Table } from 'dexie';
import { seatedAccount } from '../account/account-store';
import { GUEST } from '../credits/ledger';
import { cutoutId, inputId, type MatteDb, previewId, type StoredBlob, type StoredDelivery } from '../db';
import { seal } from '../vault/sealed-blob';
import { sealDelivery } from './courier';

export interface ResultFiles {
  readonly png: Blob;
  readonly preview: Blob;
}

/** Ready to be written. */
export interface Sealed {
  /** An account's id, or `guest`. */
  readonly owner: string;
  readonly blobs: readonly StoredBlob[];
  readonly deliveries: readonly StoredDelivery[];
}

export interface SealWish {
  readonly jobId: string;
  readonly files: Partial<ResultFiles>;
  /** epoch ms */
  readonly at: number;
  /** Whether somebody who may find the account locked is to get it. */
  readonly deliver: boolean;
  /** Whose it is; without it, whoever is seated. */
  readonly owner?: string;
}

/** @throws MatteError account-damaged */
export async function sealResult(db: MatteDb, { jobId, files, at, deliver, owner }: SealWish): Promise<Sealed> {
  const pictures = [
    { id: cutoutId(jobId), blob: files.png },
    { id: previewId(jobId), blob: files.preview },
  ].flatMap(({ id, blob }) => (blob ? [{ id, blob }] : []));
  const account = await (owner === undefined ? seatedAccount(db) : db.accounts.get(owner));
  if (!account) return { owner: GUEST, blobs: pictures, deliveries: [] };
  const sealed = { owner: account.id, blobs: [] as StoredBlob[], deliveries: [] as StoredDelivery[] };
  // One after another: each takes several times its picture's memory.
  for (const { id, blob } of pictures) {
    sealed.blobs.push(await sealBlob(account, { id, blob }));
    if (deliver) sealed.deliveries.push(...(await sealDelivery(db, id, blob, at)));
  }
  return sealed;
}

/** One picture as it will lie in `blobs`. */
export async function sealBlob(
  account: { readonly id: string; readonly publicKey: Uint8Array<ArrayBuffer> },
  { id, blob }: StoredBlob,
): Promise<StoredBlob> {
  return { id, owner: account.id, blob: await seal(account.publicKey, id, blob) };
}

/**
 * Seals, then writes in one transaction; all over again if meanwhile somebody else has taken the seat.
 * @param tables what `write` needs besides those of `keepResult`
 */
export async function sealedFor(
  db: MatteDb,
  sealing: () => Promise<Sealed>,
  tables: readonly Table[],
  write: (sealed: Sealed) => Promise<void>,
): Promise<void> {
  const sealed = await sealing();
  const own = [db.blobs, db.deliveries, db.signedIn, db.accounts];
  const isWritten = await db.transaction('rw', [...new Set<Table>([...own, ...tables])], async () => {
    if (((await seatedAccount(db))?.id ?? GUEST) !== sealed.owner) return false;
    await write(sealed);
    return true;
  });
  if (!isWritten) await sealedFor(db, sealing, tables, write);
}

/** Puts the result in the place of the job's input and first look. Call inside the transaction of `sealedFor`. */
export async function keepResult(db: MatteDb, jobId: string, { blobs, deliveries }: Sealed): Promise<void> {
  await db.blobs.delete(inputId(jobId));
  await db.blobs.bulkPut([...blobs]);
  await db.deliveries.delete(previewId(jobId));
  await db.deliveries.bulkPut([...deliveries]);
}
