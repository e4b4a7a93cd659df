/**
 * What the popup shows of the database, read in one go: a job that ends and its result appear together, so that the one
 * takes the other's place.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { useRef } from 'react';
import { cutoutId, type HistoryEntry, type MatteDb, previewId } from '@/utils/db';
import type { Job, Outcome } from '@/utils/jobs/job';

export const GRID_SIZE = 8;
/** More than the popup ever shows of jobs that have ended. */
const ENDED_LIMIT = 40;

export interface Result {
  readonly entry: HistoryEntry;
  /** Both null once the result has been deleted: the one is shown, the other copied and saved. */
  readonly preview: Blob | null;
  readonly cutout: Blob | null;
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

type Keep = (key: string, blob: Blob | undefined) => Blob | null;

/** Undefined until read. */
export function useStored(db: MatteDb, frontId: string | null): Stored | undefined {
  // A picture never changes, but each reading makes a new Blob, and a new Blob would make the picture flash.
  const seen = useRef(new Map<string, Blob>());
  const keep: Keep = (key, blob) => {
    if (!blob) return null;
    const kept = seen.current.get(key) ?? blob;
    seen.current.set(key, kept);
    return kept;
  };
  return useLiveQuery(
    () =>
      db.transaction('r', db.jobs, db.history, db.offers, db.blobs, async () => {
        const jobs = await readJobs(db);
        const look = await readLook(db, jobs, keep);
        const offered = new Set(await db.offers.toCollection().primaryKeys());
        return { jobs, look, offered, results: await readResults(db, frontId, keep) };
      }),
    [db, frontId],
  );
}

async function readJobs(db: MatteDb): Promise<readonly Job[]> {
  const open = await db.jobs.where('status').anyOf('queued', 'running').toArray();
  const latest = await db.jobs.orderBy('createdAt').reverse().limit(ENDED_LIMIT).toArray();
  const isNew = new Set(open.map((job) => job.id));
  return [...open, ...latest.filter((job) => !isNew.has(job.id))];
}

async function readLook(db: MatteDb, jobs: readonly Job[], keep: Keep): Promise<Blob | null> {
  const running = jobs.find(({ status }) => status === 'running');
  if (!running) return null;
  const stored = await db.blobs.get(previewId(running.id));
  // Of its own attempt and name: the result's preview will lie in the same place.
  return keep(`look ${running.attempts} of ${running.id}`, stored?.blob);
}

async function readResults(db: MatteDb, frontId: string | null, keep: Keep): Promise<readonly Result[]> {
  const latest = await db.history
    .orderBy('createdAt')
    .reverse()
    .limit(GRID_SIZE + 1)
    .toArray();
  const front = frontId ? await db.history.get(frontId) : undefined;
  const entries = front ? [front, ...latest.filter((entry) => entry.id !== front.id)] : latest;
  return Promise.all(entries.slice(0, GRID_SIZE + 1).map((entry) => readResult(db, entry, keep)));
}

async function readResult(db: MatteDb, entry: HistoryEntry, keep: Keep): Promise<Result> {
  const ids = [previewId(entry.id), cutoutId(entry.id)];
  const [preview = null, cutout = null] = (await db.blobs.bulkGet(ids)).map(
    (stored) => stored && keep(stored.id, stored.blob),
  );
  const job = await db.jobs.get(entry.id);
  return { entry, preview, cutout, outcome: job?.outcome ?? null };
}
