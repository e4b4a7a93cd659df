/** An engine takes a job, and the job its credit, if none could be held when it was queued. */
import { holdCredit, ledgerTables } from '../credits/ledger-store';
import type { PreviewReason } from '../credits/plans';
import type { MatteDb } from '../db';
import { begin, type Job } from './job';
import { createJobStore } from './job-store';

export interface Begun {
  readonly job: Job;
  /** Null: it holds a credit; otherwise why its picture comes out as a preview. */
  readonly reducedBy: PreviewReason | null;
}

/** One transaction; a job that was begun before keeps its hold and gets no second. Null for a job that may not begin. */
export function beginJob(
  { db, now }: { readonly db: MatteDb; readonly now: () => number },
  jobId: string,
): Promise<Begun | null> {
  return db.transaction('rw', [db.jobs, ...ledgerTables(db)], async () => {
    const job = await createJobStore(db).step(jobId, (row) => begin(row, now()));
    return job?.status === 'running'
      ? { job, reducedBy: await holdCredit(db, { owner: job.owner, jobId }, now()) }
      : null;
  });
}
