/**
 * Two convolutions in a row without anything between them are one. IS-Net begins so: 3x3 by 2 from 3 to 64 channels, then
 * 3x3 from 64 to 64 at half the input's side. Together they are one 7x7 by 2 from 3 channels, a quarter of the work.
 * Only the outermost ring of pixels differs: there the second one padded with zeros what the first had not made.
 */

/**
 * @typedef {{ dims: number[], data: Float32Array }} Numbers weights [out, in, height, width] or bias [out]
 */

/**
 * @param {{ weights: Numbers, bias: Numbers, stride: number, pad: number }} first
 * @param {{ weights: Numbers, bias: Numbers, pad: number }} second by 1
 * @returns {{ weights: Numbers, bias: Numbers, stride: number, pad: number }}
 */
export function mergeConvs(first, second) {
  const [middle, inputs, size1] = first.weights.dims;
  const [outputs, , size2] = second.weights.dims;
  const size = size1 + (size2 - 1) * first.stride;
  const weights = { dims: [outputs, inputs, size, size], data: new Float32Array(outputs * inputs * size * size) };
  const bias = { dims: [outputs], data: Float32Array.from(second.bias.data) };
  for (const [at, weight] of second.weights.data.entries()) {
    const { o, m, y, x } = placeOf(at, middle, size2);
    bias.data[o] += weight * first.bias.data[m];
    addShifted(weights, o, { y: y * first.stride, x: x * first.stride }, scaledKernel(first.weights, m, weight));
  }
  return { weights, bias, stride: first.stride, pad: first.pad + second.pad * first.stride };
}

function placeOf(at, middle, size) {
  const tap = at % (size * size);
  const m = Math.floor(at / (size * size)) % middle;
  const o = Math.floor(at / (size * size * middle));
  return { o, m, y: Math.floor(tap / size), x: tap % size };
}

function scaledKernel({ dims: [, inputs, size], data }, m, factor) {
  const length = inputs * size * size;
  return { inputs, size, data: data.subarray(m * length, (m + 1) * length).map((value) => value * factor) };
}

function addShifted({ dims: [, inputs, size], data }, o, { y, x }, kernel) {
  for (let i = 0; i < inputs; i++) {
    for (let tap = 0; tap < kernel.size ** 2; tap++) {
      const row = y + Math.floor(tap / kernel.size);
      const column = x + (tap % kernel.size);
      data[((o * inputs + i) * size + row) * size + column] += kernel.data[i * kernel.size ** 2 + tap];
    }
  }
}
