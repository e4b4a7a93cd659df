/** Batches in Dexie. Whoever asks names an owner, and reaches that owner's alone. */
import type { MatteDb, StoredBatch } from '../db';
import { isBatchOver } from '../history/retention';
import { isOpen, type Job } from '../jobs/job';

export interface Batch {
  readonly row: StoredBatch;
  /** As they lie there. */
  readonly jobs: readonly Job[];
}

/** The one that is here; null where there is none. For a live query. */
export function readBatch(db: MatteDb, owner: string): Promise<Batch | null> {
  return db.transaction('r', db.batches, db.jobs, async () => {
    const row = (await db.batches.where('owner').equals(owner).sortBy('createdAt')).at(-1);
    return row ? { row, jobs: await jobsOf(db, row.id) } : null;
  });
}

/** Takes the place of the owner's last one. */
export async function openBatch(db: MatteDb, batch: StoredBatch): Promise<void> {
  await db.transaction('rw', db.batches, async () => {
    await db.batches.where('owner').equals(batch.owner).delete();
    await db.batches.add(batch);
  });
}

export async function changeBatch(
  db: MatteDb,
  { owner, id }: Pick<StoredBatch, 'owner' | 'id'>,
  change: Partial<Pick<StoredBatch, 'isPaused' | 'edits' | 'size'>>,
): Promise<void> {
  await db.batches
    .where('id')
    .equals(id)
    .and((row) => row.owner === owner)
    .modify(change);
}

/** An ended picture leaves the batch; what became of it stays in history. */
export async function leaveOut(db: MatteDb, { owner, id }: Pick<StoredBatch, 'owner' | 'id'>, jobId: string) {
  await db.transaction('rw', db.batches, db.jobs, async () => {
    const job = await db.jobs.get(jobId);
    if (!job || job.owner !== owner || job.batch?.id !== id || isOpen(job)) return;
    await db.jobs.delete(jobId);
    await db.batches
      .where('id')
      .equals(id)
      .modify((row) => void Object.assign(row, { size: row.size - 1 }));
  });
}

/** Away with it: its cutouts are history's from now on. Open pictures must have ended before. */
export async function putAway(db: MatteDb, { owner, id }: Pick<StoredBatch, 'owner' | 'id'>): Promise<void> {
  await db.batches
    .where('id')
    .equals(id)
    .and((row) => row.owner === owner)
    .delete();
}

/** What nobody has put away for a day. `now` in epoch ms. */
export async function forgetBatches(db: MatteDb, now: number): Promise<void> {
  await db.batches.filter(({ createdAt }) => isBatchOver(createdAt, now)).delete();
}

function jobsOf(db: MatteDb, batchId: string): Promise<Job[]> {
  return db.jobs.where('batch.id').equals(batchId).toArray();
}
