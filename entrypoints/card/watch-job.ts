/**
 * Follows one job by asking for it again and again. A port or a pushed message would be lost with the service worker,
 * which Chrome stops at will; a question wakes a new one, and a question that fails is simply asked again.
 */
import { isOpen } from '@/utils/jobs/job';
import type { JobView } from '@/utils/messaging';
import type { Sight } from './screen';

export const POLL_MS = 200;
/** A job row is written before the card appears, so five seconds without one mean that there is none. */
export const GIVE_UP_MS = 5000;

export interface WatchDeps {
  readonly read: () => Promise<JobView | null>;
  readonly show: (sight: Sight) => void;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

export async function watchJob({ read, show, now, sleep, signal }: WatchDeps): Promise<void> {
  let lastSeen = now();
  while (!signal.aborted) {
    const answer = await ask(read);
    if (signal.aborted) return;
    if (answer === 'unreachable') lastSeen = now();
    else if (answer) {
      lastSeen = now();
      show({ kind: 'job', view: answer });
      if (!isOpen(answer.job)) return;
    } else if (now() - lastSeen >= GIVE_UP_MS) return show({ kind: 'nothing' });
    await sleep(POLL_MS);
  }
}

/** No answer at all says nothing about the job, unlike `null`. */
async function ask(read: WatchDeps['read']): Promise<JobView | null | 'unreachable'> {
  try {
    return await read();
  } catch {
    return 'unreachable';
  }
}
