/**
 * The queue. One job runs at a time, in the order of creation; a failed one never blocks the next; an abort kills the
 * engine's worker, which is the only way to stop WASM.
 */
import { inputId, type MatteDb } from '../db';
import { codeOf, type ErrorCode, matteError } from '../errors';
import type { ResultFiles } from '../history/keep-result';
import { storageFault } from '../history/make-room';
import { keepOriginal } from '../history/originals';
import type { Stage, StageTimes } from '../pipeline/ports';
import { PREVIEW_PIXELS, type Size } from '../pipeline/raster';
import { wakeable } from '../single-flight';
import { type Begun, beginJob } from './begin-job';
import { failWithOffer } from './cut-anyway';
import { failJob, finishJob } from './finish-job';
import { storeFirstLook } from './first-look';
import { type EngineWish, enterStage, isOpen, type Job, MAX_ATTEMPTS, requeue } from './job';
import { createJobStore } from './job-store';
import type { Backend, RungNote } from './rungs';

/** A cutout, how it came to be, and on which rung. */
export interface Cut extends ResultFiles, Size {
  readonly backend: Backend;
  /** Every rung from the best down to the one that ran. */
  readonly why: readonly RungNote[];
  /** The photo's own size, where the wish's `maxPixels` made the cutout smaller. */
  readonly reducedFrom?: Size;
}

export type CutoutAnswer =
  | ({ readonly ok: true } & Cut)
  /** `anyway` is what the network saw all the same: the user may want it. */
  | { readonly ok: false; readonly reason: 'no-subject'; readonly anyway: Cut };

export interface CutoutWish extends EngineWish {
  /** A cutout of more pixels is made smaller to fit. */
  readonly maxPixels?: number;
}

export interface CutoutHooks {
  onStage(stage: Stage): void;
  /** A small picture of what is likely to come out, some seconds before it does. At most once. */
  onFirstLook(look: Blob): void;
}

export interface Engine {
  /** Loads weights and compiles, unless warm. @throws MatteError */
  start(wish: EngineWish, signal: AbortSignal): Promise<void>;
  /** May be asked while the engine still starts. @throws MatteError; rejects with an AbortError when the signal fires. */
  cutout(picture: Blob, wish: CutoutWish, hooks: CutoutHooks, signal: AbortSignal): Promise<CutoutAnswer>;
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
      const begun = await beginJob(deps, job.id);
      if (begun) await runJob(deps, begun, controller.signal);
    } catch (error) {
      const fault = await storageFault(error);
      const code = codeOf(fault);
      if (!controller.signal.aborted) await settleFault(deps, job.id, fault).catch(() => (unsaved = code));
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

    isBusy: () => current !== null,

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
async function settleFault(deps: RunnerDeps, jobId: string, fault: unknown): Promise<void> {
  const code = codeOf(fault);
  const again =
    code === 'engine-crashed' ? await createJobStore(deps.db).step(jobId, (row) => requeue(row, deps.now())) : null;
  if (!again) await failJob(deps, jobId, code, fault);
}

async function runJob(deps: RunnerDeps, { job, reducedBy }: Begun, signal: AbortSignal): Promise<void> {
  const watch = stageWatch(deps, job.id);
  const startedAt = deps.now();
  const { answer, picture } = await answerTo(deps, { job, reducedBy }, watch, signal);
  signal.throwIfAborted();
  const cut = answer.ok ? answer : answer.anyway;
  const { width, height, backend, why, reducedFrom } = cut;
  const ran = { width, height, backend, why, ...(reducedFrom && reducedBy && { reducedFrom, reducedBy }) };
  const outcome = { ...ran, stages: watch.stop(), ms: deps.now() - startedAt };
  if (answer.ok) {
    await finishJob(deps, job.id, cut, outcome);
    // Of a preview it would give the whole picture; and it is worth no failure.
    return reducedFrom ? undefined : keepOriginal(deps.db, job.id, picture).catch(() => {});
  }
  // Without room for the offer there is still the sentence.
  await failWithOffer(deps, job.id, cut, outcome).catch(() => failJob(deps, job.id, answer.reason));
}

/** The engine starts, the picture comes, and is opened, side by side. Whichever fails first ends it, without waiting. */
async function answerTo(
  deps: RunnerDeps,
  { job, reducedBy }: Begun,
  watch: StageWatch,
  signal: AbortSignal,
): Promise<{ readonly answer: CutoutAnswer; readonly picture: Blob }> {
  const wish: EngineWish = { backend: job.backendChoice, quality: job.quality };
  const noEngine = new AbortController();
  const started = deps.engine.start(wish, signal).then(watch.engineStarted);
  started.catch((error) => noEngine.abort(error));
  const hooks = { onStage: watch.enter, onFirstLook: (look: Blob) => keepLook(deps, job.id, look) };
  const cut = async () => {
    const picture = await inputOf(deps, job, AbortSignal.any([signal, noEngine.signal]));
    noEngine.signal.throwIfAborted(); // a worker must not be made for a job that has failed
    const asked = reducedBy ? { ...wish, maxPixels: PREVIEW_PIXELS } : wish;
    return { answer: await deps.engine.cutout(picture, asked, hooks, signal), picture };
  };
  const [answered] = await Promise.all([cut(), started]);
  return answered;
}

/** A lost look costs a few seconds of an empty card. */
function keepLook(deps: RunnerDeps, jobId: string, look: Blob): void {
  storeFirstLook(deps, jobId, look).catch(() => {});
}

async function inputOf(deps: RunnerDeps, job: Job, signal: AbortSignal): Promise<Blob> {
  if (job.source.kind === 'url') return deps.fetchPicture(job, signal);
  const stored = await deps.db.blobs.get(inputId(job.id));
  if (!stored) throw matteError('internal', `input of ${job.id} is gone`);
  return stored.blob;
}

type StageWatch = ReturnType<typeof stageWatch>;

/**
 * Times the stages and tells the row about each; a lost write costs a step of the bar, never the job. What goes on beside
 * the engine's start counts as `engine` until that is over: the times add up to what the user waited.
 */
function stageWatch({ db, now }: RunnerDeps, jobId: string) {
  const store = createJobStore(db);
  const times: StageTimes = {};
  let open: { readonly stage: Stage; readonly since: number } = { stage: 'engine', since: now() };
  let beside: Stage | null = 'fetch';
  const close = () => {
    times[open.stage] = (times[open.stage] ?? 0) + now() - open.since;
  };
  const show = (stage: Stage) => {
    close();
    beside = null;
    open = { stage, since: now() };
    store.step(jobId, (row) => enterStage(row, stage, now())).catch(() => {});
  };
  return {
    enter(stage: Stage): void {
      if (beside && stage === 'decode') beside = stage;
      else show(stage);
    },
    engineStarted(): void {
      if (beside) show(beside);
    },
    stop(): StageTimes {
      close();
      return times;
    },
  };
}
