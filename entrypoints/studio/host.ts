/**
 * The studio's workers as the page sees them. One makes looks, of which only the newest matters (`question-line.ts`). Another
 * makes files, which take seconds: it opens the same pictures when the first file is asked for, and is closed when none has been
 * for a minute, for a cutout of 12 MP is 48 MB.
 */
import type { Questions } from './desk';
import { type Asking, createLine, type WorkerLine } from './worker-line';

export interface Host {
  readonly open: Asking<'open'>;
  readonly photo: Asking<'photo'>;
  readonly picture: Asking<'picture'>;
  readonly before: Asking<'before'>;
  readonly file: Asking<'file'>;
  readonly retouched: Asking<'retouched'>;
  readonly look: Asking<'look'>;
  close(): void;
}

/** What both workers have to know. */
type Told = 'open' | 'photo' | 'picture';

const IDLE_MS = 60_000;

export function createHost(start: () => Worker): Host {
  const looks = createLine(start());
  const files = createFileLine(start);
  const telling =
    <Kind extends Told>(kind: Kind): Asking<Kind> =>
    async (given) => {
      const answer = await looks.asking(kind)(given);
      // A photo of another size is none.
      if (kind !== 'photo' || answer) files.tell(kind, given);
      return answer;
    };
  return {
    open: telling('open'),
    photo: telling('photo'),
    picture: telling('picture'),
    before: looks.asking('before'),
    file: files.asking('file'),
    retouched: files.asking('retouched'),
    look: looks.asking('look'),
    close() {
      looks.close();
      files.close();
    },
  };
}

function createFileLine(start: () => Worker) {
  const told = new Map<Told, Parameters<Questions[Told]>[0]>();
  let line: WorkerLine | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let busy = 0;
  const close = () => {
    line?.close();
    line = null;
  };
  // What it cannot open it says when a file is asked for.
  const tell = (kind: Told, given: never) =>
    void line
      ?.asking(kind)(given)
      .catch(() => {});
  const started = () => {
    if (line) return line;
    line = createLine(start(), close);
    for (const [kind, given] of told) tell(kind, given as never);
    return line;
  };
  return {
    tell(kind: Told, given: Parameters<Questions[Told]>[0]) {
      told.set(kind, given);
      tell(kind, given as never);
    },
    asking:
      <Kind extends 'file' | 'retouched'>(kind: Kind): Asking<Kind> =>
      async (given, signal) => {
        clearTimeout(idle);
        busy++;
        try {
          return await started().asking(kind)(given, signal);
        } finally {
          busy--;
          if (busy === 0) idle = setTimeout(close, IDLE_MS);
        }
      },
    close,
  };
}
