/**
 * The engine as the queue sees it: a worker that is made when needed, kept warm, and killed to cancel.
 * A worker that dies by itself rejects the orders in hand with `engine-crashed`; one that says that only another worker
 * can go on is replaced, and its orders are given to that one.
 */
import { encodeWebp } from '@/utils/browser/encode-webp';
import { identify } from '@/utils/browser/identify';
import { rasteriseSvg } from '@/utils/browser/rasterise-svg';
import { type ErrorCode, type MatteError, matteError } from '@/utils/errors';
import type { Fallen } from '@/utils/inference/steps';
import type { Engine } from '@/utils/jobs/run-job';
import type { Raster } from '@/utils/pipeline/raster';
import type { End, FromWorker, News, Order, ToWorker } from './worker-protocol';

/** An ORT that aborted, or a ladder without rungs, stays so: the next picture gets a fresh worker. */
const ENGINE_FAULTS: ReadonlySet<ErrorCode> = new Set([
  'backend-unavailable',
  'inference-failed',
  'internal',
  'out-of-memory',
]);

/** WebP's; it is seen for seconds. */
const LOOK_QUALITY = 0.8;

type Hear = (news: News) => void;

interface LiveWorker {
  readonly worker: Worker;
  /** Fires when the worker is dead or given up; every order it still holds is rejected with the reason. */
  readonly gone: AbortController;
  /** Rungs on which the worker before this one failed. */
  readonly fallen: readonly Fallen[];
}

/** Why a worker is gone whose orders another one takes over. */
class Replaced extends Error {
  constructor(readonly fallen: readonly Fallen[]) {
    super('a fresh worker is needed');
  }
}

/** @param toFile makes the first look a picture that can be shown */
export function createEngineHost(
  makeWorker: () => Worker,
  toFile: (look: Raster) => Promise<Blob> = (look) => encodeWebp(look, LOOK_QUALITY),
): Engine {
  let live: LiveWorker | null = null;

  function kill(victim: LiveWorker, reason: MatteError | Replaced): void {
    victim.worker.terminate();
    victim.gone.abort(reason);
    if (live === victim) live = null;
  }

  function make(fallen: readonly Fallen[]): LiveWorker {
    const made = { worker: makeWorker(), gone: new AbortController(), fallen };
    made.worker.addEventListener('error', ({ message }) => kill(made, matteError('engine-crashed', message)));
    return made;
  }

  /** Gives the order to a worker, and to the next one if that can only be replaced. */
  async function give(order: Order, hear: Hear, signal: AbortSignal, fallen: readonly Fallen[] = []) {
    signal.throwIfAborted();
    live ??= make(fallen);
    const asked = live;
    const reply = await ask(asked, order, hear, signal).catch((error: unknown) => {
      if (signal.aborted) kill(asked, matteError('engine-crashed', 'cancelled'));
      if (error instanceof Replaced) return { type: 'fresh-worker', fallen: error.fallen } as const;
      throw error;
    });
    if (reply.type === 'fresh-worker') {
      kill(asked, new Replaced(reply.fallen));
      return give(order, hear, signal, reply.fallen);
    }
    if (reply.type !== 'failed') return reply;
    if (ENGINE_FAULTS.has(reply.code)) kill(asked, matteError('engine-crashed', reply.detail));
    throw matteError(reply.code, reply.detail);
  }

  return {
    async start(wish, signal) {
      await give({ type: 'start', wish }, () => {}, signal);
    },
    async cutout(picture, wish, hooks, signal) {
      const { kind, size } = await identify(picture);
      const bitmap = kind === 'svg' ? await rasteriseSvg(picture, size) : picture;
      const hear: Hear = (news) => {
        if (news.type === 'stage') hooks.onStage(news.stage);
        else void toFile(news.look).then(hooks.onFirstLook, () => {});
      };
      const reply = await give({ type: 'cutout', wish, picture: bitmap }, hear, signal);
      if (reply.type !== 'answer') throw matteError('internal', reply.type);
      return reply.answer;
    },
  };
}

let lastId = 0;

/** Posts one order and waits for its end; rejects with the signal's reason, or when the worker is gone. */
function ask({ worker, gone, fallen }: LiveWorker, order: Order, hear: Hear, signal: AbortSignal) {
  const id = ++lastId;
  const done = new AbortController();
  const until = { signal: done.signal };
  return new Promise<End>((resolve, reject) => {
    const onMessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.id !== id) return;
      if (data.type === 'stage' || data.type === 'first-look') hear(data);
      else resolve(data);
    };
    worker.addEventListener('message', onMessage, until);
    gone.signal.addEventListener('abort', () => reject(gone.signal.reason), until);
    signal.addEventListener('abort', () => reject(signal.reason), until);
    const message: ToWorker = { ...order, id, fallen };
    worker.postMessage(message);
  }).finally(() => done.abort());
}
