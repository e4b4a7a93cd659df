/**
 * Keeps one segmenter alive on the best rung that works. A rung that cannot start, fails, or paints nonsense (NaN or a
 * uniform mask: the way GPU drivers fail) is left for good, and the picture is run again one rung lower. A GPU's device
 * that was lost (sleep, driver update, crash) is asked for once more before that.
 */
import { matteError } from '../errors';
import type { Backend, RungNote } from '../jobs/rungs';
import type { Segmenter } from '../pipeline/ports';
import { createFoothold, type Live, type Standing } from './foothold';
import { faultOf, RungFault } from './rung-fault';
import { createSteps, type Lessons } from './steps';

export interface LiveSegmenter extends Segmenter, Live {}

export type Attempt<Result> = { readonly ok: true; readonly result: Result } | { readonly ok: false };

export interface Ran<Result> {
  readonly result: Result;
  readonly backend: Backend;
  /** Every rung from the best down to this one. */
  readonly why: readonly RungNote[];
}

export interface LadderDeps<Kept extends Live> extends Lessons {
  create(rung: Backend): Promise<Kept>;
}

export type Ladder<Kept extends Live> = ReturnType<typeof createLadder<Kept>>;

const NONSENSE = new RungFault('broken-output', 'not a number, or one value everywhere');

export function createLadder<Kept extends Live>(deps: LadderDeps<Kept>) {
  const steps = createSteps(deps);
  let running = 0;
  let closed = false;
  const foothold = createFoothold(deps.create, () => running === 0);

  function leave(failed: Standing<Kept>, fault: RungFault): Promise<void> {
    if (foothold.isOn(failed)) steps.leave({ rung: failed.rung, reason: fault.reason, detail: fault.message });
    return foothold.drop(failed);
  }

  /** The highest rung that starts. @throws MatteError when none is left, or what no rung can help */
  async function climb(): Promise<Standing<Kept>> {
    for (;;) {
      if (closed) throw matteError('bad-request', 'this ladder was given up');
      const here = foothold.on(steps.current);
      try {
        await here.kept;
        return here;
      } catch (error) {
        const fault = faultOf(here.rung, 'start', error);
        if (fault instanceof RungFault) await leave(here, fault);
        else {
          await foothold.drop(here); // files are read again for the next picture
          throw fault;
        }
      }
    }
  }

  return {
    /** @throws MatteError backend-unavailable, inference-failed, model-missing, model-corrupt, out-of-memory */
    start: async (): Promise<void> => void (await climb()),

    /** Runs `use` on the best rung, and on lower ones while it stumbles over the rung or answers `ok: false`. */
    run<Result>(use: Use<Kept, Result>): Promise<Ran<Result>> {
      running++;
      return runDown({ climb, leave, steps }, use).finally(() => running--);
    },

    /** What has failed so far, for an engine that has to go on in another worker. */
    fallen: steps.fallen,

    /** Gives everything back; whoever still waits is refused. */
    close(): Promise<void> {
      closed = true;
      return foothold.drop();
    },
  };
}

type Use<Kept, Result> = (kept: Promise<Kept>) => Promise<Attempt<Result>>;

interface Parts<Kept> {
  climb(): Promise<Standing<Kept>>;
  leave(failed: Standing<Kept>, fault: RungFault): Promise<void>;
  readonly steps: Pick<ReturnType<typeof createSteps>, 'worked'>;
}

/** @throws whatever `use` throws that is not the rung's fault; MatteError when no rung is left */
async function runDown<Kept, Result>(parts: Parts<Kept>, use: Use<Kept, Result>): Promise<Ran<Result>> {
  for (;;) {
    const { here, fault, result } = await attempt(parts.climb, use);
    if (!fault) return { result, backend: here.rung, why: parts.steps.worked(here.rung) };
    await parts.leave(here, fault);
  }
}

/** One try on the rung we are on; the picture may be opened while it still starts. */
async function attempt<Kept, Result>(climb: Parts<Kept>['climb'], use: Use<Kept, Result>) {
  const climbing = climb();
  const kept = climbing.then((here) => here.kept);
  kept.catch(() => {}); // `use` may stumble before it looks at it
  const outcome = await use(kept).catch(rungFaultOnly);
  const here = await climbing;
  if (outcome instanceof RungFault) return { here, fault: outcome } as const;
  return outcome.ok ? { here, result: outcome.result } : ({ here, fault: NONSENSE } as const);
}

function rungFaultOnly(error: unknown): RungFault {
  if (error instanceof RungFault) return error;
  throw error;
}
