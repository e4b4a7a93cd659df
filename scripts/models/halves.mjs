/** float16 and back, as IEEE 754 has it. Node has Float16Array only since 24, and the set-up runs on 20. */

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/**
 * Rounds to the nearest half, ties to even; what is too large becomes infinity.
 *
 * @param {Float32Array} floats
 * @returns {Uint8Array} little-endian, two bytes a number
 */
export function toHalves(floats) {
  return new Uint8Array(Uint16Array.from(floats, toHalf).buffer);
}

/**
 * @param {Uint8Array} bytes little-endian, two bytes a number
 * @returns {Float32Array} exactly the same numbers
 */
export function fromHalves(bytes) {
  const halves = new Uint16Array(Uint8Array.from(bytes).buffer); // a view may begin at an odd address
  return Float32Array.from(halves, fromHalf);
}

function toHalf(value) {
  float[0] = value;
  const sign = (bits[0] >>> 16) & 0x8000;
  const magnitude = Math.abs(float[0]);
  if (Number.isNaN(magnitude)) return sign | 0x7e00;
  if (magnitude >= 65_520) return sign | 0x7c00;
  // Halves step by 2^-24 below 2^-14; above, by 2^-10 of the power of two below.
  const step = 2 ** (Math.max(-14, Math.floor(Math.log2(magnitude || 1))) - 10);
  const rounded = roundToEven(magnitude / step) * step;
  float[0] = rounded;
  if (rounded < 2 ** -14) return sign | Math.round(rounded * 2 ** 24);
  return sign | (((bits[0] >>> 23) - 112) << 10) | ((bits[0] >>> 13) & 0x3ff);
}

function roundToEven(value) {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

function fromHalf(half) {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const mantissa = half & 0x3ff;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 0x1f) return mantissa ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}
