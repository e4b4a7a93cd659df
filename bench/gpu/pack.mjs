/**
 * Writes a folder that runs this benchmark on a Linux x64 machine with nothing installed: Node, Dawn, the runtime, the
 * weights and the few system libraries that a bare machine lacks. Large files are compressed where that helps and cut
 * into pieces, so that they pass through narrow doors; run.sh joins them in a temporary folder.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Stop } from '../../scripts/setup/say.mjs';
import { BENCH } from '../paths.mjs';

const PIECE_BYTES = 15 * 2 ** 20;
const LIMIT_MIB = 60;
const OWN_SOURCES = [
  'columns.mjs',
  ...['args', 'adapter', 'network', 'measure', 'main', 'packed'].map((name) => `gpu/${name}.mjs`),
];
/** Dawn wants these; the GPU's own driver cannot be packed. Chromium brings a Vulkan loader where the system has none. */
const LIBRARIES = ['libvulkan.so.1', 'libstdc++.so.6', 'libgcc_s.so.1'];
const LIBRARY_FOLDERS = [
  '/usr/lib/x86_64-linux-gnu',
  '/lib/x86_64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/usr/lib/chromium',
];

/**
 * @param {{dawn: string, ort: string, wasm: string, models: string, node: string}} paths
 * @returns {{megabytes: number, libraries: string[]}} MiB without the weights
 */
export function writePack(folder, { dawn, ort, wasm, models, node }) {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Stop(`${folder} is not empty.`);
  const put = (path, bytes) => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  };
  const { files, weights } = modelFiles(models);
  for (const name of OWN_SOURCES) put(`lib/bench/${name}`, readFileSync(join(BENCH, name)));
  for (const name of files) put(`lib/models/${name}`, readFileSync(join(models, name)));
  for (const name of ['index.js', 'package.json']) put(`lib/webgpu/${name}`, readFileSync(join(dirname(dawn), name)));
  put('lib/ort.mjs', readFileSync(ort));
  const libraries = packLibraries(join(folder, 'libraries'));
  putPieces(put, 'node.gz', gzipSync(readFileSync(node)));
  putPieces(put, 'dawn.node.gz', gzipSync(readFileSync(join(dirname(dawn), 'dist', 'linux-x64', 'dawn.node'))));
  putPieces(put, 'ort.wasm.gz', gzipSync(readFileSync(wasm)));
  const megabytes = folderBytes(folder) / 2 ** 20;
  if (megabytes > LIMIT_MIB)
    throw new Stop(`The pack has ${megabytes.toFixed(1)} MiB without weights; ${LIMIT_MIB} are allowed.`);
  putPieces(put, weights, readFileSync(join(models, weights)));
  copyFileSync(join(BENCH, 'gpu', 'run.sh'), join(folder, 'run.sh'));
  return { megabytes, libraries };
}

function modelFiles(folder) {
  const { models } = JSON.parse(readFileSync(join(folder, 'models.json'), 'utf8'));
  const { graphs, weights } = models.find(({ id }) => id === 'isnet');
  return { files: ['models.json', graphs.f16.file, graphs.f32.file], weights: weights.file };
}

function putPieces(put, name, bytes) {
  for (let i = 0; i * PIECE_BYTES < bytes.length; i++) {
    put(`pieces/${name}.${String(i).padStart(3, '0')}`, bytes.subarray(i * PIECE_BYTES, (i + 1) * PIECE_BYTES));
  }
}

function packLibraries(target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const found = LIBRARIES.map((name) => LIBRARY_FOLDERS.map((at) => join(at, name)).find((path) => existsSync(path)));
  const present = found.filter((path) => path !== undefined);
  for (const path of present) copyFileSync(path, join(target, basename(path)));
  return present.map((path) => basename(path));
}

function folderBytes(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
