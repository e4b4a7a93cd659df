/** The compiled kernels (kernels/*.ts, AssemblyScript) on a memory that several threads can share. */

export interface Kernels {
  /** Runs a program with all helpers that are there; `counters` has eight bytes per operation. */
  run(program: number, operations: number, counters: number): void;
  /** Works on whatever `run` of another thread begins; never returns. */
  help(): void;
  /** Rounds one row of float16 weights to int8; gives the largest magnitude, which is worth 127. */
  packBytes(
    row: number,
    columns: number,
    taps: number,
    scales: number,
    to: number,
    lane: number,
    fine: boolean,
  ): number;
  packFloats(row: number, columns: number, taps: number, scale: number, to: number, lane: number): void;
}

/** The first bytes hold what threads tell each other. */
export const HEADER_BYTES = 4096;

const PAGE = 65_536;
/** What kernels are compiled with (scripts/setup/kernels.mjs): 512 MiB. */
const MOST_PAGES = 8_192;

/** Memory that workers may share; it grows up to `bytes` at most. @throws RangeError when there is not so much */
export function makeMemory(bytes: number): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE), maximum: MOST_PAGES, shared: true });
}

export async function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Promise<Kernels> {
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  return exports as unknown as Kernels;
}
