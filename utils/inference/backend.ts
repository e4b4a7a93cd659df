/**
 * Which rungs of the ladder to try, best first: webgpu-fp16 → webgpu-fp32 → wasm-threads → wasm. The machine is asked
 * once (`probeMachine`), the decision is pure (`planRungs`), and every rung that is left out keeps the reason why.
 */
import { type Backend, type BackendChoice, RUNGS, type RungNote } from '../jobs/rungs';
import type { RungFailure } from './rung-memory';

export interface Gpu {
  /** Vendor and architecture: another GPU deserves a try of its own. */
  readonly name: string;
  /** 20 to 1000 times slower than WASM (ground facts §3). */
  readonly software: boolean;
  readonly shaderF16: boolean;
  /** Bytes that one buffer of a shader may have. */
  readonly bufferBytes: number;
}

export interface Machine {
  readonly gpu: Gpu | null;
  readonly threads: boolean;
}

/** A rung, and why it is not to be tried; null when it is. */
export interface Candidate {
  readonly rung: Backend;
  readonly refusal: RungNote | null;
}

export interface Plan {
  readonly choice: BackendChoice;
  readonly machine: Machine;
  /** The largest tensor of the network on each GPU rung, bytes. */
  readonly largestTensor: (rung: 'webgpu-fp16' | 'webgpu-fp32') => number;
  /** What failed lately, here; older failures and those of other browsers are not the caller's to give. */
  readonly failures: readonly RungFailure[];
}

/**
 * All four rungs, best first. A remembered failure keeps a rung out only as long as another is left: a choice that
 * leaves nothing else, and a machine on which everything has failed, try again.
 */
export function planRungs({ choice, machine, largestTensor, failures }: Plan): Candidate[] {
  const able = RUNGS.map((rung): Candidate => {
    const verdict = isAsked(choice, rung) ? obstacle(rung, choice, machine, largestTensor) : 'not-asked';
    return { rung, refusal: verdict && { rung, verdict } };
  });
  const remembered = able.map((candidate) => candidate.refusal ?? failureOf(candidate.rung, failures));
  if (remembered.every((refusal) => refusal !== null)) return able;
  return able.map(({ rung }, i) => ({ rung, refusal: remembered[i] ?? null }));
}

function isAsked(choice: BackendChoice, rung: Backend): boolean {
  if (choice === 'auto') return true;
  if (choice === 'webgpu' || choice === 'wasm') return rung.startsWith(choice);
  return choice === `only:${rung}`;
}

/** What the machine lacks for a rung. Software adapters count only when they are asked for. */
function obstacle(rung: Backend, choice: BackendChoice, { gpu, threads }: Machine, largest: Plan['largestTensor']) {
  if (rung === 'wasm') return null;
  if (rung === 'wasm-threads') return threads ? null : 'no-threads';
  if (!gpu) return 'no-adapter';
  if (gpu.software && choice === 'auto') return 'software-adapter';
  if (rung === 'webgpu-fp16' && !gpu.shaderF16) return 'no-f16';
  return largest(rung) > gpu.bufferBytes ? 'limits' : null;
}

function failureOf(rung: Backend, failures: readonly RungFailure[]): RungNote | null {
  const failure = failures.find((each) => each.rung === rung);
  return failure ? { rung, verdict: 'failed-before', detail: `${failure.reason}, ${failure.detail}` } : null;
}

export interface Scope {
  readonly navigator: { readonly gpu?: GPU; readonly hardwareConcurrency: number };
  readonly SharedArrayBuffer?: unknown;
}

/** Asks the browser; never throws: a GPU that cannot even be asked is no GPU. */
export async function probeMachine(scope: Scope): Promise<Machine> {
  const threads = scope.SharedArrayBuffer !== undefined && scope.navigator.hardwareConcurrency > 1;
  // The stronger of two GPUs: a laptop's own may take five times as long, and the work lasts a second or two.
  const ask = () => scope.navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  // The first answer after a crash of the GPU's process was "none" 9 times of 12, the second never: it waits for the new
  // process. Where there is no GPU it costs 2 ms.
  const adapter = (await ask()) ?? (await ask()) ?? null;
  return { gpu: adapter && describeGpu(adapter), threads };
}

function describeGpu({ info, features, limits }: GPUAdapter): Gpu {
  return {
    name: `${info.vendor} ${info.architecture}`.trim(),
    software: info.isFallbackAdapter,
    shaderF16: features.has('shader-f16'),
    bufferBytes: Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize),
  };
}
