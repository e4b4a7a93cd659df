/** How an ended job reaches whoever asked for it: the steps of its `delivery`. Pure, like job.ts. */
import { type Job, refuse, type Step, take } from './job';

/** A copy that was claimed this long ago and never reported has died with its card. */
export const CLAIM_TIMEOUT_MS = 10_000;

/** The card asks to copy; granted once, so a result is never copied twice. */
export function claimCopy(job: Job, now: number): Step {
  if (job.status !== 'done' || job.delivery !== 'waiting') return refuse('nothing waiting');
  return take({ ...job, delivery: 'copying', claimedAt: now });
}

/** The copy worked, or the claim is given back. */
export function reportCopy(job: Job, copied: boolean): Step {
  if (job.status !== 'done') return refuse('not done');
  if (copied) return take({ ...job, delivery: 'copied', claimedAt: null });
  return job.delivery === 'copying' ? take({ ...job, delivery: 'waiting', claimedAt: null }) : refuse('not claimed');
}

/** The user has seen the failure, or a result that waits for Copy, on the card; or the announced result in the popup. */
export function acknowledge(job: Job): Step {
  const seen =
    job.delivery === 'announced' || ((job.status === 'failed' || job.status === 'done') && job.delivery === 'waiting');
  return seen ? take({ ...job, delivery: 'none' }) : refuse('nothing to acknowledge');
}

/** Nobody collected the result (or the failure): badge and notification take over, once. */
export function announce(job: Job, now: number): Step {
  const ended = job.status === 'done' || job.status === 'failed';
  const stale = job.delivery === 'copying' && now - (job.claimedAt ?? 0) > CLAIM_TIMEOUT_MS;
  if (!ended || !(job.delivery === 'waiting' || stale)) return refuse('nothing waiting');
  return take({ ...job, delivery: 'announced', claimedAt: null });
}
