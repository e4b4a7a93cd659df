/** Which jobs the popup shows, and in what order. Pure. */
import { isOpen, type Job } from '@/utils/jobs/job';

const SHOW_FAILURE_MS = 10 * 60_000;
const MAX_FAILURES = 3;

/** The running job first, then the queue by age. */
export function openJobs(jobs: readonly Job[]): readonly Job[] {
  const rank = (job: Job) => (job.status === 'running' ? 0 : 1);
  return jobs.filter(isOpen).toSorted((a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt);
}

/** Fresh failures, newest first, until a picture that was started afterwards has ended. */
export function recentFailures(jobs: readonly Job[], now: number): readonly Job[] {
  const ended = jobs.filter((job) => job.endedAt !== null);
  const isOutdated = (failed: Job) => ended.some((job) => job.createdAt > endOf(failed));
  return ended
    .filter((job) => job.status === 'failed' && now - endOf(job) < SHOW_FAILURE_MS && !isOutdated(job))
    .toSorted((a, b) => endOf(b) - endOf(a))
    .slice(0, MAX_FAILURES);
}

/** The cutout that was finished last, whatever became of it. */
export function lastDone(jobs: readonly Job[]): Job | null {
  const done = jobs.filter((job) => job.status === 'done');
  return done.toSorted((a, b) => endOf(b) - endOf(a))[0] ?? null;
}

function endOf(job: Job): number {
  return job.endedAt ?? 0;
}
