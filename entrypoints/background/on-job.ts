/** Handlers of messages about a job, which run only for one that exists and that the sender may see. */
import type { MatteDb } from '@/utils/db';
import type { Job } from '@/utils/jobs/job';
import { createJobStore } from '@/utils/jobs/job-store';
import { onMessage, type Protocol } from '@/utils/messaging';
import type { Notes } from './notes';
import { isFramed, maySee } from './sender';

type JobMessage = {
  [Type in keyof Protocol]: Parameters<Protocol[Type]>[0] extends { jobId: string } ? Type : never;
}[keyof Protocol];

export type OnJob = <Type extends JobMessage>(
  type: Type,
  handle: (job: Job, data: Parameters<Protocol[Type]>[0]) => Promise<ReturnType<Protocol[Type]>>,
  refused: ReturnType<Protocol[Type]>,
) => void;

export function createOnJob(db: MatteDb, notes: Notes): OnJob {
  const store = createJobStore(db);
  return (type, handle, refused) => {
    onMessage(type, (async ({ data, sender }: { data: { jobId: string }; sender: never }) => {
      if (typeof data?.jobId !== 'string') return refused;
      if (isFramed(sender)) notes.liveCards.add(data.jobId);
      const job = notes.unsaved.get(data.jobId) ?? (await store.get(data.jobId));
      return job && maySee(sender, job) ? handle(job, data as Parameters<typeof handle>[1]) : refused;
    }) as never);
  };
}
