/** The first look: what a small network has found already, shown while the large one works. */
import { type MatteDb, previewId } from '../db';

/** Where the result's preview will lie, which replaces it; nothing is kept for a job that has stopped running. */
export async function storeFirstLook({ db }: { readonly db: MatteDb }, jobId: string, look: Blob): Promise<void> {
  await db.transaction('rw', db.jobs, db.blobs, async () => {
    const job = await db.jobs.get(jobId);
    if (job?.status === 'running') await db.blobs.put({ id: previewId(jobId), blob: look });
  });
}
