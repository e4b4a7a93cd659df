/**
 * `derive` and `judge` for a page, computed in a worker. It starts with the first question and stays, for zxcvbn's
 * dictionaries are ranked only once; a worker that dies fails what was asked of it, and the next question gets a new one.
 */
import { type ErrorCode, matteError } from '../errors';
import type { DeriveKey } from '../vault/argon2';
import type { Bytes } from '../vault/bytes';
import type { Answer, Asked, Question } from './secrets-desk';
import type { JudgePassword, Verdict } from './strength';

export interface SecretsHost {
  readonly derive: DeriveKey;
  readonly judge: JudgePassword;
  /** Gives the memory back. What is still asked fails with key-failed. */
  readonly close: () => void;
}

/** @param make `() => new Worker(new URL('…/secrets.worker.ts', import.meta.url), { type: 'module' })` */
export function createSecretsHost(make: () => Worker): SecretsHost {
  const waiting = new Map<number, (answer: Answer) => void>();
  let worker: Worker | null = null;
  let lastId = 0;

  function start(): Worker {
    const started = make();
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => settle(data));
    started.addEventListener('error', () => close('key-failed'));
    worker = started;
    return started;
  }

  function settle(answer: Answer): void {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  }

  function close(code: ErrorCode): void {
    worker?.terminate();
    worker = null;
    for (const id of [...waiting.keys()]) settle({ id, ok: false, code });
  }

  async function ask(question: Question): Promise<unknown> {
    const asked: Asked = { ...question, id: ++lastId };
    const { promise, resolve } = Promise.withResolvers<Answer>();
    waiting.set(asked.id, resolve);
    (worker ?? start()).postMessage(asked);
    const answer = await promise;
    if (!answer.ok) throw matteError(answer.code);
    return answer.value;
  }

  return {
    derive: async (...given) => (await ask({ kind: 'derive', given })) as Bytes,
    judge: async (...given) => (await ask({ kind: 'judge', given })) as Verdict,
    close: () => close('key-failed'),
  };
}
