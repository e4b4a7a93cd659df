/** Compiles kernels/ (AssemblyScript) to public/kernels/kernels.wasm when the sources are newer. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './node.mjs';
import { ROOT } from './paths.mjs';
import { Stop, say } from './say.mjs';

const FOLDER = join(ROOT, 'kernels');
export const COMPILED = join(ROOT, 'public', 'kernels', 'kernels.wasm');

/** Files whose functions the extension calls. */
const ENTRIES = ['threads.ts', 'pack.ts'];

const OPTIONS = [
  ...['-O3', '--converge', '--noAssert', '--runtime', 'stub'],
  ...['--enable', 'simd,relaxed-simd,threads,bulk-memory'],
  // 512 MiB at most, which is reserved: the memory is made for each quality, as large as it must be (Best: 140 MiB).
  ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '8192'],
  // "Exchange of v128 is not supported by all embeddings": none of the functions that we call does.
  ...['--disableWarning', '112'],
];

export async function ensureKernels() {
  if (isCompiled()) return;
  say('Compiling the kernels …');
  const entries = ENTRIES.map((name) => join(FOLDER, name));
  const failed = (await runTool('asc', [...entries, ...OPTIONS, '-o', COMPILED])) !== 0;
  if (failed) throw new Stop('The kernels could not be compiled: see the lines above.');
}

function isCompiled() {
  if (!existsSync(COMPILED)) return false;
  const { mtimeMs } = statSync(COMPILED);
  const sources = readdirSync(FOLDER).map((name) => join(FOLDER, name));
  return [...sources, import.meta.filename].every((source) => statSync(source).mtimeMs <= mtimeMs);
}
