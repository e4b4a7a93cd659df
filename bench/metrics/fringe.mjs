/**
 * Fringe error: how much of the old background's colour sits in the cutout's soft edge. Only where the truth is known, so
 * only on built scenes: there the foreground's own colour is given for every pixel.
 */
import { demandSameSize, SOFT_FROM, SOFT_TO } from './pixel-errors.mjs';

/**
 * Mean colour error 0–1 over the soft band of the true matte. Each pixel weighs as much as both mattes call foreground
 * (the smaller alpha): a colour that does not show does no harm. Null when nothing of the band is kept.
 * @param {{width: number, height: number, rgba: Uint8Array}} cutout straight alpha
 * @param {{width: number, height: number, data: Float32Array}} truth alpha 0–1
 * @param {Uint8Array} foreground true RGB of the foreground, also where it is transparent
 */
export function fringeError(cutout, truth, foreground) {
  demandSameSize(cutout, truth);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < truth.data.length; i++) {
    const alpha = truth.data[i];
    if (alpha <= SOFT_FROM || alpha >= SOFT_TO) continue;
    const weight = Math.min(alpha, cutout.rgba[i * 4 + 3] / 255);
    let error = 0;
    for (let c = 0; c < 3; c++) error += Math.abs(cutout.rgba[i * 4 + c] - foreground[i * 3 + c]);
    sum += (weight * error) / (3 * 255);
    total += weight;
  }
  return total === 0 ? null : sum / total;
}
