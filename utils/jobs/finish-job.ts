/** The end of a job: result, history entry, row and credit in one transaction, the input gone with it. */
import { closeHold, ledgerTables } from '../credits/ledger-store';
import { costOf } from '../credits/plans';
import { inputId, type MatteDb, previewId } from '../db';
import type { ErrorCode } from '../errors';
import { applyRetention } from '../history/apply-retention';
import { keepResult, type ResultFiles, sealedFor, sealResult } from '../history/keep-result';
import { withRoom } from '../history/make-room';
import { detailsOf, entryOf } from './entry-of';
import { cancel, fail, finish, type Job, type Outcome, type Step } from './job';
import { noteEnd } from './note-end';

interface Deps {
  readonly db: MatteDb;
  readonly now: () => number;
}

/**
 * Stores the cutout, sealed when an account started it, marks the job done and settles its credit,
 * which a cutout as small as a preview gives back; does nothing if it was cancelled meanwhile.
 * A full disk costs the older half of history once; only then it is an error.
 * @throws MatteError storage-full
 */
export async function finishJob(deps: Deps, jobId: string, files: ResultFiles, outcome: Outcome): Promise<void> {
  const ended = await withRoom(deps.db, () => writeResult(deps, jobId, files, outcome));
  await noteEnd(deps, ended);
  await applyRetention(deps.db, deps.now());
}

/**
 * Marks the job failed and lets its credit, input and first look go; does nothing if it has already ended.
 * @param thrown for the log of faults
 */
export async function failJob(deps: Deps, jobId: string, error: ErrorCode, thrown?: unknown): Promise<void> {
  await noteEnd(deps, await endWithoutResult(deps, jobId, (job) => fail(job, error, deps.now())), thrown);
}

/** Marks the job cancelled and lets its credit, input and first look go; does nothing if it has already ended. */
export async function cancelJob(deps: Deps, jobId: string): Promise<void> {
  await noteEnd(deps, await endWithoutResult(deps, jobId, (job) => cancel(job, deps.now())));
}

/** The row as it ended; null when it had done so before. */
function endWithoutResult({ db, now }: Deps, jobId: string, end: (job: Job) => Step): Promise<Job | null> {
  return db.transaction('rw', [db.jobs, db.blobs, db.deliveries, ...ledgerTables(db)], async () => {
    const job = await db.jobs.get(jobId);
    const step = job && end(job);
    if (!step?.ok) return null;
    await db.jobs.put(step.job);
    await db.blobs.bulkDelete([inputId(jobId), previewId(jobId)]);
    await db.deliveries.delete(previewId(jobId));
    await closeHold(db, jobId, 'release', now());
    return step.job;
  });
}

async function writeResult(
  { db, now }: Deps,
  jobId: string,
  files: ResultFiles,
  outcome: Outcome,
): Promise<Job | null> {
  const job = await db.jobs.get(jobId);
  if (!job) return null;
  let ended: Job | null = null;
  // Who looks at a popup's result unlocks it; who waits beside a page gets it as it was asked for.
  const wish = { jobId, files, at: now(), deliver: job.delivery !== 'none' };
  const seal = (owner: string) => sealResult(db, { ...wish, owner }, detailsOf(job));
  await sealedFor(db, jobId, seal, [db.history, ...ledgerTables(db)], async (sealed) => {
    const row = await db.jobs.get(jobId);
    const step = row && finish(row, outcome, now());
    if (!step?.ok) return;
    await keepResult(db, jobId, sealed);
    await db.history.put(entryOf(step.job, outcome, { ...sealed, bytes: files.png.size, createdAt: now() }));
    await db.jobs.put(step.job);
    await closeHold(db, jobId, costOf(outcome) > 0 ? 'settle' : 'release', now());
    ended = step.job;
  });
  return ended;
}
