/**
 * One scale per channel instead of one per tensor. After a Relu every channel may be divided by any positive number, if
 * the next convolution multiplies that channel's weights by it, and pooling, resizing and concatenating do not mind
 * (cross-layer equalisation, Nagel et al. 2019). So each channel gets its own range, every activation lies within 0-1,
 * and all of them share one scale, 1/127: nothing between two convolutions has to be rescaled.
 */
import { producers } from './graph.mjs';
import { problem } from './problem.mjs';

/**
 * @param {object} graph
 * @param {Record<string, number[]>} ranges what each channel of each Relu's and Add's output reaches, by tensor name
 * @returns {(name: string) => Float32Array | null} the divisor of each channel; null where values are as they were: the
 *   graph's input, and what comes of a convolution without Relu
 */
export function channelScales(graph, ranges) {
  const writer = producers(graph);
  const sums = new Map(addends(graph));
  const known = new Map();

  function scalesOf(name) {
    if (!known.has(name)) known.set(name, find(name));
    return known.get(name);
  }

  function find(name) {
    const maker = writer.get(name);
    if (!maker || maker.opType === 'Conv') return null;
    if (maker.opType === 'Relu') return rangeOf(sums.get(name) ?? name);
    if (maker.opType === 'Add') return rangeOf(name);
    if (maker.opType === 'MaxPool' || maker.opType === 'Resize') return scalesOf(maker.input[0]);
    if (maker.opType === 'Concat') return joined(maker.input.map(scalesOf));
    throw problem(
      `${name} is made by a ${maker.opType}: teach channel-scales.mjs what that does to a channel's range.`,
    );
  }

  function rangeOf(name) {
    if (!ranges[name]) throw problem(`No range is known for ${name}. Run npm run models:calibrate.`);
    return Float32Array.from(ranges[name]);
  }

  return scalesOf;
}

function joined(parts) {
  return parts.includes(null) ? null : Float32Array.from(parts.flatMap((part) => [...part]));
}

/** What is added must have the scale of the sum. */
function addends(graph) {
  const adds = graph.node.filter((node) => node.opType === 'Add');
  return adds.flatMap((add) => add.input.map((input) => [input, add.output[0]]));
}
