/** Whose turn it is. Somebody waits beside a single picture, and does something else while a batch is worked on. Pure. */
import type { Job } from './job';

/**
 * Single pictures before batches, the older before the younger, and a batch's in their order.
 * @param paused ids of batches
 */
export function nextOf(queued: readonly Job[], paused: ReadonlySet<string>): Job | null {
  const [next] = queued.filter(({ batch }) => !batch || !paused.has(batch.id)).toSorted(byTurn);
  return next ?? null;
}

/** How many of the open ones come before it. */
export function countAhead(open: readonly Job[], job: Job): number {
  return open.filter((other) => other.id !== job.id && (other.status === 'running' || byTurn(other, job) < 0)).length;
}

function byTurn(a: Job, b: Job): number {
  const rank = ({ batch }: Job) => (batch ? 1 : 0);
  if (a.batch && a.batch.id === b.batch?.id) return a.batch.place - b.batch.place;
  return rank(a) - rank(b) || a.createdAt - b.createdAt;
}
