/** An engine that cuts out by writing "cutout of …", and a queue that works with it. Each test changes one thing. */
import { type Cut, createRunner, type Engine, type RunnerDeps } from '@/utils/jobs/run-job';
import type { World } from './world';

export type CutoutCall = Parameters<Engine['cutout']>;

export async function cutOf(picture: Blob): Promise<Cut> {
  const png = new Blob([`cutout of ${await picture.text()}`]);
  const why = [{ rung: 'wasm', verdict: 'used' }] as const;
  return { png, preview: new Blob(['small']), width: 4, height: 3, backend: 'wasm', why };
}

/** What the engine answers when all is well. */
export async function cutoutOf(picture: Blob): ReturnType<Engine['cutout']> {
  return { ok: true, ...(await cutOf(picture)) };
}

/** What it answers when it finds no subject. */
export async function noSubjectIn(picture: Blob): ReturnType<Engine['cutout']> {
  return { ok: false, reason: 'no-subject', anyway: await cutOf(picture) };
}

export function goodEngine(change: Partial<Engine> = {}): Engine {
  return { start: async () => {}, cutout: cutoutOf, ...change };
}

/** Says that it is at work and never answers, but stops when told to. */
export function untilAborted(signal: AbortSignal, atWork: () => void): Promise<never> {
  atWork();
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

export function createQueue({ db, now }: World, change: Partial<RunnerDeps> = {}) {
  const ended: string[] = [];
  const deps: RunnerDeps = {
    db,
    now,
    engine: goodEngine(),
    fetchPicture: async (job) => new Blob([`bytes of ${job.id}`]),
    ended: (jobId) => ended.push(jobId),
    ...change,
  };
  return { ...createRunner(deps), ended };
}
