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

export function createLadder(rungs: readonly Backend[], create: (rung: Backend) => Promise<LiveSegmenter>) {
  const left = [...rungs];
  let live: Promise<LiveSegmenter> | null = null;

  /** The warm segmenter, or the first of the remaining rungs that starts. @throws MatteError inference-failed */
  async function segmenter(): Promise<LiveSegmenter> {
    for (let rung = left[0]; rung; rung = left[0]) {
      try {
        live ??= create(rung);
        return await live;
      } catch (error) {
        if (isHopeless(error)) throw error;
        await stepDown();
      }
    }
    throw matteError('inference-failed', `no rung left of ${rungs.join(', ') || 'none'}`);
  }

  async function stepDown(): Promise<void> {
    const dropped = live;
    live = null;
    left.shift();
    await dropped?.then((old) => old.release()).catch(() => {});
  }

  /** Runs `use` on the current rung, and on lower ones while it throws or answers `ok: false`. */
  async function run<Result>(use: (segmenter: LiveSegmenter) => Promise<Attempt<Result>>) {
    for (;;) {
      const current = await segmenter();
      const backend = left[0] as Backend;
      const attempt = await use(current).catch((error) => {
        if (!isRungFault(error)) throw error;
        return { ok: false } as const;
      });
      if (attempt.ok) return { result: attempt.result, backend };
      await stepDown();
    }
  }

  return { segmenter, run };
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
