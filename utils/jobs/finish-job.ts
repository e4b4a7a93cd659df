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
  await withRoom(deps.db, () => writeResult(deps, jobId, files, outcome));
  await applyRetention(deps.db, deps.now());
}

/** Marks the job failed and lets its credit, input and first look go; does nothing if it has already ended. */
export function failJob(deps: Deps, jobId: string, error: ErrorCode): Promise<void> {
  return endWithoutResult(deps, jobId, (job) => fail(job, error, deps.now()));
}

/** Marks the job cancelled and lets its credit, input and first look go; does nothing if it has already ended. */
export function cancelJob(deps: Deps, jobId: string): Promise<void> {
  return endWithoutResult(deps, jobId, (job) => cancel(job, deps.now()));
}

async function endWithoutResult({ db, now }: Deps, jobId: string, end: (job: Job) => Step): Promise<void> {
  await db.transaction('rw', [db.jobs, db.blobs, db.deliveries, ...ledgerTables(db)], async () => {
    const job = await db.jobs.get(jobId);
    const step = job && end(job);
    if (!step?.ok) return;
    await db.jobs.put(step.job);
    await db.blobs.bulkDelete([inputId(jobId), previewId(jobId)]);
    await db.deliveries.delete(previewId(jobId));
    await closeHold(db, jobId, 'release', now());
  });
}

async function writeResult({ db, now }: Deps, jobId: string, files: ResultFiles, outcome: Outcome): Promise<void> {
  const job = await db.jobs.get(jobId);
  if (!job) return;
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
  });
}
