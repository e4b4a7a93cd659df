/**
 * What is left of a job that failed for want of a subject: its cutout is kept as an offer, with history's limits, until
 * the user takes it ("Cut anyway"), dismisses the failure, or the row is forgotten.
 */
import { cutoutId, inputId, type MatteDb, previewId } from '../db';
import { dropEntries, pruneHistory } from '../history/history-store';
import { HISTORY_LIMITS } from '../history/retention';
import type { ResultFiles } from './finish-job';
import { cutAnyway, fail, type Outcome } from './job';

interface Deps {
  readonly db: MatteDb;
  readonly now: () => number;
}

/**
 * Marks the job failed with `no-subject` and keeps its cutout as an offer; does nothing if it has already ended.
 * @throws whatever the database throws; on a full disk `failJob` still works
 */
export async function failWithOffer(deps: Deps, jobId: string, files: ResultFiles, outcome: Outcome): Promise<void> {
  const { db, now } = deps;
  await db.transaction('rw', db.jobs, db.blobs, db.offers, async () => {
    const job = await db.jobs.get(jobId);
    const step = job && fail(job, 'no-subject', now());
    if (!step?.ok) return;
    const { width, height } = outcome;
    await db.blobs.bulkPut([
      { id: cutoutId(jobId), blob: files.png },
      { id: previewId(jobId), blob: files.preview },
    ]);
    await db.blobs.delete(inputId(jobId));
    const entry = { id: jobId, name: step.job.name, width, height, bytes: files.png.size, createdAt: now() };
    await db.offers.put({ ...entry, outcome });
    await db.jobs.put(step.job);
  });
  await pruneHistory(db, HISTORY_LIMITS);
}

/** The user takes the offer: the job is done after all, its cutout in history. False when there is no such offer. */
export function takeOffer({ db, now }: Deps, jobId: string): Promise<boolean> {
  return db.transaction('rw', db.jobs, db.offers, db.history, async () => {
    const job = await db.jobs.get(jobId);
    const offer = await db.offers.get(jobId);
    if (!job || !offer) return false;
    const step = cutAnyway(job, offer.outcome, now());
    if (!step.ok) return false;
    const { outcome: _, ...entry } = offer;
    await db.history.put({ ...entry, createdAt: now() });
    await db.offers.delete(jobId);
    await db.jobs.put(step.job);
    return true;
  });
}

/** The user has done with a failure: its row goes, and whatever was kept for it. Other jobs stay as they are. */
export async function dismissFailure({ db }: Pick<Deps, 'db'>, jobId: string): Promise<void> {
  await db.transaction('rw', db.jobs, db.blobs, db.history, db.offers, async () => {
    const job = await db.jobs.get(jobId);
    if (job?.status !== 'failed') return;
    await db.jobs.delete(jobId);
    await dropEntries(db, [jobId]);
  });
}

/** Ended rows are only needed while somebody may still look at them; an offer goes with its row, history stays. */
export async function forgetEndedBefore({ db }: Pick<Deps, 'db'>, time: number): Promise<void> {
  await db.transaction('rw', db.jobs, db.blobs, db.history, db.offers, async () => {
    const ended = db.jobs.filter((job) => job.endedAt !== null && job.endedAt < time);
    const ids = await ended.primaryKeys();
    const offered = await db.offers.where('id').anyOf(ids).primaryKeys();
    await dropEntries(db, offered);
    await db.jobs.bulkDelete(ids);
  });
}
