/** Puts a file back together that @imgly/background-removal-data ships in 4 MB pieces. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from './problem.mjs';

/**
 * @param {string} folder the package's folder
 * @param {{ package: string, resource: string }} origin which file: a key of dist/resources.json
 * @returns {Promise<Uint8Array>}
 */
export async function readChunks(folder, { package: name, resource }) {
  const dist = join(folder, 'dist');
  const index = JSON.parse(await readPiece(join(dist, 'resources.json'), name));
  const entry = index[resource];
  if (!entry) throw problem(`${name} has no ${resource}; models.json pins another version. Run npm ci first.`);

  const whole = new Uint8Array(entry.size);
  for (const { hash, offsets } of entry.chunks) {
    const piece = await readPiece(join(dist, hash), name);
    whole.set(piece.subarray(0, entry.size - offsets[0]), offsets[0]);
  }
  return whole;
}

async function readPiece(path, name) {
  try {
    return await readFile(path);
  } catch (error) {
    throw problem(`${name} is incomplete: cannot read ${path}. Run npm ci first.`, error);
  }
}
