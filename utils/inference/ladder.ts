/**
 * Keeps one segmenter alive on the best rung that works. A rung that cannot start, throws, or paints nonsense (NaN or a
 * uniform mask: the way GPU drivers fail) is left for good, and the picture is run again one rung lower.
 */
import { codeOf, matteError } from '../errors';
import type { Backend } from '../jobs/job';
import type { Segmenter } from '../pipeline/ports';

export interface LiveSegmenter extends Segmenter {
  release(): Promise<void>;
}

export type Attempt<Result> = { readonly ok: true; readonly result: Result } | { readonly ok: false };

interface Standing {
  readonly rung: Backend;
  readonly segmenter: Promise<LiveSegmenter>;
}

export function createLadder(rungs: readonly Backend[], create: (rung: Backend) => Promise<LiveSegmenter>) {
  const left = [...rungs];
  let standing: Standing | null = null;

  /** The rung we are on, started. @throws MatteError inference-failed when none is left */
  function stand(): Standing {
    const [rung] = left;
    if (!rung) throw matteError('inference-failed', `no rung left of ${rungs.join(', ') || 'none'}`);
    standing ??= { rung, segmenter: create(rung) };
    return standing;
  }

  /** Leaves a rung for good, once, however many have failed on it. */
  async function leave(failed: Standing): Promise<void> {
    if (standing !== failed) return;
    standing = null;
    left.shift();
    await failed.segmenter.then((segmenter) => segmenter.release()).catch(() => {});
  }

  /** The highest rung that starts. @throws MatteError inference-failed, model-missing, model-corrupt */
  async function climb(): Promise<Standing> {
    for (;;) {
      const here = stand();
      try {
        await here.segmenter;
        return here;
      } catch (error) {
        if (!isHopeless(error)) await leave(here);
        else {
          if (standing === here) standing = null; // the files are read again for the next picture
          throw error;
        }
      }
    }
  }

  return {
    segmenter: async (): Promise<LiveSegmenter> => (await climb()).segmenter,

    /** Runs `use` on the current rung, and on lower ones while it throws or answers `ok: false`. */
    async run<Result>(use: (segmenter: LiveSegmenter) => Promise<Attempt<Result>>) {
      for (;;) {
        const here = await climb();
        const attempt = await use(await here.segmenter).catch(failedAttempt);
        if (attempt.ok) return { result: attempt.result, backend: here.rung };
        await leave(here);
      }
    },
  };
}

function failedAttempt(error: unknown): { readonly ok: false } {
  if (isRungFault(error)) return { ok: false };
  throw error;
}

/** Files that are missing or damaged are so on every rung. */
function isHopeless(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'model-missing' || code === 'model-corrupt';
}

/** Not so the picture's own faults (damaged, too large …), nor memory that no lower rung has either. */
function isRungFault(error: unknown): boolean {
  if (error instanceof RangeError) return false;
  return codeOf(error) === 'internal' || codeOf(error) === 'inference-failed';
}
