/**
 * Who tells the user that a picture is ready. The card collects and copies by itself; when no card does so in time
 * (tab hidden, closed, or off limits), badge and notification take over. Both go through one claim in the row, so a
 * result is announced or copied once, however often this worker dies in between.
 */
import { announcement } from '@/utils/browser/announcement';
import { announce } from '@/utils/jobs/delivery';
import type { Job } from '@/utils/jobs/job';
import { createJobStore } from '@/utils/jobs/job-store';
import { showBadge } from './badge';
import type { BackgroundDeps } from './deps';
import { rest } from './engine-control';
import { spoken } from './language';

/** A visible card polls every 200 ms and then waits up to 2 s for the focus. */
const GRACE_MS = 3_000;

export type Delivery = ReturnType<typeof createDelivery>;

export function createDelivery(deps: BackgroundDeps) {
  const { db, now } = deps;
  const store = createJobStore(db);

  async function announceJob(job: Job): Promise<void> {
    const announced = await store.step(job.id, (row) => announce(row, now()));
    // Without a notification there is still the badge.
    if (announced) await notify(announced).catch(() => {});
  }

  async function notify(job: Job): Promise<void> {
    await spoken(db);
    await announcement.show(job);
  }

  const refreshBadge = () => showBadge(db);

  /** Gives the cards their time, then announces what nobody collected. */
  async function settle(): Promise<void> {
    await refreshBadge(); // what has ended works no more
    const waiting = await store.uncollected();
    if (waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
    // Those of before only: what ended meanwhile has its own time.
    for (const job of waiting) await announceJob(job);
    await refreshBadge();
    await rest(deps);
  }

  return { settle, refreshBadge };
}
