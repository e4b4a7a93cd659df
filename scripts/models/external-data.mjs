/** ONNX external data: the numbers of a graph in a file of their own, so that two graphs can share them. */
import { elsewhere, FLOAT, FLOAT16 } from './onnx-file.mjs';
import { problem } from './problem.mjs';

/**
 * Every tensor starts on a cache line. A start divisible by 64 in the half file is divisible by 128
 * in the widened one, so typed-array views of either size can be made anywhere.
 */
const ALIGNMENT = 64;

/** The first place at or after `end`, in bytes, where a tensor may start. */
export function aligned(end) {
  return Math.ceil(end / ALIGNMENT) * ALIGNMENT;
}

/**
 * Lays the float16 initializers of a graph out one after another.
 *
 * @param {object} graph
 * @returns {{ bytes: Uint8Array, places: Map<object, { offset: number, length: number }> }}
 */
export function packHalves(graph) {
  const places = new Map();
  let end = 0;
  for (const tensor of graph.initializer.filter(isHalf)) {
    const offset = aligned(end);
    places.set(tensor, { offset, length: tensor.rawData.byteLength });
    end = offset + tensor.rawData.byteLength;
  }
  const bytes = new Uint8Array(end);
  for (const [tensor, { offset }] of places) bytes.set(tensor.rawData, offset);
  return { bytes, places };
}

/**
 * Makes tensors read their numbers from a file: `elemType` FLOAT16 takes the places as packed,
 * FLOAT takes them from a file in which every number became twice as wide.
 *
 * @param {Map<object, { offset: number, length: number }>} places
 * @param {string} location file name, relative to the graph
 * @param {number} elemType
 */
export function pointAt(places, location, elemType) {
  const widening = elemType === FLOAT ? 2 : 1;
  for (const [tensor, { offset, length }] of places) {
    const place = { location, offset: offset * widening, length: length * widening };
    Object.assign(tensor, { dataType: elemType, ...elsewhere(place) });
    delete tensor.rawData;
  }
}

function isHalf(tensor) {
  if (tensor.dataType !== FLOAT16) return false;
  if (tensor.rawData.byteLength === 0) {
    throw problem(`Initializer ${tensor.name} keeps its halves outside rawData: teach external-data.mjs to read it.`);
  }
  return true;
}
