/**
 * The int8 graph: what lies between the first convolution and the last ones runs on bytes. Written in ONNX's operators on
 * quantised tensors (QLinearConv …), which the runtime takes as they are; nothing is left to its optimiser to find.
 *
 * Activations are uint8 with scale 1/255 (channel-scales.mjs says why one scale is enough), weights int8 with a scale per
 * output channel. They are in no file: the loader rounds them from the float16 weights by the layout that is made here.
 */
import { channelScales } from './channel-scales.mjs';
import { readers } from './graph.mjs';
import { fromHalves } from './halves.mjs';
import { byteScalar, FLOAT, floatScalar, INT8, INT32, node, plainTensor } from './onnx-file.mjs';
import { createPlacer, quantisedConv } from './quantized-conv.mjs';
import { mergeConvs } from './stem.mjs';

const ONE = 'byte_scale';
const ZERO = 'byte_zero';
const BYTE = [ONE, ZERO];

/**
 * @param {object} graph with float16 weights inside
 * @param {{ ranges: Record<string, number[]>, places: Map<object, { offset: number }>, weightsPath: string }} options
 * @returns {{ nodes: object[], initializers: object[], layout: object }} the graph's new content, and what the loader
 *   needs to make the weights: `layout.bytes` long
 */
export function quantize(graph, { ranges, places, weightsPath }) {
  const state = createState(graph, { ranges, places, weightsPath });
  for (const each of graph.node) if (!state.done.has(each)) convert(state, each);
  const { nodes, initializers, placer } = state;
  return { nodes, initializers, layout: placer.layout() };
}

function createState(graph, { ranges, places, weightsPath }) {
  const constants = graph.initializer.filter((tensor) => tensor.dims.length === 1 && tensor.int64Data.length > 0);
  return {
    graph,
    scalesOf: channelScales(graph, ranges),
    tensors: new Map(graph.initializer.map((tensor) => [tensor.name, tensor])),
    placer: createPlacer(places, weightsPath),
    nodes: [],
    initializers: [floatScalar(ONE, 1 / 255), byteScalar(ZERO, 0), ...constants],
    bytes: new Set(),
    floats: new Map(),
    done: new Set(),
    stem: null,
  };
}

function convert(state, each) {
  if (each.opType === 'Conv') return convertConv(state, each);
  const onBytes = each.input.some((input) => state.bytes.has(input));
  if (each.opType === 'Shape' || !onBytes) return state.nodes.push(each);
  const [output] = each.output;
  state.bytes.add(output);
  const inputs = each.input.map((input) => asBytes(state, input));
  if (each.opType !== 'Add') return state.nodes.push({ ...each, input: inputs });
  const [a, b] = inputs;
  const input = [a, ...BYTE, b, ...BYTE, ...BYTE];
  state.nodes.push(node('QLinearAdd', { name: each.name, input, output, domain: 'com.microsoft' }));
}

function convertConv(state, conv) {
  const [next, ...others] = readers(state.graph, conv.output[0]);
  const isStem = conv.input[0] === state.graph.input[0].name;
  if (isStem && next?.opType === 'Conv' && others.length === 0) {
    state.stem = conv;
    return;
  }
  const relu = next?.opType === 'Relu' ? next : null;
  if (relu) state.done.add(relu);
  const follows = state.stem?.output[0] === conv.input[0];
  if (isStem || follows || !relu) floatConv(state, conv, relu, follows ? state.stem : null);
  else byteConv(state, conv, relu);
}

/** First and last layers: they see the photo and make the matte, and cost little. */
function floatConv(state, conv, relu, stem) {
  const { weights, bias, stride, pad } = stem
    ? mergeConvs(numbersOf(state, stem), numbersOf(state, conv))
    : numbersOf(state, conv);
  const [input] = (stem ?? conv).input;
  const into = relu ? state.scalesOf(relu.output[0]) : null;
  const scaled = rescale({ weights, bias }, state.scalesOf(input), into);
  const names = [`${conv.name}/weights`, `${conv.name}/bias`];
  state.initializers.push(
    plainTensor(names[0], FLOAT, weights.dims, scaled.weights),
    plainTensor(names[1], FLOAT, bias.dims, scaled.bias),
  );
  const output = relu ? `${conv.name}/before_relu` : conv.output[0];
  const attributes = { kernel_shape: weights.dims.slice(2), strides: [stride, stride], pads: [pad, pad, pad, pad] };
  state.nodes.push(node('Conv', { name: conv.name, input: [asFloats(state, input), ...names], output, attributes }));
  if (relu) state.nodes.push({ ...relu, input: [output] });
}

function byteConv(state, conv, relu) {
  const { weights, bias } = numbersOf(state, conv);
  const [output] = relu.output;
  const tensor = state.tensors.get(conv.input[1]);
  const made = quantisedConv({ weights, bias, from: state.scalesOf(conv.input[0]), into: state.scalesOf(output) });
  const name = (part) => `${conv.name}/${part}`;
  const { dims } = weights;
  state.initializers.push(
    state.placer.place(name('weights'), tensor, { dims, columns: { of: conv.input[0], ...made } }),
    plainTensor(name('scales'), FLOAT, [dims[0]], made.weightScales),
    plainTensor(name('zeros'), INT8, [dims[0]], new Int8Array(dims[0])),
    plainTensor(name('bias'), INT32, [dims[0]], made.bias),
  );
  const parts = ['weights', 'scales', 'zeros'].map(name);
  const input = [asBytes(state, conv.input[0]), ...BYTE, ...parts, ...BYTE, name('bias')];
  const quantised = node('QLinearConv', { name: conv.name, input, output });
  // The Relu is what clamping to bytes from 0 does.
  state.nodes.push({ ...quantised, attribute: conv.attribute });
  state.bytes.add(output);
}

function numbersOf({ tensors }, conv) {
  const read = (name) => ({ dims: tensors.get(name).dims.map(Number), data: fromHalves(tensors.get(name).rawData) });
  const ints = (name) => Number(conv.attribute.find((attribute) => attribute.name === name).ints[0]);
  return { weights: read(conv.input[1]), bias: read(conv.input[2]), stride: ints('strides'), pad: ints('pads') };
}

function rescale({ weights, bias }, from, into) {
  const [, columns, height, width] = weights.dims;
  const taps = height * width;
  const row = (at) => Math.floor(at / (columns * taps));
  const column = (at) => Math.floor(at / taps) % columns;
  return {
    weights: weights.data.map((value, at) => (value * (from?.[column(at)] ?? 1)) / (into?.[row(at)] ?? 1)),
    bias: bias.data.map((value, at) => value / (into?.[at] ?? 1)),
  };
}

function asBytes(state, name) {
  if (name === '' || state.bytes.has(name) || state.tensors.has(name) || name.endsWith('/sizes')) return name;
  const output = `${name}/bytes`;
  if (!state.bytes.has(output)) {
    state.nodes.push(node('QuantizeLinear', { name: `${name}/quantize`, input: [name, ...BYTE], output }));
    state.bytes.add(output);
  }
  return output;
}

function asFloats(state, name) {
  if (!state.bytes.has(name)) return name;
  const output = `${name}/floats`;
  if (!state.floats.has(name)) {
    state.nodes.push(node('DequantizeLinear', { name: `${name}/dequantize`, input: [name, ...BYTE], output }));
    state.floats.set(name, output);
  }
  return output;
}
