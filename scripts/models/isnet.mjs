/**
 * IS-Net, as @imgly/background-removal-data ships it: its numbers are float16 already, around twelve outputs and Casts
 * that nobody needs.
 */
import { readChunks } from './chunks.mjs';
import { bypass, keepOutputs } from './graph.mjs';
import { readModel } from './onnx-file.mjs';
import { buildUShape } from './u-shape.mjs';

export const read = readChunks;

/**
 * @param {Uint8Array} original
 * @param {object} row of models.json
 * @param {Record<string, number[]> | null} ranges of the activations
 * @returns {Record<string, Uint8Array>} by file name
 */
export function build(original, row, ranges) {
  const model = readModel(original);
  keepOutputs(model.graph, [row.graphs.f16.outputName]);
  bypass(model.graph, 'Cast');
  return buildUShape(model, row, ranges);
}
