/** What can be done with a batch and with each of its pictures. Rows tell what came of it. */
import { useMemo, useRef, useState } from 'react';
import { inOrder } from '@/utils/batch/batch';
import { type Batch, changeBatch, leaveOut, putAway } from '@/utils/batch/batch-store';
import type { MatteDb } from '@/utils/db';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { isOpen, type Job } from '@/utils/jobs/job';
import { sendMessage } from '@/utils/messaging';
import type { Edits } from '@/utils/studio/edits';
import type { Given } from './given';
import { addPicture, startBatch, wakeQueue } from './start-batch';

export interface Taking {
  readonly count: number;
  readonly total: number;
}

export type BatchActions = ReturnType<typeof useBatchActions>;

export function useBatchActions(db: MatteDb, owner: string) {
  const [taking, setTaking] = useState<Taking | null>(null);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  // What was given in this tab can be tried again in it: originals are not kept for that.
  const given = useRef(new Map<string, Given>()).current;
  const stop = useRef<AbortController>(null);
  const tried = async (act: () => Promise<unknown>) => {
    setFault(null);
    await act().catch((error: unknown) => setFault(codeOf(error)));
  };
  const start = (pictures: readonly Given[], edits: Edits) => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    const total = pictures.length;
    const taken = (jobId: string, each: Given, count: number) => {
      given.set(jobId, each);
      setTaking({ count, total });
    };
    setTaking({ count: 0, total });
    return tried(() => startBatch(db, { owner, given: pictures, edits, taken, signal })).finally(() => setTaking(null));
  };
  const onBatch = useMemo(() => actionsOnBatch(db), [db]);
  return {
    taking,
    fault,
    start,
    stopAll: (batch: Batch) => {
      stop.current?.abort();
      return tried(() => onBatch.stopAll(batch));
    },
    retry: (jobs: readonly Job[]) => tried(() => retryAll(db, given, jobs)),
    canRetry: (job: Job) => given.has(job.id),
    pause: (batch: Batch, isPaused: boolean) => tried(() => onBatch.pause(batch, isPaused)),
    leaveOut: (batch: Batch, job: Job) => tried(() => leaveOut(db, batch.row, job.id)),
    setEdits: (batch: Batch, edits: Edits) => tried(() => changeBatch(db, batch.row, { edits })),
    putAway: (batch: Batch) => tried(() => putAway(db, batch.row)),
    stopOne: (job: Job) => tried(() => sendMessage('cancelJob', { jobId: job.id })),
    cutAnyway: (job: Job) => tried(() => sendMessage('cutAnyway', { jobId: job.id })),
  };
}

function actionsOnBatch(db: MatteDb) {
  return {
    async pause({ row }: Batch, isPaused: boolean): Promise<void> {
      await changeBatch(db, row, { isPaused });
      if (!isPaused) wakeQueue();
    },
    /** From the end, so that none is begun only to be ended. */
    async stopAll({ jobs }: Batch): Promise<void> {
      for (const { id } of inOrder(jobs).filter(isOpen).toReversed()) await sendMessage('cancelJob', { jobId: id });
    },
  };
}

/** Each in its old place, as a job of its own. */
async function retryAll(db: MatteDb, given: Map<string, Given>, jobs: readonly Job[]): Promise<void> {
  for (const { id, batch } of jobs.filter((job) => !isOpen(job))) {
    const again = given.get(id);
    if (!again || !batch) continue;
    given.set(await addPicture(db, batch, again), again);
    await db.jobs.delete(id);
    given.delete(id);
  }
  wakeQueue();
}
