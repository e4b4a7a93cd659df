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
/** ORT asks for a GPU that was there when the machine was asked: "Failed to get GPU adapter", "… a WebGPU device". */
const GONE = /failed to get (a web)?gpu (adapter|device)/i;

/**
 * What a start or run that threw means.
 * @returns a RungFault, or what is to be thrown on: missing files, and memory that no lower rung has either
 */
export function faultOf(rung: Backend, reason: FailureReason, error: unknown): unknown {
  if (error instanceof RungFault || error instanceof FreshWorkerNeeded) return error;
  if (isMatteError(error) && codeOf(error) !== 'inference-failed' && codeOf(error) !== 'internal') return error;
  if (rung.startsWith('webgpu') && GONE.test(String(error))) return new RungFault('device-lost', error);
  if (!(error instanceof RangeError) && !MEMORY.test(String(error))) return new RungFault(reason, error);
  return rung.startsWith('webgpu') ? new RungFault('memory', error) : matteError('out-of-memory', rung, error);
}

/**
 * The loss of a device as a signal, from which listeners can be taken off again: a promise that outlives many runs would
 * keep what each of them answered, 2 MB a picture.
 */
export function lossSignal(lost: Promise<string>): AbortSignal {
  const loss = new AbortController();
  void lost.then((reason) => loss.abort(reason));
  return loss.signal;
}

/**
 * A start or run of the network, which ends at the latest when the device is lost: a GPU that is gone may never answer.
 * @throws RungFault, or what `faultOf` passes on
 */
export async function onRung<Result>(
  rung: Backend,
  reason: 'start' | 'run',
  loss: AbortSignal,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await orLost(loss, work);
  } catch (error) {
    // The call failed, and only now the device says that it is lost.
    const grace = new Promise<void>((resolve) => setTimeout(resolve, LOST_GRACE_MS));
    if (rung.startsWith('webgpu')) await orLost(loss, grace).catch(() => {});
    throw loss.aborted ? new RungFault('device-lost', loss.reason) : faultOf(rung, reason, error);
  }
}

/** What comes first: the end of the work, or the loss. */
function orLost<Result>(loss: AbortSignal, work: Promise<Result>): Promise<Result> {
  const done = new AbortController();
  const lost = new Promise<never>((_, reject) => {
    loss.addEventListener('abort', () => reject(loss.reason), { signal: done.signal });
    if (loss.aborted) reject(loss.reason);
  });
  return Promise.race([work, lost]).finally(() => done.abort());
}
