/**
 * The engine as the queue sees it: a worker that is made when needed, kept warm, and killed to cancel.
 * A worker that dies by itself rejects the order in hand with `engine-crashed`.
 */
import { identify } from '@/utils/browser/identify';
import { rasteriseSvg } from '@/utils/browser/rasterise-svg';
import { type ErrorCode, type MatteError, matteError } from '@/utils/errors';
import type { Engine } from '@/utils/jobs/run-job';
import type { Stage } from '@/utils/pipeline/ports';
import type { FromWorker, Order, Reply } from './worker-protocol';

/** An ORT that aborted, or a ladder without rungs, stays so: the next picture gets a fresh worker. */
const ENGINE_FAULTS: ReadonlySet<ErrorCode> = new Set(['inference-failed', 'internal', 'out-of-memory']);

type OnStage = (stage: Stage) => void;

interface LiveWorker {
  readonly worker: Worker;
  /** Fires when the worker is dead or given up; every order it still holds is rejected with the reason. */
  readonly gone: AbortController;
}

export function createEngineHost(makeWorker: () => Worker): Engine {
  let live: LiveWorker | null = null;

  function kill(victim: LiveWorker, reason: MatteError): void {
    victim.worker.terminate();
    victim.gone.abort(reason);
    if (live === victim) live = null;
  }

  function make(): LiveWorker {
    const made = { worker: makeWorker(), gone: new AbortController() };
    made.worker.addEventListener('error', ({ message }) => kill(made, matteError('engine-crashed', message)));
    return made;
  }

  async function give(order: Order, onStage: OnStage, signal: AbortSignal): Promise<Reply> {
    signal.throwIfAborted();
    live ??= make();
    const asked = live;
    const reply = await ask(asked, order, onStage, signal).catch((error) => {
      if (signal.aborted) kill(asked, matteError('engine-crashed', 'cancelled'));
      throw error;
    });
    if (reply.type !== 'failed') return reply;
    if (ENGINE_FAULTS.has(reply.code)) kill(asked, matteError('engine-crashed', reply.detail));
    throw matteError(reply.code, reply.detail);
  }

  return {
    async start(backend, signal) {
      await give({ type: 'start', backend }, () => {}, signal);
    },
    async cutout(picture, backend, onStage, signal) {
      const { kind, size } = await identify(picture);
      const bitmap = kind === 'svg' ? await rasteriseSvg(picture, size) : picture;
      const reply = await give({ type: 'cutout', backend, picture: bitmap }, onStage, signal);
      if (reply.type !== 'answer') throw matteError('internal', reply.type);
      return reply.answer;
    },
  };
}

let lastId = 0;

/** Posts one order and waits for its end; rejects with the signal's reason, or when the worker is gone. */
function ask({ worker, gone }: LiveWorker, order: Order, onStage: OnStage, signal: AbortSignal): Promise<Reply> {
  const id = ++lastId;
  const done = new AbortController();
  const until = { signal: done.signal };
  return new Promise<Reply>((resolve, reject) => {
    const onMessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.id !== id) return;
      if (data.type === 'stage') onStage(data.stage);
      else resolve(data);
    };
    worker.addEventListener('message', onMessage, until);
    gone.signal.addEventListener('abort', () => reject(gone.signal.reason), until);
    signal.addEventListener('abort', () => reject(signal.reason), until);
    worker.postMessage({ ...order, id });
  }).finally(() => done.abort());
}
