/** Job rows in Dexie. Every change is one pure step applied in one transaction, so two contexts never interleave. */
import type { MatteDb } from '../db';
import type { StageTimes } from '../pipeline/ports';
import { isOpen, type Job, type Quality, type Step } from './job';
import { nextOf } from './queue';

export function createJobStore(db: MatteDb) {
  return {
    get: (id: string) => db.jobs.get(id),

    /** Applies a step to the row; null when there is no such row or the step was refused. */
    step(id: string, change: (job: Job) => Step): Promise<Job | null> {
      return db.transaction('rw', db.jobs, async () => {
        const job = await db.jobs.get(id);
        const step = job && change(job);
        if (!step?.ok) return null;
        await db.jobs.put(step.job);
        return step.job;
      });
    },

    /** Oldest first. */
    open(): Promise<Job[]> {
      return db.jobs.where('status').anyOf('queued', 'running').sortBy('createdAt');
    },

    async nextQueued(): Promise<Job | null> {
      const queued = await db.jobs.where('status').equals('queued').sortBy('createdAt');
      const paused = await db.batches.filter(({ isPaused }) => isPaused).primaryKeys();
      return nextOf(queued, new Set(paused));
    },

    /** Whether an engine has, or could have, something to do: what a paused batch holds back is not that. */
    async hasWork(): Promise<boolean> {
      const running = await db.jobs.where('status').equals('running').count();
      return running > 0 || (await this.nextQueued()) !== null;
    },

    /** Ended page jobs that nobody has collected or announced. */
    uncollected(): Promise<Job[]> {
      return db.jobs
        .filter((job) => !isOpen(job) && (job.delivery === 'waiting' || job.delivery === 'copying'))
        .toArray();
    },

    announcedCount(): Promise<number> {
      return db.jobs.filter((job) => job.delivery === 'announced').count();
    },

    /** Stage times of the last finished job of that quality: what this machine is likely to need. */
    async lastStageTimes(quality: Quality): Promise<StageTimes> {
      const done = await db.jobs
        .orderBy('createdAt')
        .reverse()
        .filter((job) => job.status === 'done' && job.quality === quality)
        .first();
      return done?.outcome?.stages ?? {};
    },
  };
}
