/**
 * What ORT and GPUs throw, sorted: a fault of the rung (another one may do better), a lack of memory, or somebody else's.
 * Only what happens inside the network's own start and run can be a rung's fault; a pipeline that stumbles is not.
 */
import { codeOf, isMatteError, matteError } from '../errors';
import type { Backend } from '../jobs/rungs';
import { type FailureReason, shortDetail } from './rung-memory';
import { FreshWorkerNeeded } from './thread-gate';

/** A rung that cannot do it. A GPU without memory is left as well, but its machine has nothing to remember. */
export class RungFault extends Error {
  readonly reason: FailureReason | 'memory';
  constructor(reason: FailureReason | 'memory', cause: unknown) {
    super(shortDetail(cause), { cause });
    this.reason = reason;
  }
}

/** The device of a GPU is lost some milliseconds before or after the call that stumbles over it fails. */
const LOST_GRACE_MS = 100;
/** ORT has no codes for it: `bad_alloc` from WASM, "Out of memory" from Dawn, RangeError from an ArrayBuffer. */
const MEMORY = /\bout of memory\b|bad_alloc|allocation failed|failed to allocate|\bOOM\b/i;

/**
 * What a start or run that threw means.
 * @returns a RungFault, or what is to be thrown on: missing files, and memory that no lower rung has either
 */
export function faultOf(rung: Backend, reason: FailureReason, error: unknown): unknown {
  if (error instanceof RungFault || error instanceof FreshWorkerNeeded) return error;
  if (isMatteError(error) && codeOf(error) !== 'inference-failed' && codeOf(error) !== 'internal') return error;
  if (!(error instanceof RangeError) && !MEMORY.test(String(error))) return new RungFault(reason, error);
  return rung.startsWith('webgpu') ? new RungFault('memory', error) : matteError('out-of-memory', rung, error);
}

/**
 * A run of the network, which ends at the latest when the device is lost: a GPU that is gone may never answer.
 * @throws RungFault, or what `faultOf` passes on
 */
export async function onRung<Result>(rung: Backend, lost: Promise<string>, work: Promise<Result>): Promise<Result> {
  const gone = lost.then((reason) => {
    throw new RungFault('device-lost', reason);
  });
  try {
    return await Promise.race([work, gone]);
  } catch (error) {
    // The call failed, and only now the device says that it is lost.
    const grace = new Promise<void>((resolve) => setTimeout(resolve, LOST_GRACE_MS));
    if (rung.startsWith('webgpu') && !(error instanceof RungFault)) await Promise.race([gone, grace]);
    throw faultOf(rung, 'run', error);
  }
}
