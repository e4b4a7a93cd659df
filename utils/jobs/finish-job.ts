/** The end of a job: result, history entry and row in one transaction, the input gone with it. */
import { cutoutId, inputId, type MatteDb, previewId } from '../db';
import type { ErrorCode } from '../errors';
import { pruneHistory } from '../history/history-store';
import { withRoom } from '../history/make-room';
import { HISTORY_LIMITS } from '../history/retention';
import { cancel, fail, finish, type Job, type Outcome, type Step } from './job';

interface Deps {
  readonly db: MatteDb;
  readonly now: () => number;
}

export interface ResultFiles {
  readonly png: Blob;
  readonly preview: Blob;
}

/**
 * Stores the cutout and marks the job done; does nothing if it was cancelled meanwhile.
 * A full disk costs the older half of history once; only then it is an error.
 * @throws MatteError storage-full
 */
export async function finishJob(deps: Deps, jobId: string, files: ResultFiles, outcome: Outcome): Promise<void> {
  await withRoom(deps.db, () => writeResult(deps, jobId, files, outcome));
  await pruneHistory(deps.db, HISTORY_LIMITS);
}

/** Marks the job failed and lets its input and first look go; does nothing if it has already ended. */
export function failJob(deps: Deps, jobId: string, error: ErrorCode): Promise<void> {
  return endWithoutResult(deps, jobId, (job) => fail(job, error, deps.now()));
}

/** Marks the job cancelled and lets its input and first look go; does nothing if it has already ended. */
export function cancelJob(deps: Deps, jobId: string): Promise<void> {
  return endWithoutResult(deps, jobId, (job) => cancel(job, deps.now()));
}

async function endWithoutResult({ db }: Deps, jobId: string, end: (job: Job) => Step): Promise<void> {
  await db.transaction('rw', db.jobs, db.blobs, async () => {
    const job = await db.jobs.get(jobId);
    const step = job && end(job);
    if (!step?.ok) return;
    await db.jobs.put(step.job);
    await db.blobs.bulkDelete([inputId(jobId), previewId(jobId)]);
  });
}

async function writeResult({ db, now }: Deps, jobId: string, files: ResultFiles, outcome: Outcome): Promise<void> {
  await db.transaction('rw', db.jobs, db.blobs, db.history, async () => {
    const job = await db.jobs.get(jobId);
    const step = job && finish(job, outcome, now());
    if (!step?.ok) return;
    const { width, height } = outcome;
    const { png, preview } = files;
    await db.blobs.bulkPut([
      { id: cutoutId(jobId), blob: png },
      { id: previewId(jobId), blob: preview },
    ]);
    await db.blobs.delete(inputId(jobId));
    await db.history.put({ id: jobId, name: step.job.name, width, height, bytes: png.size, createdAt: now() });
    await db.jobs.put(step.job);
  });
}
