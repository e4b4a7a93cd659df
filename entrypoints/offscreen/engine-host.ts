/**
 * The engine as the queue sees it: a worker that is made when needed, kept warm, and killed to cancel.
 * A worker that dies by itself rejects the call in hand with `engine-crashed`.
 */
import { identify } from '@/utils/browser/identify';
import { rasteriseSvg } from '@/utils/browser/rasterise-svg';
import { type ErrorCode, matteError } from '@/utils/errors';
import type { CutoutAnswer, Engine } from '@/utils/jobs/run-job';
import type { Stage } from '@/utils/pipeline/ports';
import type { FromWorker, ToWorker } from './worker-protocol';

const ENGINE_FAULTS: ReadonlySet<ErrorCode> = new Set(['inference-failed', 'internal', 'out-of-memory']);

export function createEngineHost(makeWorker: () => Worker): Engine {
  let worker: Worker | null = null;

  function kill(): void {
    worker?.terminate();
    worker = null;
  }

  /** Sends one command and waits for its end; stages pass through meanwhile. */
  function ask(command: ToWorker, onStage: (stage: Stage) => void, signal: AbortSignal): Promise<FromWorker> {
    worker ??= makeWorker();
    const asked = worker;
    return new Promise<FromWorker>((resolve, reject) => {
      const stop = () => {
        kill();
        reject(signal.reason);
      };
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      asked.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'stage') return onStage(data.stage);
        signal.removeEventListener('abort', stop);
        resolve(data);
      };
      asked.onerror = (event) => {
        signal.removeEventListener('abort', stop);
        kill();
        reject(matteError('engine-crashed', event.message));
      };
      asked.postMessage(command);
    });
  }

  async function order(...wish: Parameters<typeof ask>): Promise<FromWorker> {
    const reply = await ask(...wish);
    if (reply.type === 'failed') {
      // An ORT that aborted, or a ladder without rungs, stays so: the next picture gets a fresh worker.
      if (ENGINE_FAULTS.has(reply.code)) kill();
      throw matteError(reply.code, reply.detail);
    }
    return reply;
  }

  return {
    async start(backend, signal) {
      await order({ type: 'start', backend }, () => {}, signal);
    },
    async cutout(picture, backend, onStage, signal): Promise<CutoutAnswer> {
      const { kind, size } = await identify(picture);
      const bitmap = kind === 'svg' ? await rasteriseSvg(picture, size) : picture;
      const reply = await order({ type: 'cutout', backend, picture: bitmap }, onStage, signal);
      if (reply.type !== 'answer') throw matteError('internal', reply.type);
      return reply.answer;
    },
  };
}
