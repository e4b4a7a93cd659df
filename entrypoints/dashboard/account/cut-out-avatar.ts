/** Takes the background off a picture by Matte's own engine: a job like any other, which also ends up in history. */

import { liveQuery } from 'dexie';
import { cutoutId, type MatteDb } from '@/utils/db';
import type { Vault } from '@/utils/history/courier';
import { readPicture } from '@/utils/history/read-picture';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Job } from '@/utils/jobs/job';
import { sendMessage } from '@/utils/messaging';

export type CutAvatar = { readonly cutout: Blob } | { readonly sentence: string };

/** @param signal cancels the job */
export async function cutOutAvatar(vault: Vault, picture: Blob, signal: AbortSignal): Promise<CutAvatar> {
  const started = await sendMessage('startJob', { picture, name: say('account.avatar') });
  if ('error' in started) return { sentence: sentenceOf(started.error) };
  const { jobId } = started;
  signal.addEventListener('abort', () => void sendMessage('cancelJob', { jobId }).catch(() => undefined));
  const job = await ended(vault.db, jobId);
  if (job?.status !== 'done') return { sentence: job?.error ? sentenceOf(job.error) : say('account.avatarGone') };
  const stored = await readPicture(vault, cutoutId(jobId));
  return stored.state === 'open' ? { cutout: stored.blob } : { sentence: say('account.avatarGone') };
}

/** undefined when its row went meanwhile. */
function ended(db: MatteDb, id: string): Promise<Job | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Job | undefined>();
  const watching = liveQuery(async () => db.jobs.get(id)).subscribe({
    next: (job) => (!job || job.endedAt !== null) && resolve(job),
    error: reject,
  });
  return promise.finally(() => watching.unsubscribe());
}
