/** All figures of one cutout against its truth. */
import sharp from 'sharp';
import { boundaryF } from '../metrics/boundary.mjs';
import { fringeError } from '../metrics/fringe.mjs';
import { gradientError } from '../metrics/gradient.mjs';
import { overlap } from '../metrics/overlap.mjs';
import { pixelErrors, softBandMae } from '../metrics/pixel-errors.mjs';

/** A mask file as a plane of alpha 0–1; of a coloured file the first channel. */
export async function readMask(path) {
  const { data, info } = await sharp(path).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  const plane = new Float32Array(data.length);
  for (let i = 0; i < plane.length; i++) plane[i] = data[i] / 255;
  return { width: info.width, height: info.height, data: plane };
}

/** A picture file as RGB bytes. */
export async function readPixels(path) {
  return new Uint8Array(await sharp(path).removeAlpha().toColourspace('srgb').raw().toBuffer());
}

/** A cutout's PNG as RGBA bytes. */
export async function readCutout(path) {
  const { data, info } = await sharp(path).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) };
}

/**
 * @param {Uint8Array} [foreground] true RGB, where it is known
 * @returns {Record<string, number | null>} null where a figure has no meaning for this picture
 */
export function score(cutout, truth, foreground) {
  const { width, height, rgba } = cutout;
  const matte = { width, height, data: new Float32Array(width * height) };
  for (let i = 0; i < matte.data.length; i++) matte.data[i] = rgba[i * 4 + 3] / 255;
  return {
    ...pixelErrors(matte, truth),
    ...overlap(matte, truth),
    boundaryF: boundaryF(matte, truth),
    softMae: softBandMae(matte, truth),
    gradient: gradientError(matte, truth),
    fringe: foreground ? fringeError(cutout, truth, foreground) : null,
  };
}
