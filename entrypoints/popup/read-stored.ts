/**
 * What the popup shows of the database, read in one go: a job that ends and its result appear together, so that the one
 * takes the other's place. Only previews are opened here; a cutout is when it is copied or saved.
 */
import { cutoutId, type HistoryEntry, type MatteDb, previewId } from '@/utils/db';
import type { Vault } from '@/utils/history/courier';
import { readDetails } from '@/utils/history/details';
import { isHidden } from '@/utils/history/history-store';
import { blobOf, readDelivered, readPicture } from '@/utils/history/read-picture';
import type { Job, Outcome } from '@/utils/jobs/job';
import type { Viewer } from '@/utils/pages/account/viewer-of';

export const GRID_SIZE = 8;
/** More than the popup ever shows of jobs that have ended. */
const ENDED_LIMIT = 40;

export interface Result {
  readonly entry: HistoryEntry;
  /** What it is called, as far as that opens. */
  readonly name: string;
  /** Null once the result has been deleted, or while it does not open. */
  readonly preview: Blob | null;
  /** Whether there is something to copy and save. */
  readonly isThere: boolean;
  /** Null once the job's row has been tidied away. */
  readonly outcome: Outcome | null;
}

export interface Stored {
  /** All open jobs and the latest others. */
  readonly jobs: readonly Job[];
  /** The first look of the running job. */
  readonly look: Blob | null;
  /** Jobs that found no subject and can be cut anyway. */
  readonly offered: ReadonlySet<string>;
  /** Newest first, or the one that was asked for in front of all. */
  readonly results: readonly Result[];
}

export type Keep = (key: string, read: () => Promise<Blob | null>) => Promise<Blob | null>;
type Row = Omit<Result, 'preview' | 'name'>;

/** What one viewer sees now. For a live query: what is read after the transaction is watched, too. */
export async function readStored(vault: Vault, viewer: Viewer, frontId: string | null, keep: Keep): Promise<Stored> {
  const { owner, isLocked } = viewer;
  const { jobs, offered, rows } = await readRows(vault.db, owner, frontId);
  // Keys and crypto are none of Dexie's: the rest is read outside the transaction.
  const look = isLocked ? null : await readLook(vault, jobs, keep);
  const preview = ({ entry: { id } }: Row) =>
    isLocked ? null : keep(id, async () => blobOf(await readPicture(vault, previewId(id))));
  const results = await Promise.all(
    rows.map(async (row) => ({ ...row, name: await nameOf(vault, row.entry), preview: await preview(row) })),
  );
  return { jobs, look, offered, results };
}

/** A picture never changes, but each reading makes a new Blob, and a new Blob would make the picture flash. */
export function createKeep(): Keep {
  const seen = new Map<string, Blob>();
  return async (key, read) => {
    const blob = seen.get(key) ?? (await read());
    if (blob) seen.set(key, blob);
    return blob;
  };
}

function readRows(db: MatteDb, owner: string, frontId: string | null) {
  return db.transaction('r', db.jobs, db.history, db.offers, db.blobs, async () => {
    const jobs = await readJobs(db, owner);
    const offered = new Set(await db.offers.toCollection().primaryKeys());
    const entries = await readEntries(db, owner, frontId);
    return { jobs, offered, rows: await Promise.all(entries.map((entry) => readRow(db, entry))) };
  });
}

async function nameOf({ keys }: Vault, entry: HistoryEntry): Promise<string> {
  const read = await readDetails(keys, entry);
  return read.state === 'open' ? read.details.name : '';
}

async function readJobs(db: MatteDb, owner: string): Promise<readonly Job[]> {
  // Those of a batch are shown as one (BatchLine).
  const isOwn = (job: Job) => job.owner === owner && !job.batch;
  const open = await db.jobs.where('status').anyOf('queued', 'running').filter(isOwn).toArray();
  const latest = await db.jobs.orderBy('createdAt').reverse().filter(isOwn).limit(ENDED_LIMIT).toArray();
  const isNew = new Set(open.map((job) => job.id));
  return [...open, ...latest.filter((job) => !isNew.has(job.id))];
}

async function readLook(vault: Vault, jobs: readonly Job[], keep: Keep): Promise<Blob | null> {
  const running = jobs.find(({ status }) => status === 'running');
  if (!running) return null;
  const read = async () => blobOf(await readDelivered(vault, previewId(running.id)));
  // Of its own attempt and name: the result's preview will lie in the same place.
  return keep(`look ${running.attempts} of ${running.id}`, read);
}

async function readEntries(db: MatteDb, owner: string, frontId: string | null): Promise<readonly HistoryEntry[]> {
  const latest = await db.history
    .where('[owner+createdAt]')
    .between([owner, 0], [owner, Number.POSITIVE_INFINITY])
    .reverse()
    .filter((entry) => !isHidden(entry))
    .limit(GRID_SIZE + 1)
    .toArray();
  const asked = frontId ? await db.history.get(frontId) : undefined;
  const front = asked?.owner === owner && !isHidden(asked) ? asked : undefined;
  const entries = front ? [front, ...latest.filter((entry) => entry.id !== front.id)] : latest;
  return entries.slice(0, GRID_SIZE + 1);
}

async function readRow(db: MatteDb, entry: HistoryEntry): Promise<Row> {
  const isThere = (await db.blobs.where('id').equals(cutoutId(entry.id)).count()) > 0;
  const job = await db.jobs.get(entry.id);
  return { entry, isThere, outcome: job?.outcome ?? null };
}
