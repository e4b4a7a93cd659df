/**
 * A network as a list of steps for the CPU's own kernels (kernels/): which tensors there are, and what is done to them in
 * which order. Of ONNX's graph it keeps what costs time; what can be said by where a tensor lies (Concat), by what a
 * convolution does at its end (Relu) or by folding numbers into its neighbour (two convolutions in a row) is gone.
 */
import { channelScales } from './channel-scales.mjs';
import { producers, readers } from './graph.mjs';
import { fromHalves } from './halves.mjs';
import { problem } from './problem.mjs';
import { mergeConvs } from './stem.mjs';

/**
 * A byte's 127 is this much above a channel's calibrated range, which leaves out the largest two thousandth: at seven bits
 * clipping costs more than coarser steps. Mean difference from the float matte at 768² on 9 photos: × 0.75 → .0149,
 * 0.9 → .0080, 1 → .0059, 1.15 → .0043, 1.3 → .0044, 1.5 → .0046, 2 → .0043.
 */
const HEADROOM = 1.2;

const STEPS = { MaxPool: pool, Resize: resize, Add: add, Concat: concat, Conv: conv };

/**
 * @param {object} graph with float16 weights inside
 * @param {Map<object, { offset: number }>} places of the weights in their file
 * @param {Record<string, number[]> | null} ranges of the activations; null for a network that stays in floats
 * @returns {{ input: string, output: string, tensors: object, steps: object[] }} utils/inference/cpu/plan.ts has the types
 */
export function makePlan(graph, places, ranges) {
  const state = {
    graph,
    places,
    scalesOf: ranges ? channelScales(graph, ranges) : () => null,
    writer: producers(graph),
    numbers: new Map(graph.initializer.map((tensor) => [tensor.name, tensor])),
    tensors: {},
    steps: [],
    skip: new Set(),
    factors: new Map(),
  };
  const [input] = graph.input;
  declare(state, input.name, 3, 'float');
  const last = state.writer.get(graph.output[0].name);
  state.skip.add(last);
  const output = foldOutput(state, last.input[0]);
  for (const node of graph.node) if (!state.skip.has(node)) STEPS[node.opType]?.(state, node);
  return { input: input.name, output: output ?? state.steps.at(-1).to, tensors: state.tensors, steps: state.steps };
}

/**
 * The end: a Sigmoid over a resized map, which whoever reads the result does; or over a 1x1 convolution of several maps,
 * which is their sum once their own convolutions have been multiplied by its weights.
 */
function foldOutput(state, name) {
  const node = state.writer.get(name);
  if (node.opType === 'Resize') {
    state.skip.add(node);
    return node.input[0];
  }
  const maps = state.writer.get(node.input[0]);
  if (node.opType !== 'Conv' || maps.opType !== 'Concat')
    throw problem(`plan.mjs does not know how to end in ${name}.`);
  const weights = numbersOf(state, node.input[1]).data;
  const [bias] = numbersOf(state, node.input[2]).data;
  for (const [i, map] of maps.input.entries()) {
    const maker = state.writer.get(map);
    state.factors.set((maker.opType === 'Resize' ? maker.input : [map])[0], { factor: weights[i], plus: i ? 0 : bias });
  }
  state.skip.add(node).add(maps);
  state.sumOf = maps.input;
  return null;
}

function declare(state, name, channels, type) {
  const scales = type === 'byte' ? brief(state.scalesOf(name).map((range) => range * HEADROOM)) : undefined;
  state.tensors[name] = { channels, type, ...(scales && { scales }) };
}

function conv(state, node) {
  const [next, ...others] = readers(state.graph, node.output[0]);
  if (node.input[0] === state.graph.input[0].name && next?.opType === 'Conv' && others.length === 0) {
    state.stem = node;
    return;
  }
  const relu = next?.opType === 'Relu' ? next : null;
  const to = relu ? relu.output[0] : node.output[0];
  const { dims } = state.numbers.get(node.input[1]);
  const [rows, columns, size] = dims.map(Number);
  declare(state, to, rows, relu && state.scalesOf(to) ? 'byte' : 'float');
  const common = { do: 'conv', to, relu: relu !== null, ...state.factors.get(to) };
  const first = state.stem?.output[0] === node.input[0] ? state.stem : null;
  if (first) {
    const { weights, bias, stride, pad } = mergeConvs(convNumbers(state, first), convNumbers(state, node));
    const shape = { columns: weights.dims[1], size: weights.dims[2], stride, pad, dilation: 1 };
    const inline = { weights: brief(weights.data), bias: brief(bias.data) };
    state.steps.push({ ...common, from: first.input[0], ...shape, inline });
    return;
  }
  const [stride, pad, dilation] = ['strides', 'pads', 'dilations'].map((name) => attribute(node, name));
  const [weights, bias] = node.input.slice(1).map((name) => state.places.get(state.numbers.get(name)).offset);
  state.steps.push({ ...common, from: node.input[0], columns, size, stride, pad, dilation, weights, bias });
}

const brief = (floats) => Array.from(floats, (value) => Number(value.toPrecision(6)));

function convNumbers(state, node) {
  const [weights, bias] = node.input.slice(1).map((name) => numbersOf(state, name));
  return { weights, bias, stride: attribute(node, 'strides'), pad: attribute(node, 'pads') };
}

function numbersOf(state, name) {
  const tensor = state.numbers.get(name);
  return { dims: tensor.dims.map(Number), data: fromHalves(tensor.rawData) };
}

function attribute(node, name) {
  return Number(node.attribute.find((each) => each.name === name).ints[0]);
}

function like(state, to, from) {
  const { channels, type } = state.tensors[from];
  declare(state, to, channels, type);
}

function pool(state, node) {
  const [[from], [to]] = [node.input, node.output];
  like(state, to, from);
  state.steps.push({ do: 'pool', from, to });
}

/** Its size is that of the tensor it is concatenated with, or added to. */
function resize(state, node) {
  const [[from], [to]] = [node.input, node.output];
  like(state, to, from);
  const shape = state.writer.get(state.writer.get(node.input[3]).input[1]);
  state.steps.push({ do: 'resize', from, to, sizeOf: shape.input[0] });
  if (state.sumOf?.includes(to)) sum(state, to);
}

function sum(state, map) {
  const before = state.total ?? state.sumOf[0];
  state.total = `${map}/sum`;
  like(state, state.total, map);
  state.steps.push({ do: 'add', from: before, and: map, to: state.total });
}

function add(state, node) {
  const [from, and] = node.input;
  const [to] = node.output;
  like(state, to, from);
  state.steps.push({ do: 'add', from, and, to });
}

function concat(state, node) {
  if (node.output[0].endsWith('/sizes')) return;
  const [to] = node.output;
  const channels = node.input.reduce((total, name) => total + state.tensors[name].channels, 0);
  declare(state, to, channels, state.tensors[node.input[0]].type);
  state.steps.push({ do: 'concat', parts: node.input, to });
}
