import { useLiveQuery } from 'dexie-react-hooks';
import type { MatteDb } from '@/utils/db';
import type { Job } from '@/utils/jobs/job';

/** More than the popup ever shows of jobs that have ended. */
const ENDED_LIMIT = 40;

/** All open jobs and the latest others; undefined until read. */
export function useJobs(db: MatteDb): readonly Job[] | undefined {
  return useLiveQuery(async () => {
    const open = await db.jobs.where('status').anyOf('queued', 'running').toArray();
    const latest = await db.jobs.orderBy('createdAt').reverse().limit(ENDED_LIMIT).toArray();
    const isNew = new Set(open.map((job) => job.id));
    return [...open, ...latest.filter((job) => !isNew.has(job.id))];
  }, [db]);
}
