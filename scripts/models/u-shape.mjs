/**
 * From a U-shaped network's original graph to the files a browser needs: one output, any height and width, one float16
 * weights file under a float16, a float32 and, where the table asks for it, an int8 graph.
 */
import { packHalves, pointAt } from './external-data.mjs';
import { freeSizes } from './free-sizes.mjs';
import { keepOutputs } from './graph.mjs';
import { FLOAT, FLOAT16, operatorSets, tensorInfo, writeModel } from './onnx-file.mjs';
import { quantize } from './quantize.mjs';

const ELEMENT_TYPES = { float16: FLOAT16, float32: FLOAT };
/** 15: uint8 goes through MaxPool and Resize, and no operator of ours has changed since. */
const OPERATORS = 15;

/**
 * @param {object} model its numbers as float16 inside the graph
 * @param {object} row of models.json; it names the files, the tensors and their types
 * @param {Record<string, number[]> | null} ranges of the activations, for the int8 graph
 * @returns {Record<string, Uint8Array>} by file name
 */
export function buildUShape(model, row, ranges) {
  const { graph } = model;
  const { i8, ...floating } = row.graphs;
  keepOutputs(graph, [row.graphs.f32.outputName]);
  freeSizes(graph);
  graph.valueInfo = [];
  const { bytes, places } = packHalves(graph);
  const files = { [row.weights.file]: bytes, ...(i8 && ranges && int8Files(model, i8, places, ranges)) };

  model.opsetImport = operatorSets(OPERATORS);
  for (const spec of Object.values(floating)) {
    pointAt(places, spec.weightsPath, ELEMENT_TYPES[spec.inputType]);
    declareTensors(graph, spec);
    files[spec.file] = writeModel(model);
  }
  return files;
}

function int8Files(model, spec, places, ranges) {
  const { nodes, initializers, layout } = quantize(model.graph, { ranges, places, weightsPath: spec.weightsPath });
  const graph = { ...model.graph, node: nodes, initializer: initializers };
  declareTensors(graph, spec);
  const opsetImport = operatorSets(OPERATORS, { 'com.microsoft': 1 });
  return {
    [spec.file]: writeModel({ ...model, graph, opsetImport }),
    [spec.layout.file]: Buffer.from(JSON.stringify(layout)),
  };
}

function declareTensors(graph, { inputName, inputType, outputName, outputType }) {
  graph.input = [tensorInfo(inputName, ELEMENT_TYPES[inputType], [1, 3, 'height', 'width'])];
  graph.output = [tensorInfo(outputName, ELEMENT_TYPES[outputType], [1, 1, 'height', 'width'])];
}
