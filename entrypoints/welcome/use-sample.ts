/** A real job on a picture that comes with Matte, by the way that the popup's pictures take. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { cutoutId } from '@/utils/db';
import { codeOf, type ErrorCode } from '@/utils/errors';
import type { Vault } from '@/utils/history/courier';
import { readPicture } from '@/utils/history/read-picture';
import { isOpen, type Job } from '@/utils/jobs/job';
import { sendMessage } from '@/utils/messaging';
import { SAMPLE } from './sample';

export type SampleState =
  | { readonly state: 'idle' }
  | { readonly state: 'starting' }
  | { readonly state: 'working'; readonly job: Job }
  | { readonly state: 'done'; readonly job: Job; readonly cutout: Blob }
  | { readonly state: 'failed'; readonly code: ErrorCode };

export function useSample(vault: Vault, name: string) {
  const [asked, setAsked] = useState<string | null>(null);
  const [early, setEarly] = useState<SampleState>({ state: 'idle' });
  const late = useLiveQuery(async () => (asked ? readSample(vault, asked) : null), [vault, asked]);
  const start = async () => {
    setAsked(null);
    setEarly({ state: 'starting' });
    try {
      const picture = await (await fetch(SAMPLE.path)).blob();
      const answer = await sendMessage('startJob', { picture, name });
      if ('error' in answer) setEarly({ state: 'failed', code: answer.error });
      else setAsked(answer.jobId);
    } catch (error) {
      setEarly({ state: 'failed', code: codeOf(error) });
    }
  };
  return { sample: (asked && late) || early, start: () => void start() };
}

/** The engine takes a moment to start, so it does once somebody moves on this page; nobody may ever look at it. */
export function prewarmForVisitor(): () => void {
  const stop = new AbortController();
  const prewarm = () => {
    stop.abort();
    sendMessage('prewarm', undefined).catch(() => undefined);
  };
  for (const type of ['pointermove', 'keydown']) addEventListener(type, prewarm, { signal: stop.signal });
  return () => stop.abort();
}

async function readSample(vault: Vault, jobId: string): Promise<SampleState | null> {
  const job = await vault.db.jobs.get(jobId);
  if (!job) return null;
  if (isOpen(job)) return { state: 'working', job };
  if (job.status === 'cancelled') return { state: 'idle' };
  if (job.status === 'failed') return { state: 'failed', code: job.error ?? 'internal' };
  const picture = await readPicture(vault, cutoutId(jobId));
  if (picture.state === 'open') return { state: 'done', job, cutout: picture.blob };
  return { state: 'failed', code: picture.state === 'damaged' ? 'vault-damaged' : 'internal' };
}
