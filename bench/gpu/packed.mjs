/** The start of a packed folder: everything lies beside this file's folder, as bench/gpu/pack.mjs has put it. */
import { fileURLToPath } from 'node:url';
import { readGpuArgs, USAGE } from './args.mjs';
import { benchGpu } from './main.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const wish = readGpuArgs(process.argv.slice(2));
if (wish.problem || wish.help) {
  process.stderr.write(`${wish.problem ?? ''}\n${USAGE}\n`);
  process.exit(wish.problem ? 2 : 0);
}
const paths = { dawn: at('webgpu/index.js'), ort: at('ort.mjs'), wasm: at('ort.wasm'), models: at('models') };
await benchGpu(paths, wish);
// Dawn's own threads would keep the process alive.
process.exit(0);
