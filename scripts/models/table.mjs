/** Reads and writes public/models/models.json: the one place where models are listed and pinned. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const MODELS_FOLDER = join(ROOT, 'public/models');

const TABLE = join(MODELS_FOLDER, 'models.json');

/** The table as it is on disk. */
export async function readTable() {
  return JSON.parse(await readFile(TABLE, 'utf8'));
}

/** @param {{ models: object[] }} table */
export async function writeTable(table) {
  const text = JSON.stringify(table, null, 2).replace(/\[[\s\d.,]+\]/g, inOneLine);
  await writeFile(TABLE, `${text}\n`);
}

/** Numbers side by side, as Biome wants them. */
function inOneLine(list) {
  return `[${JSON.parse(list).join(', ')}]`;
}

/** The files a row promises, each with its pinned length and hash. */
export function filesOf(row) {
  return [...Object.values(row.graphs), ...(row.plan ? [row.plan] : []), row.weights];
}

/**
 * The row with every pinned length and hash replaced by what was found.
 *
 * @param {object} row
 * @param {{ bytes: number, sha256: string }} original
 * @param {Record<string, { bytes: number, sha256: string }>} found by file name
 */
export function pinned(row, original, found) {
  const pin = (entry) => ({ ...entry, ...found[entry.file] });
  const graphs = Object.entries(row.graphs).map(([name, graph]) => [name, pin(graph)]);
  return {
    ...row,
    origin: { ...row.origin, ...original },
    weights: pin(row.weights),
    ...(row.plan && { plan: pin(row.plan) }),
    graphs: Object.fromEntries(graphs),
  };
}
