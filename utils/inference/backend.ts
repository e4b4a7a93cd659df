/** Which rungs of the ladder to try, best first: webgpu-fp16 → webgpu-fp32 → wasm-threads → wasm. */
import type { Backend, BackendChoice } from '../jobs/job';

export interface Machine {
  /** `requestAdapter()` gave one. */
  readonly adapter: boolean;
  /** It is a software adapter: 20 to 1000 times slower than WASM (ground facts §3). */
  readonly software: boolean;
  readonly shaderF16: boolean;
  readonly threads: boolean;
}

/** @returns an empty list when the choice cannot be had on this machine. */
export function rungsFor(choice: BackendChoice, machine: Machine): Backend[] {
  const gpu: Backend[] = machine.shaderF16 ? ['webgpu-fp16', 'webgpu-fp32'] : ['webgpu-fp32'];
  const cpu: Backend[] = machine.threads ? ['wasm-threads', 'wasm'] : ['wasm'];
  if (choice === 'wasm') return cpu;
  if (choice === 'webgpu') return machine.adapter ? gpu : [];
  return machine.adapter && !machine.software ? [...gpu, ...cpu] : cpu;
}

export interface Scope {
  readonly navigator: { readonly gpu?: GPU; readonly hardwareConcurrency: number };
  readonly SharedArrayBuffer?: unknown;
}

/** Asks the browser; never throws: a GPU that cannot even be asked is no GPU. */
export async function probeMachine(scope: Scope): Promise<Machine> {
  const threads = scope.SharedArrayBuffer !== undefined && scope.navigator.hardwareConcurrency > 1;
  const adapter = (await scope.navigator.gpu?.requestAdapter().catch(() => null)) ?? null;
  return {
    adapter: adapter !== null,
    software: adapter?.info.isFallbackAdapter ?? false,
    shaderF16: adapter?.features.has('shader-f16') ?? false,
    threads,
  };
}
