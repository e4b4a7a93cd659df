/** One convolution on bytes: its scales and bias, and where its weights will lie once the loader has rounded them. */
import { aligned } from './external-data.mjs';
import { externalTensor, INT8 } from './onnx-file.mjs';

/** Symmetric: -127 to 127, so that a weight and its negative round alike. */
const LARGEST = 127;
/** Half of int32's range, the other half is for what is added to it. */
const LARGEST_BIAS = 2 ** 30;
/** A row of zeros still has a scale, and one that float32 can hold. */
const LEAST = 1e-30;

/**
 * @param {{ weights: { dims: number[], data: Float32Array }, bias: { data: Float32Array },
 *   from: Float32Array, into: Float32Array }} conv `from` and `into`: the channel scales of its input and output
 * @returns {{ columnScales: number[], rowScales: number[], weightScales: Float32Array, bias: Int32Array }} a weight
 *   becomes round(weight * rowScale * columnScale); one step of it is worth weightScale
 */
export function quantisedConv({ weights, bias, from, into }) {
  const [rows, columns, height, width] = weights.dims;
  const columnScales = Array.from(from, (scale) => short(scale));
  const rowScales = [];
  const weightScales = new Float32Array(rows);
  const rounded = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const length = columns * height * width;
    const inputs = weights.data.subarray(row * length, (row + 1) * length);
    // A channel that is nearly constant has a bias far above its weights: steps that small would overflow it.
    const least = (Math.abs(bias.data[row]) * 255 * LARGEST) / LARGEST_BIAS;
    const largest = Math.max(largestOf(inputs, columnScales), least, LEAST);
    weightScales[row] = largest / into[row] / LARGEST;
    rowScales.push(short(LARGEST / largest));
    rounded[row] = Math.round((bias.data[row] / into[row]) * (255 / weightScales[row]));
  }
  return { columnScales, rowScales, weightScales, bias: rounded };
}

function largestOf(row, columnScales) {
  const taps = row.length / columnScales.length;
  let largest = 0;
  for (let i = 0; i < row.length; i++) {
    largest = Math.max(largest, Math.abs(row[i] * columnScales[Math.floor(i / taps)]));
  }
  return largest;
}

/** Six digits: a hundredth of a rounding step, at a third of a double's length in JSON. */
function short(value) {
  return Number(value.toPrecision(6));
}

/**
 * Gives every int8 tensor its place.
 *
 * @param {Map<object, { offset: number }>} places of the float16 tensors
 * @param {string} weightsPath the name under which the graph will ask for the int8 weights
 */
export function createPlacer(places, weightsPath) {
  const columnScales = {};
  const tensors = [];
  let end = 0;
  return {
    place(name, tensor, { dims, columns }) {
      const to = aligned(end);
      const length = dims.reduce((product, size) => product * size, 1);
      const [rows, count, height, width] = dims;
      end = to + length;
      columnScales[columns.of] = columns.columnScales;
      const { rowScales } = columns;
      tensors.push({
        from: places.get(tensor).offset,
        to,
        rows,
        columns: count,
        taps: height * width,
        rowScales,
        columnScales: columns.of,
      });
      return externalTensor(name, INT8, dims, { location: weightsPath, offset: to, length });
    },
    layout: () => ({ bytes: end, columnScales, tensors }),
  };
}
