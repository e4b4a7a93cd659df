/** What pages of the extension can do with jobs. */
import { safeName } from '@/utils/browser/picture-name';
import { cutoutId, type MatteDb, previewId } from '@/utils/db';
import { faultOf, noteFault } from '@/utils/diagnostics/log';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { blobOf, readDelivered } from '@/utils/history/read-picture';
import { expireOriginals } from '@/utils/jobs/expire';
import { cancelJob } from '@/utils/jobs/finish-job';
import { isOpen, type Job, QUALITIES } from '@/utils/jobs/job';
import { createJobStore } from '@/utils/jobs/job-store';
import { jobFraction } from '@/utils/jobs/progress';
import { countAhead } from '@/utils/jobs/queue';
import { BACKEND_CHOICES } from '@/utils/jobs/rungs';
import { startJob } from '@/utils/jobs/start-job';
import { type JobView, type StartRequest, sendMessage } from '@/utils/messaging';
import type { BackgroundDeps } from './deps';
import { rest, wakeEngine } from './engine-control';

/** Starts a job on bytes that the popup or a script holds. */
export async function start(
  deps: BackgroundDeps,
  { picture, name, backend, quality }: StartRequest,
): Promise<{ jobId: string } | { error: ErrorCode }> {
  const known = isKnown(BACKEND_CHOICES, backend) && isKnown(QUALITIES, quality);
  if (!(picture instanceof Blob) || typeof name !== 'string' || !known) return { error: 'bad-request' };
  const id = crypto.randomUUID();
  try {
    const engine = { ...(backend && { backend }), ...(quality && { quality }) };
    await startJob(deps, { id, name: safeName(name), page: null, engine, picture: { kind: 'bytes', blob: picture } });
  } catch (error) {
    await noteFault(deps, faultOf(error, [name]));
    return { error: codeOf(error) };
  }
  void wakeEngine(deps);
  return { jobId: id };
}

/** What is not said is left to the settings. */
function isKnown(known: readonly unknown[], value: unknown): boolean {
  return value === undefined || known.includes(value);
}

/** Ends the row first, so that nothing restarts it, then kills the worker that may be on it. */
export async function cancel(deps: BackgroundDeps, job: Job): Promise<void> {
  await cancelJob(deps, job.id);
  await abort(job.id);
  await rest(deps);
}

/** Ends what took too long, so that no original stays. Whoever calls it sees to the announcements. */
export async function endOverdue(deps: BackgroundDeps): Promise<void> {
  for (const jobId of await expireOriginals(deps)) await abort(jobId);
}

async function abort(jobId: string): Promise<void> {
  await sendMessage('abortJob', { jobId }).catch(() => {}); // no engine, nothing to stop
}

export async function view(deps: BackgroundDeps, job: Job): Promise<JobView> {
  const { db, now } = deps;
  const [preview = null, cutout = null] = await picturesOf(deps, job);
  const ahead = isOpen(job) ? await openBefore(db, job) : 0;
  return {
    job,
    progress: jobFraction(job, now()),
    ahead,
    preview,
    cutout,
    anyway: job.error === 'no-subject' && (await db.offers.get(job.id)) !== undefined,
  };
}

/** Preview and cutout, as far as they may be seen already: also of a locked account, while they are on their way. */
function picturesOf(deps: BackgroundDeps, { id, status }: Job): Promise<(Blob | null)[]> {
  const shown = {
    running: [previewId(id)],
    done: [previewId(id), cutoutId(id)],
    queued: [],
    failed: [],
    cancelled: [],
  };
  return Promise.all(shown[status].map(async (picture) => blobOf(await readDelivered(deps, picture))));
}

async function openBefore(db: MatteDb, job: Job): Promise<number> {
  return countAhead(await createJobStore(db).open(), job);
}
