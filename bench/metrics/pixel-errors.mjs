/**
 * How far a matte is from the truth, pixel by pixel. Planes are `{width, height, data}` with alpha 0–1, rows from the top;
 * both must have the same size.
 */

/** True alpha strictly between these is "soft": hair, fur, blur. Beyond them 8-bit masks mean 0 and 1. */
export const SOFT_FROM = 0.02;
export const SOFT_TO = 0.98;

/** @returns {{mae: number, mse: number}} mean absolute and mean squared error, 0–1 */
export function pixelErrors(matte, truth) {
  demandSameSize(matte, truth);
  const { length } = truth.data;
  let absolute = 0;
  let squared = 0;
  for (let i = 0; i < length; i++) {
    const error = matte.data[i] - truth.data[i];
    absolute += Math.abs(error);
    squared += error * error;
  }
  return { mae: absolute / length, mse: squared / length };
}

/** Mean absolute error where the true alpha is soft; null when it is nowhere. */
export function softBandMae(matte, truth) {
  demandSameSize(matte, truth);
  let absolute = 0;
  let count = 0;
  for (let i = 0; i < truth.data.length; i++) {
    const alpha = truth.data[i];
    if (alpha <= SOFT_FROM || alpha >= SOFT_TO) continue;
    absolute += Math.abs(matte.data[i] - alpha);
    count += 1;
  }
  return count === 0 ? null : absolute / count;
}

export function demandSameSize(a, b) {
  if (a.width === b.width && a.height === b.height) return;
  throw new RangeError(`a matte of ${a.width}×${a.height} cannot be compared with one of ${b.width}×${b.height}`);
}
