/**
 * From a U-shaped network's original graph to the files a browser needs: one output, any height and width, one float16
 * weights file under a float16 and a float32 graph, and a plan for the CPU's own kernels.
 */
import { packHalves, pointAt } from './external-data.mjs';
import { freeSizes } from './free-sizes.mjs';
import { keepOutputs } from './graph.mjs';
import { FLOAT, FLOAT16, operatorSet, tensorInfo, writeModel } from './onnx-file.mjs';
import { makePlan } from './plan.mjs';

const ELEMENT_TYPES = { float16: FLOAT16, float32: FLOAT };
/** No operator of ours has changed since. */
const OPERATORS = 15;

/**
 * @param {object} model its numbers as float16 inside the graph
 * @param {object} row of models.json; it names the files, the tensors and their types
 * @param {Record<string, number[]> | null} ranges of the activations, where they are to be bytes on the CPU
 * @returns {Record<string, Uint8Array>} by file name
 */
export function buildUShape(model, row, ranges) {
  const { graph } = model;
  keepOutputs(graph, [row.graphs.f32.outputName]);
  freeSizes(graph);
  graph.valueInfo = [];
  const { bytes, places } = packHalves(graph);
  const plan = Buffer.from(JSON.stringify(makePlan(graph, places, ranges)));
  const files = { [row.weights.file]: bytes, ...(row.plan && { [row.plan.file]: plan }) };

  model.opsetImport = operatorSet(OPERATORS);
  for (const spec of Object.values(row.graphs)) {
    pointAt(places, spec.weightsPath, ELEMENT_TYPES[spec.inputType]);
    declareTensors(graph, spec);
    files[spec.file] = writeModel(model);
  }
  return files;
}

function declareTensors(graph, { inputName, inputType, outputName, outputType }) {
  graph.input = [tensorInfo(inputName, ELEMENT_TYPES[inputType], [1, 3, 'height', 'width'])];
  graph.output = [tensorInfo(outputName, ELEMENT_TYPES[outputType], [1, 1, 'height', 'width'])];
}
