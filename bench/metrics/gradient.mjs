/**
 * Gradient error of Rhemann et al., "A perceptually motivated online benchmark for image matting" (CVPR 2009): the sum
 * of squared differences between the gradient magnitudes of two mattes, gradients by first-order Gaussian derivatives
 * with σ = 1.4; divided by 1000, as published tables do. Kernels have unit energy and are cut where they fall below 0.01.
 */
import { demandSameSize } from './pixel-errors.mjs';

const SIGMA = 1.4;
const CUT = 0.01;
const SCALE = 1000;

/** @returns {number} 0 or more; it grows with the picture's size */
export function gradientError(matte, truth) {
  demandSameSize(matte, truth);
  const ours = gradientMagnitude(matte);
  const wanted = gradientMagnitude(truth);
  let sum = 0;
  for (let i = 0; i < ours.length; i++) sum += (ours[i] - wanted[i]) ** 2;
  return sum / SCALE;
}

/** Magnitude of the smoothed gradient at each pixel; beyond the border the edge pixels go on. */
export function gradientMagnitude({ width, height, data }) {
  const { smooth, slope } = kernels();
  const across = convolveColumns(convolveRows(data, width, height, slope), width, height, smooth);
  const down = convolveColumns(convolveRows(data, width, height, smooth), width, height, slope);
  for (let i = 0; i < across.length; i++) across[i] = Math.sqrt(across[i] * across[i] + down[i] * down[i]);
  return across;
}

/** The two factors of the separable kernel; their product has unit energy. */
export function kernels() {
  const half = Math.ceil(SIGMA * Math.sqrt(-2 * Math.log(Math.sqrt(2 * Math.PI) * SIGMA * CUT)));
  const offsets = Array.from({ length: 2 * half + 1 }, (_, i) => i - half);
  const gauss = offsets.map((u) => Math.exp(-(u * u) / (2 * SIGMA * SIGMA)));
  const slope = offsets.map((u, i) => (-u * gauss[i]) / (SIGMA * SIGMA));
  return { smooth: unitEnergy(gauss), slope: unitEnergy(slope) };
}

function unitEnergy(values) {
  const energy = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return Float64Array.from(values, (value) => value / energy);
}

function convolveRows(data, width, height, kernel) {
  const half = (kernel.length - 1) / 2;
  const out = new Float32Array(data.length);
  const line = new Float64Array(width + 2 * half);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let i = 0; i < line.length; i++) line[i] = data[row + Math.min(width - 1, Math.max(0, i - half))];
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) sum += kernel[k] * line[x + 2 * half - k];
      out[row + x] = sum;
    }
  }
  return out;
}

function convolveColumns(data, width, height, kernel) {
  const half = (kernel.length - 1) / 2;
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let k = -half; k <= half; k++) {
      const from = Math.min(height - 1, Math.max(0, y - k)) * width;
      const weight = kernel[half + k];
      for (let x = 0; x < width; x++) out[y * width + x] += weight * data[from + x];
    }
  }
  return out;
}
