/**
 * Builds the model files that public/models/models.json pins, out of the packages in node_modules.
 *
 *   npm run models                      build what is missing, check what is there
 *   npm run models -- --out DIR         build into another folder
 *   npm run models -- --from DIR        read the original from here instead of node_modules
 *   npm run models -- --pin             rebuild and write the new hashes into models.json
 *
 * It downloads nothing: `npm ci` already brought the weights.
 */
import { parseArgs } from 'node:util';
import { prepareModel } from './models/prepare.mjs';
import { isProblem } from './models/problem.mjs';
import { MODELS_FOLDER, readTable, writeTable } from './models/table.mjs';

const { values } = parseArgs({
  options: { out: { type: 'string' }, from: { type: 'string' }, pin: { type: 'boolean', default: false } },
});

async function main() {
  const table = await readTable();
  const models = [];
  for (const row of table.models) {
    const { row: prepared, sentence } = await prepareModel(row, { ...values, out: values.out ?? MODELS_FOLDER });
    console.log(sentence);
    models.push(prepared);
  }
  if (values.pin) await writeTable({ ...table, models });
}

try {
  await main();
} catch (error) {
  if (!isProblem(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
