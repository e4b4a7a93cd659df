/**
 * IS-Net, as @imgly/background-removal-data ships it, made fit for a browser: one output instead of twelve,
 * no Casts, any height and width, and one float16 weights file under a float16 and a float32 graph.
 * The numbers themselves are not touched.
 */
import { readChunks } from './chunks.mjs';
import { packHalves, pointAt } from './external-data.mjs';
import { bypass, dropDead, keepOutputs, readers } from './graph.mjs';
import { FLOAT, FLOAT16, int64Vector, node, readModel, tensorInfo, writeModel } from './onnx-file.mjs';
import { problem } from './problem.mjs';

const ELEMENT_TYPES = { float16: FLOAT16, float32: FLOAT };
const RESIZE_ATTRIBUTES = ['mode', 'coordinate_transformation_mode'];

export const read = readChunks;

/**
 * @param {Uint8Array} original
 * @param {object} row of models.json; it names the files, the tensors and their types
 * @returns {Record<string, Uint8Array>} by file name
 */
export function build(original, row) {
  const model = readModel(original);
  const { graph } = model;
  keepOutputs(graph, [row.graphs.f16.outputName]);
  bypass(graph, 'Cast');
  freeSizes(graph);
  graph.valueInfo = [];

  const { bytes, places } = packHalves(graph);
  const files = { [row.weights.file]: bytes };
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

/** The export froze every Resize at its size for 1024x1024; here each learns its size from the tensor it must fit. */
function freeSizes(graph) {
  const channels = channelCounts(graph);
  graph.node = graph.node.flatMap((resize) => {
    if (resize.opType !== 'Resize') return [resize];
    return [...fitTo(graph, resize, sizeSource(graph, resize), channels), resize];
  });
  dropDead(graph);
}

function channelCounts(graph) {
  return new Map(graph.valueInfo.map((info) => [info.name, Number(info.type.tensorType.shape.dim[1]?.dimValue)]));
}

/** The tensor a resized one is concatenated with; the last one goes to the output and has the input's size. */
function sizeSource(graph, resize) {
  const [reader] = readers(graph, resize.output[0]);
  if (reader.opType === 'Sigmoid') return graph.input[0].name;
  const other = reader.input.find((name) => name !== resize.output[0]);
  if (reader.opType !== 'Concat' || !other) {
    throw problem(`${resize.name} feeds a ${reader.opType}: teach isnet.mjs which size it must have.`);
  }
  return other;
}

function fitTo(graph, resize, target, channels) {
  const sizes = `${resize.name}/sizes`;
  const hw = `${resize.name}/height_width`;
  const leading = leadingDims(graph, channels.get(resize.input[0]));
  resize.input = [resize.input[0], '', '', sizes];
  resize.attribute = resize.attribute.filter((attribute) => RESIZE_ATTRIBUTES.includes(attribute.name));
  return [
    node('Shape', { name: hw, input: [target], output: hw, ints: { start: 2 } }),
    node('Concat', { name: sizes, input: [leading, hw], output: sizes, ints: { axis: 0 } }),
  ];
}

function leadingDims(graph, channels) {
  if (!channels) throw problem('The original graph does not say how many channels a resized tensor has.');
  const name = `batch_1_channels_${channels}`;
  const isThere = graph.initializer.some((tensor) => tensor.name === name);
  if (!isThere) graph.initializer.push(int64Vector(name, [1, channels]));
  return name;
}
