/**
 * The queue. One job runs at a time, in the order of creation; a failed one never blocks the next; an abort kills the
 * engine's worker, which is the only way to stop WASM.
 */
import { inputId, type MatteDb } from '../db';
import { codeOf, type ErrorCode, matteError } from '../errors';
import { storageFault } from '../history/make-room';
import type { Stage, StageTimes } from '../pipeline/ports';
import { wakeable } from '../single-flight';
import { failJob, finishJob } from './finish-job';
import { type Backend, type BackendChoice, begin, enterStage, isOpen, type Job, MAX_ATTEMPTS, requeue } from './job';
import { createJobStore } from './job-store';

export type CutoutAnswer =
  | {
      readonly ok: true;
      readonly png: Blob;
      readonly preview: Blob;
      readonly width: number;
      readonly height: number;
      readonly backend: Backend;
    }
  | { readonly ok: false; readonly reason: 'no-subject' };

export interface Engine {
  /** Loads weights and compiles, unless warm. @throws MatteError */
  start(backend: BackendChoice, signal: AbortSignal): Promise<void>;
  /** @throws MatteError; rejects with an AbortError when the signal fires. */
  cutout(
    picture: Blob,
    backend: BackendChoice,
    onStage: (stage: Stage) => void,
    signal: AbortSignal,
  ): Promise<CutoutAnswer>;
}

export interface RunnerDeps {
  readonly db: MatteDb;
  readonly now: () => number;
  readonly engine: Engine;
  /** Gets the bytes of a URL job. @throws MatteError */
  readonly fetchPicture: (job: Job, signal: AbortSignal) => Promise<Blob>;
  /** Told after every end, whatever it was; `unsaved` when the disk was too full to write the failure down. */
  readonly ended: (jobId: string, unsaved?: ErrorCode) => void;
}

export function createRunner(deps: RunnerDeps) {
  const store = createJobStore(deps.db);
  let current: { readonly id: string; readonly controller: AbortController } | null = null;

  async function runNext(job: Job): Promise<void> {
    const controller = new AbortController();
    current = { id: job.id, controller };
    let unsaved: ErrorCode | undefined;
    try {
      if (job.attempts >= MAX_ATTEMPTS) await failJob(deps, job.id, 'engine-crashed');
      const begun = await store.step(job.id, (row) => begin(row, deps.now()));
      if (begun) await runJob(deps, begun, controller.signal);
    } catch (error) {
      const code = codeOf(await storageFault(error));
      if (!controller.signal.aborted) await settleFault(deps, job.id, code).catch(() => (unsaved = code));
    } finally {
      current = null;
    }
    const left = await store.get(job.id).catch(() => undefined);
    if (unsaved || !left || !isOpen(left)) deps.ended(job.id, unsaved);
    // Its row still says "queued": going on would take it again at once.
    if (unsaved) throw matteError(unsaved, 'the row could not be written');
  }

  return {
    /** Works until the queue is empty; callers share one run. */
    drain: wakeable(async () => {
      for (let job = await store.nextQueued(); job; job = await store.nextQueued()) await runNext(job);
    }),

    abort(jobId: string): void {
      if (current?.id === jobId) current.controller.abort();
    },

    /** On start: whatever says "running" belonged to an engine that is gone. */
    async adoptOrphans(): Promise<void> {
      for (const job of await store.open()) await store.step(job.id, (row) => requeue(row, deps.now()));
    },
  };
}

/** A dead engine gives the job back to the queue, if it may be tried again; any other fault ends it. */
async function settleFault(deps: RunnerDeps, jobId: string, code: ErrorCode): Promise<void> {
  const again =
    code === 'engine-crashed' ? await createJobStore(deps.db).step(jobId, (row) => requeue(row, deps.now())) : null;
  if (!again) await failJob(deps, jobId, code);
}

async function runJob(deps: RunnerDeps, job: Job, signal: AbortSignal): Promise<void> {
  const watch = stageWatch(deps, job.id);
  const startedAt = deps.now();
  watch.enter('engine');
  const ready = deps.engine.start(job.backendChoice, signal).then(() => watch.enter('fetch'));
  // Side by side; a picture that cannot be had fails at once, without waiting for the engine.
  const [picture] = await Promise.all([inputOf(deps, job, signal), ready]);
  const answer = await deps.engine.cutout(picture, job.backendChoice, watch.enter, signal);
  signal.throwIfAborted();
  if (!answer.ok) return failJob(deps, job.id, answer.reason);
  const { width, height, backend } = answer;
  const stages = watch.stop();
  await finishJob(deps, job.id, answer, { width, height, backend, stages, ms: deps.now() - startedAt });
}

async function inputOf(deps: RunnerDeps, job: Job, signal: AbortSignal): Promise<Blob> {
  if (job.source.kind === 'url') return deps.fetchPicture(job, signal);
  const stored = await deps.db.blobs.get(inputId(job.id));
  if (!stored) throw matteError('internal', `input of ${job.id} is gone`);
  return stored.blob;
}

/** Times the stages and tells the row about each; a lost write costs a step of the bar, never the job. */
function stageWatch({ db, now }: RunnerDeps, jobId: string) {
  const store = createJobStore(db);
  const times: StageTimes = {};
  let open: { readonly stage: Stage; readonly since: number } | null = null;
  const close = () => {
    if (open) times[open.stage] = (times[open.stage] ?? 0) + now() - open.since;
  };
  return {
    enter(stage: Stage): void {
      close();
      open = { stage, since: now() };
      store.step(jobId, (row) => enterStage(row, stage, now())).catch(() => {});
    },
    stop(): StageTimes {
      close();
      open = null;
      return times;
    },
  };
}
