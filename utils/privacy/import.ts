/**
 * Cutouts out of an export, into the history of whoever sits here: each one whole or not at all, none twice, and none in the
 * place of another. An account's are sealed before they touch the disk. Nothing here grants anything.
 */
import { ownerHere } from '../credits/ledger-store';
import type { HistoryEntry, MatteDb } from '../db';
import { codeOf } from '../errors';
import { sealResult } from '../history/keep-result';
import { storageFault } from '../history/make-room';
import type { Kept } from '../history/retention';
import { utf8 } from '../vault/bytes';
import { type PackedFile, readZip, type ZipLimits, type ZipRefusal } from '../zip/read-zip';
import { DOCUMENT_NAME } from './export-document';
import { type DocumentRefusal, type ReadCutout, readDocument } from './read-document';

export interface ImportWorld {
  readonly db: MatteDb;
  /** History’s limits: of these entries of one owner, the ids of those it would let go of. */
  readonly wouldDrop: (entries: readonly Kept[]) => readonly string[];
  /** Identifies and decodes a PNG. @returns its pixels’ size and a small preview; null when it is none, or damaged */
  readonly decode: (png: Blob) => Promise<Decoded | null>;
  /** Epoch ms. */
  readonly now: () => number;
  readonly onProgress?: (done: number, of: number) => void;
}

export interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly preview: Blob;
}

export interface ImportSummary {
  readonly imported: number;
  /** Here already. */
  readonly present: number;
  readonly damaged: number;
  /** Would not fit into history. */
  readonly noRoom: number;
  /** Somebody else sits here since, or the disk is full: the rest was not looked at. */
  readonly stopped: 'storage-full' | 'somebody-else' | null;
}

export type ImportRefusal = ZipRefusal | DocumentRefusal;
export type Imported =
  | { readonly ok: true; readonly summary: ImportSummary }
  | { readonly ok: false; readonly reason: ImportRefusal };

/** A cutout of 100 megapixels is smaller, and so is the largest history. Each cutout may have a second picture. */
export const IMPORT_LIMITS: ZipLimits = { files: 4000, fileBytes: 256e6, totalBytes: 4e9, ratio: 100 };
/** About 2000 cutouts with long addresses, and years of a credits book. */
const MAX_DOCUMENT_BYTES = 32e6;

type Fate = 'damaged' | 'imported' | 'noRoom' | 'present';

interface Reading {
  readonly world: ImportWorld;
  readonly files: ReadonlyMap<string, PackedFile>;
  readonly owner: string;
}

export async function importExport(world: ImportWorld, zip: Blob): Promise<Imported> {
  const opened = await readZip(zip, IMPORT_LIMITS);
  if (!opened.ok) return opened;
  const document = await openDocument(opened.files.get(DOCUMENT_NAME), world.now());
  if (!document.ok) return document;
  const reading = { world, files: opened.files, owner: await ownerHere(world.db) };
  // The newest first: they get what room there is.
  const cutouts = document.cutouts.toSorted((a, b) => (b?.createdAt ?? 0) - (a?.createdAt ?? 0));
  return { ok: true, summary: await takeAll(reading, cutouts) };
}

async function openDocument(file: PackedFile | undefined, now: number) {
  if (!file) return { ok: false, reason: 'not-matte' } as const;
  if (file.bytes > MAX_DOCUMENT_BYTES) return { ok: false, reason: 'too-large' } as const;
  const read = await file.read();
  if (!read.ok) return read;
  try {
    return readDocument(JSON.parse(await read.blob.text()), now);
  } catch {
    return { ok: false, reason: 'not-matte' } as const;
  }
}

async function takeAll(reading: Reading, cutouts: readonly (ReadCutout | null)[]): Promise<ImportSummary> {
  const fates: Record<Fate, number> = { damaged: 0, imported: 0, noRoom: 0, present: 0 };
  let stopped: ImportSummary['stopped'] = null;
  for (const [i, cutout] of cutouts.entries()) {
    const fate = cutout ? await take(reading, cutout) : 'damaged';
    if (fate === 'storage-full' || fate === 'somebody-else') stopped = fate;
    else fates[fate] += 1;
    reading.world.onProgress?.(i + 1, cutouts.length);
    if (stopped) break;
  }
  return { ...fates, stopped };
}

async function take(reading: Reading, cutout: ReadCutout): Promise<Fate | NonNullable<ImportSummary['stopped']>> {
  const { db } = reading.world;
  const id = await freeId(reading, cutout.id);
  if (id === null) return 'present';
  const bytes = reading.files.get(cutout.picture)?.bytes ?? 0;
  if (!(await hasRoom(reading, { id, bytes, createdAt: cutout.createdAt }))) return 'noRoom';
  const pictures = await readPictures(reading, cutout);
  if (!pictures) return 'damaged';
  try {
    return await store(reading, { ...cutout, id }, pictures);
  } catch (error) {
    const fault = await storageFault(error);
    // The account was deleted meanwhile, in another window.
    if (codeOf(fault) === 'account-damaged' && (await ownerHere(db)) !== reading.owner) return 'somebody-else';
    if (codeOf(fault) !== 'storage-full') throw error;
    return 'storage-full';
  }
}

/**
 * Ids are unique among all who use this browser. One that is another's, or a job's, is replaced by one that follows from it,
 * so that a second import finds the first.
 * @returns null when the cutout is here already
 */
async function freeId({ world: { db }, owner }: Reading, id: string): Promise<string | null> {
  for (const wish of [id, await derivedId(owner, id)]) {
    const entry = await db.history.get(wish);
    if (entry?.owner === owner) return null;
    const taken = entry ?? (await db.jobs.get(wish)) ?? (await db.offers.get(wish));
    if (!taken) return wish;
  }
  return null;
}

async function derivedId(owner: string, id: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(`${owner}/${id}`)));
  const hex = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Whether history would keep it, and everything that it keeps without it. That it is pinned buys it no room. */
async function hasRoom({ world: { db, wouldDrop }, owner }: Reading, wish: Kept): Promise<boolean> {
  const all = [...(await db.history.toArray()), ...(await db.offers.toArray())];
  const kept = all.filter((row) => row.owner === owner);
  const before = new Set(wouldDrop(kept));
  return wouldDrop([...kept, wish]).every((id) => before.has(id));
}

interface Pictures {
  readonly png: Blob;
  readonly preview: Blob;
  readonly retouched?: Blob;
}

/** Null unless all of them are there and whole. */
async function readPictures(reading: Reading, cutout: ReadCutout): Promise<Pictures | null> {
  const cut = await readPng(reading, cutout, cutout.picture);
  if (!cut || cutout.retouchedPicture === undefined) return cut;
  const brushed = await readPng(reading, cutout, cutout.retouchedPicture);
  return brushed && { ...cut, retouched: brushed.png };
}

async function readPng({ world, files }: Reading, cutout: ReadCutout, name: string): Promise<Pictures | null> {
  const read = await files.get(name)?.read();
  if (!read?.ok) return null;
  const png = new Blob([read.blob], { type: 'image/png' });
  const decoded = await world.decode(png);
  const isSame = decoded?.width === cutout.width && decoded.height === cutout.height;
  return isSame ? { png, preview: decoded.preview } : null;
}

/** Looks again, within the transaction, who sits here and what is there: other windows do not wait. */
async function store(
  { world: { db, now }, owner }: Reading,
  cutout: ReadCutout,
  files: Pictures,
): Promise<'imported' | 'present' | 'somebody-else'> {
  const { details: plain, picture: _, retouchedPicture: __, ...rest } = cutout;
  const wish = { jobId: cutout.id, owner, files, at: now(), deliver: false };
  const { blobs, details } = await sealResult(db, wish, plain);
  const entry: HistoryEntry = { ...rest, owner, details, bytes: files.png.size };
  return db.transaction('rw', [db.history, db.blobs, db.accounts, db.signedIn], async () => {
    if ((await ownerHere(db)) !== owner) return 'somebody-else';
    if (await db.history.get(entry.id)) return 'present';
    await db.history.add(entry);
    await db.blobs.bulkPut([...blobs]);
    return 'imported';
  });
}
