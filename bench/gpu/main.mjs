/** What the command and the packed folder have in common: adapter, runtime, figures. Packed as it is. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describeAdapter, openAdapter } from './adapter.mjs';
import { formatMeasured, measureNetwork } from './measure.mjs';
import { readNetwork } from './network.mjs';

/**
 * @param {{dawn: string, ort: string, wasm: string, models: string}} paths of webgpu's index.js, ORT's bundle, ORT's
 *   wasm, and the folder with models.json
 * @param {{sizes: number[], runs: number, software: boolean, json?: string}} wish
 */
export async function benchGpu(paths, wish) {
  const say = (line) => process.stderr.write(`${line}\n`);
  const adapter = await openAdapter(paths.dawn, wish);
  if (!adapter) return say('This machine has no GPU that WebGPU can use: nothing to measure, skipped.');
  const description = describeAdapter(adapter);
  process.stdout.write(`${JSON.stringify(description, null, 2)}\n`);
  const withHalf = adapter.features.has('shader-f16');
  if (!withHalf) say('This adapter has no shader-f16: the f16 graph is left out.');
  const ort = await loadRuntime(paths);
  const rows = await measureNetwork(ort, readNetwork(paths.models), { ...wish, withHalf }, say);
  process.stdout.write(`${formatMeasured(rows)}\n`);
  if (wish.json) writeFileSync(wish.json, `${JSON.stringify({ adapter: description, rows }, null, 2)}\n`);
}

async function loadRuntime({ ort: path, wasm }) {
  const ort = await import(pathToFileURL(path).href);
  // Node's fetch reads no files, so ORT gets the bytes.
  ort.env.wasm.wasmBinary = new Uint8Array(readFileSync(wasm)).buffer;
  // Its thread workers would fetch too. One thread takes half a minute for the largest size, which is bearable.
  ort.env.wasm.numThreads = 1;
  return ort;
}
