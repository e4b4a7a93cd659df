/** The studio's worker as the page sees it. Of looks only the newest matters: while one is made, others wait as one. */
import { matteError } from '@/utils/errors';
import type { Answer, LookWish, Questions } from './desk';

export interface Host {
  readonly open: Asking<'open'>;
  readonly photo: Asking<'photo'>;
  readonly picture: Asking<'picture'>;
  readonly before: Asking<'before'>;
  readonly file: Asking<'file'>;
  readonly retouched: Asking<'retouched'>;
  /** Null when a newer look has taken its place. */
  look(wish: LookWish): Promise<ImageBitmap | null>;
  close(): void;
}

type Asking<Kind extends keyof Questions> = (
  given: Parameters<Questions[Kind]>[0],
) => Promise<ReturnType<Questions[Kind]>>;

export function createHost(worker: Worker): Host {
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let newest = 0;
  let looking: Promise<unknown> = Promise.resolve();
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    for (const [id, settle] of waiting) settle({ id, ok: false, code: 'engine-crashed' });
    waiting.clear();
  });

  const asking =
    <Kind extends keyof Questions>(kind: Kind): Asking<Kind> =>
    async (given) => {
      const id = ++lastId;
      const { promise, resolve } = Promise.withResolvers<Answer>();
      waiting.set(id, resolve);
      worker.postMessage({ id, kind, given });
      const answer = await promise;
      if (!answer.ok) throw matteError(answer.code);
      return answer.value as ReturnType<Questions[Kind]>;
    };
  const look = asking('look');

  return {
    open: asking('open'),
    file: asking('file'),
    photo: asking('photo'),
    picture: asking('picture'),
    before: asking('before'),
    retouched: asking('retouched'),
    async look(wish) {
      const turn = ++newest;
      await looking;
      if (turn !== newest) return null;
      const made = look(wish);
      looking = made.catch(() => {});
      return made;
    },
    close: () => worker.terminate(),
  };
}
