/** Questions to one of the studio's workers, and their answers. */
import { matteError } from '@/utils/errors';
import type { Answer, Questions } from './desk';

export type Asking<Kind extends keyof Questions> = (
  given: Parameters<Questions[Kind]>[0],
  signal?: AbortSignal,
) => Promise<ReturnType<Questions[Kind]>>;

export interface WorkerLine {
  /** @throws MatteError; also when the signal has stopped it */
  asking<Kind extends keyof Questions>(kind: Kind): Asking<Kind>;
  close(): void;
}

/** @param onCrash when the worker is gone, and whoever waited has been told */
export function createLine(worker: Worker, onCrash: () => void = () => {}): WorkerLine {
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    for (const [id, settle] of waiting) settle({ id, ok: false, code: 'engine-crashed' });
    waiting.clear();
    onCrash();
  });
  return {
    asking: (kind) => async (given, signal) => {
      const id = ++lastId;
      const { promise, resolve } = Promise.withResolvers<Answer>();
      waiting.set(id, resolve);
      const stop = () => worker.postMessage({ id: 0, kind: 'stop', given: id });
      signal?.addEventListener('abort', stop);
      worker.postMessage({ id, kind, given });
      const answer = await promise;
      signal?.removeEventListener('abort', stop);
      if (!answer.ok) throw matteError(answer.code);
      return answer.value as ReturnType<Questions[typeof kind]>;
    },
    close: () => worker.terminate(),
  };
}
