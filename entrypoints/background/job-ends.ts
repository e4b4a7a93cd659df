/** What becomes of a job that has ended: its result is collected, its failure cut anyway or dismissed. */
import { browser } from 'wxt/browser';
import { toPng } from '@/utils/browser/to-png';
import type { ErrorCode } from '@/utils/errors';
import { dropDelivery } from '@/utils/history/courier';
import { dismissFailure, takeOffer } from '@/utils/jobs/cut-anyway';
import { claimCopy } from '@/utils/jobs/delivery';
import { fail, type Job, type Step } from '@/utils/jobs/job';
import { createJobStore } from '@/utils/jobs/job-store';
import type { Delivery } from './delivery';
import type { BackgroundDeps } from './deps';
import type { Notes } from './notes';

export function createJobEnds(deps: BackgroundDeps, delivery: Delivery, notes: Notes) {
  const store = createJobStore(deps.db);

  /** Badge and notification spoke of what was now seen to. */
  async function forgetAnnouncement({ id }: Job): Promise<void> {
    await browser.notifications.clear(id);
    await delivery.refreshBadge();
  }

  return {
    async claim({ id }: Job): Promise<{ granted: boolean }> {
      return { granted: (await store.step(id, (row) => claimCopy(row, deps.now()))) !== null };
    },

    async collect(job: Job, step: (row: Job) => Step): Promise<void> {
      const row = await store.step(job.id, step);
      if (row?.delivery === 'copied') await dropDelivery(deps.db, job.id);
      await forgetAnnouncement(job);
      void delivery.settle(); // a copy that failed is waiting again
    },

    async cutAnyway(job: Job): Promise<{ cut: boolean }> {
      const cut = await takeOffer({ ...deps, toPng }, job.id);
      await forgetAnnouncement(job);
      void delivery.settle(); // whoever asked may be gone before it has copied
      return { cut };
    },

    async dismiss(job: Job): Promise<void> {
      if (job.status !== 'failed') return;
      notes.unsaved.delete(job.id);
      await dismissFailure(deps, job.id);
      await forgetAnnouncement(job);
    },

    /** `unsaved`: the disk was too full to write the failure down. */
    async ended(jobId: string, unsaved: ErrorCode | undefined): Promise<void> {
      const job = unsaved && (notes.started.get(jobId) ?? (await store.get(jobId)));
      const step = job && fail(job, unsaved, deps.now());
      if (step?.ok) notes.unsaved.set(jobId, step.job);
      notes.started.delete(jobId);
      void delivery.settle();
    },
  };
}
