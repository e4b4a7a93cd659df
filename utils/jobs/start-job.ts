/** Writes a new job: the row and, where the bytes are already here, its input, in one transaction. */
import { inputId, type MatteDb } from '../db';
import type { ErrorCode } from '../errors';
import { withRoom } from '../history/make-room';
import { createJob, fail, type Job, type NewJob } from './job';
import { createJobStore } from './job-store';

export interface StartWish extends Omit<NewJob, 'source' | 'expected'> {
  readonly picture:
    | { readonly kind: 'url'; readonly url: string; readonly pageUrl: string | null }
    | { readonly kind: 'bytes'; readonly blob: Blob }
    | { readonly kind: 'unreadable'; readonly error: ErrorCode };
}

/**
 * @throws MatteError storage-full
 * @returns the row as written. An `unreadable` picture gives a row that has already failed, so that every surface
 * shows its sentence the same way.
 */
export async function startJob(deps: { db: MatteDb; now: () => number }, start: StartWish): Promise<Job> {
  const { db, now } = deps;
  const { picture, ...rest } = start;
  const source = picture.kind === 'url' ? picture : ({ kind: 'stored' } as const);
  const expected = await createJobStore(db)
    .lastStageTimes()
    .catch(() => ({})); // a guess is not worth a failure
  const wish = { ...rest, source, expected };
  const job = picture.kind === 'unreadable' ? failedJob(wish, picture.error, now()) : createJob(wish, now());
  await withRoom(db, () =>
    db.transaction('rw', db.jobs, db.blobs, async () => {
      if (picture.kind === 'bytes') await db.blobs.put({ id: inputId(job.id), blob: picture.blob });
      await db.jobs.add(job);
    }),
  );
  return job;
}

/** A job that failed before it began: the row of a picture that could not be read, or not even be stored. */
export function failedJob(wish: Omit<NewJob, 'source' | 'expected'>, error: ErrorCode, now: number): Job {
  const job = createJob({ source: { kind: 'forgotten' }, expected: {}, ...wish }, now);
  const step = fail(job, error, now);
  return step.ok ? step.job : job;
}
