/**
 * Results on their way into the database. What belongs to an account, locked or not, is sealed to its public key first:
 * crypto cannot run inside a Dexie transaction, so whose the job is is looked at again within it.
 */
import type { Table } from 'dexie';
import { GUEST } from '../credits/ledger';
import {
  cutoutId,
  type HistoryEntry,
  inputId,
  type MatteDb,
  previewId,
  retouchedId,
  type StoredBlob,
  type StoredDelivery,
} from '../db';
import { matteError } from '../errors';
import { seal } from '../vault/sealed-blob';
import { sealDelivery } from './courier';
import { type EntryDetails, sealDetails } from './details';

export interface ResultFiles {
  readonly png: Blob;
  readonly preview: Blob;
  /** The cutout after the studio's brush. */
  readonly retouched?: Blob;
}

/** Pictures ready to be written. */
export interface SealedPictures {
  readonly blobs: readonly StoredBlob[];
  readonly deliveries: readonly StoredDelivery[];
}

/** A result ready to be written. */
export interface Sealed extends SealedPictures, Pick<HistoryEntry, 'owner' | 'details'> {}

export interface SealWish {
  readonly jobId: string;
  /** An account's id, or `guest`. */
  readonly owner: string;
  readonly files: Partial<ResultFiles>;
  /** epoch ms */
  readonly at: number;
  /** Whether somebody who may find the account locked is to get it. */
  readonly deliver: boolean;
}

/** @throws MatteError account-damaged */
export async function sealResult(db: MatteDb, wish: SealWish, details: EntryDetails): Promise<Sealed> {
  const { owner, jobId } = wish;
  const account = await accountOf(db, owner);
  const sealed = await sealPictures(db, wish);
  return { ...sealed, owner, details: account ? await sealDetails(account.publicKey, jobId, details) : details };
}

/** @throws MatteError account-damaged */
export async function sealPictures(
  db: MatteDb,
  { jobId, owner, files, at, deliver }: SealWish,
): Promise<SealedPictures> {
  const pictures = [
    { id: cutoutId(jobId), blob: files.png },
    { id: previewId(jobId), blob: files.preview },
    { id: retouchedId(jobId), blob: files.retouched },
  ].flatMap(({ id, blob }) => (blob ? [{ id, blob }] : []));
  const account = await accountOf(db, owner);
  if (!account) return { blobs: pictures, deliveries: [] };
  const sealed = { blobs: [] as StoredBlob[], deliveries: [] as StoredDelivery[] };
  // One after another: each takes several times its picture's memory.
  for (const { id, blob } of pictures) {
    sealed.blobs.push(await sealBlob(account, { id, blob }));
    if (deliver) sealed.deliveries.push(...(await sealDelivery(db, id, blob, at)));
  }
  return sealed;
}

/** Undefined for the guest. An account that is gone is no guest: nothing of it may lie here unsealed. */
async function accountOf(db: MatteDb, owner: string) {
  if (owner === GUEST) return undefined;
  const account = await db.accounts.get(owner);
  if (!account) throw matteError('account-damaged', 'deleted');
  return account;
}

/** One picture as it will lie in `blobs`. */
export async function sealBlob(
  account: { readonly id: string; readonly publicKey: Uint8Array<ArrayBuffer> },
  { id, blob }: StoredBlob,
): Promise<StoredBlob> {
  return { id, owner: account.id, blob: await seal(account.publicKey, id, blob) };
}

/**
 * Seals for whose the job is, then writes in one transaction; all over again if meanwhile its guest has registered, and
 * not at all if it is gone.
 * @param tables what `write` needs besides those of `keepResult`
 */
export async function sealedFor(
  db: MatteDb,
  jobId: string,
  sealing: (owner: string) => Promise<Sealed>,
  tables: readonly Table[],
  write: (sealed: Sealed) => Promise<void>,
): Promise<void> {
  const owner = (await db.jobs.get(jobId))?.owner;
  if (owner === undefined) return;
  const sealed = await sealing(owner);
  const own = [db.jobs, db.blobs, db.deliveries];
  const isWritten = await db.transaction('rw', [...new Set<Table>([...own, ...tables])], async () => {
    if ((await db.jobs.get(jobId))?.owner !== owner) return false;
    await write(sealed);
    return true;
  });
  if (!isWritten) await sealedFor(db, jobId, sealing, tables, write);
}

/** Puts the result in the place of the job's input and first look. Call inside the transaction of `sealedFor`. */
export async function keepResult(db: MatteDb, jobId: string, { blobs, deliveries }: SealedPictures): Promise<void> {
  await db.blobs.delete(inputId(jobId));
  await db.blobs.bulkPut([...blobs]);
  await db.deliveries.delete(previewId(jobId));
  await db.deliveries.bulkPut([...deliveries]);
}
