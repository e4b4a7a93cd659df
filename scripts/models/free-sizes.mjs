/** Makes a U-shaped network take any height and width: its exports froze every Resize at one size. */
import { dropDead, producers, readers } from './graph.mjs';
import { int64Vector, node } from './onnx-file.mjs';
import { problem } from './problem.mjs';

const RESIZE_ATTRIBUTES = ['mode', 'coordinate_transformation_mode'];

/** Each Resize learns its height and width from the tensor it must fit. Changes the graph. */
export function freeSizes(graph) {
  const writer = producers(graph);
  const weights = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]));
  graph.node = graph.node.flatMap((resize) => {
    if (resize.opType !== 'Resize') return [resize];
    return [...fitTo(graph, resize, sizeSource(graph, resize), channelsOf(resize.input[0], writer, weights)), resize];
  });
  dropDead(graph);
}

/** How many channels a tensor has, by what its makers do. */
function channelsOf(name, writer, weights) {
  const maker = writer.get(name);
  const of = (input) => channelsOf(input, writer, weights);
  if (maker?.opType === 'Conv') return Number(weights.get(maker.input[1]).dims[0]);
  if (maker?.opType === 'Concat') return maker.input.reduce((sum, input) => sum + of(input), 0);
  if (['Relu', 'MaxPool', 'Resize', 'Add'].includes(maker?.opType)) return of(maker.input[0]);
  throw problem(`${name} is made by a ${maker?.opType}: teach free-sizes.mjs how many channels that gives.`);
}

/** The tensor a resized one is concatenated with; the last one goes to the output and has the input's size. */
function sizeSource(graph, resize) {
  const [reader] = readers(graph, resize.output[0]);
  if (reader.opType === 'Sigmoid') return graph.input[0].name;
  const other = reader.input.find((name) => name !== resize.output[0]);
  if (reader.opType !== 'Concat' || !other) {
    throw problem(`${resize.name} feeds a ${reader.opType}: teach free-sizes.mjs which size it must have.`);
  }
  return other;
}

function fitTo(graph, resize, target, channels) {
  const sizes = `${resize.name}/sizes`;
  const hw = `${resize.name}/height_width`;
  resize.input = [resize.input[0], '', '', sizes];
  resize.attribute = resize.attribute.filter((attribute) => RESIZE_ATTRIBUTES.includes(attribute.name));
  return [
    node('Shape', { name: hw, input: [target], output: hw, attributes: { start: 2 } }),
    node('Concat', { name: sizes, input: [leadingDims(graph, channels), hw], output: sizes, attributes: { axis: 0 } }),
  ];
}

function leadingDims(graph, channels) {
  const name = `batch_1_channels_${channels}`;
  const isThere = graph.initializer.some((tensor) => tensor.name === name);
  if (!isThere) graph.initializer.push(int64Vector(name, [1, channels]));
  return name;
}
