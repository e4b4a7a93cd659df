/** The first look: what a small network has found already, shown while the large one works. */
import { GUEST } from '../credits/ledger';
import { type MatteDb, previewId } from '../db';
import { sealDelivery } from '../history/courier';

interface Deps {
  readonly db: MatteDb;
  readonly now: () => number;
}

/**
 * Where the result's preview will lie, which replaces it; of an account's job only sealed to the courier. Nothing is kept
 * for a job that has stopped running.
 */
export async function storeFirstLook({ db, now }: Deps, jobId: string, look: Blob): Promise<void> {
  const id = previewId(jobId);
  const owner = (await db.jobs.get(jobId))?.owner;
  const isPrivate = owner !== GUEST;
  const deliveries = isPrivate ? await sealDelivery(db, id, look, now()) : [];
  await db.transaction('rw', db.jobs, db.blobs, db.deliveries, async () => {
    const job = await db.jobs.get(jobId);
    if (job?.status !== 'running' || job.owner !== owner) return;
    if (isPrivate) await db.deliveries.bulkPut(deliveries);
    else await db.blobs.put({ id, blob: look });
  });
}
