/** Scenes whose alpha is known, given to `refine` with a matte as a network paints it: too soft, or off by some pixels. */
import { describe, expect, it } from 'vitest';
import { boxMean } from '../../../utils/pipeline/box';
import type { Matte, Raster } from '../../../utils/pipeline/raster';
import { refine } from '../../../utils/pipeline/refine';
import { workingCopy } from '../../../utils/pipeline/working-copy';
import { type Mixture, mixture } from './mixtures';
import { paintMatte, paintRaster, type Rgba, softDisc } from './scenes';

/** What the model says of a photo no larger than the working copy, pixel by pixel. */
function refined(photo: Raster, matte: Matte): Float32Array {
  const copy = workingCopy(photo, matte);
  const { factor, red, green, blue, offset } = refine(copy);
  expect(factor).toBe(1);
  return offset.map((rest, i) => {
    const [r = 0, g = 0, b = 0] = photo.data.subarray(i * 4, i * 4 + 3);
    return Math.min(1, Math.max(0, rest + ((red[i] ?? 0) * r + (green[i] ?? 0) * g + (blue[i] ?? 0) * b) / 255));
  });
}

function error(alpha: Float32Array, truth: Float32Array, counts: (truth: number) => boolean = () => true): number {
  let sum = 0;
  let pixels = 0;
  truth.forEach((value, i) => {
    if (!counts(value)) return;
    sum += Math.abs((alpha[i] ?? Number.NaN) - value);
    pixels++;
  });
  return sum / pixels;
}

/** The truth as a network with a grid of `cell` pixels sees it. */
function blurred({ photo: { width, height }, alpha }: Mixture, cell: number): Matte {
  return { width, height, data: boxMean(alpha.slice(), { width, height }, cell) };
}

const isSoft = (alpha: number) => alpha > 0.02 && alpha < 0.98;

describe('hair', () => {
  it.each(['plain', 'graded', 'textured'])('on a %s wall: the error in the soft band falls', (wall) => {
    const scene = mixture(700, 480, wall, 'strands');
    const matte = blurred(scene, 2);
    const before = error(matte.data, scene.alpha, isSoft);
    expect(error(refined(scene.photo, matte), scene.alpha, isSoft)).toBeLessThan(0.7 * before);
  });
});

describe('a hard edge', () => {
  const disc = (u: number, v: number) => (Math.hypot(u - 0.5, v - 0.5) < 0.3 ? 1 : 0);
  const WIDTH = 600;
  const HEIGHT = 400;
  const truth = paintMatte(WIDTH, HEIGHT, disc).data;
  const soft = { width: WIDTH, height: HEIGHT, data: boxMean(truth.slice(), { width: WIDTH, height: HEIGHT }, 1) };
  const wild = (u: number, v: number): Rgba => {
    const texture = 110 * Math.sin(190 * u + 60 * v) * Math.cos(230 * v);
    return [130 + texture, 120 + texture * Math.sin(40 * u), 125 - texture, 255];
  };

  it.each<[string, (u: number, v: number) => Rgba]>([
    ['in two colours', (u, v) => (disc(u, v) ? [190, 60, 40, 255] : [40, 90, 170, 255])],
    ['that no colour shows', () => [128, 128, 128, 255]],
    ['in a wild texture', wild],
  ])('%s gets no softer', (_, paint) => {
    const alpha = refined(paintRaster(WIDTH, HEIGHT, paint), soft);
    expect(error(alpha, truth)).toBeLessThanOrEqual(error(soft.data, truth));
  });
});

it('what is surely subject or surely background stays so', () => {
  const matte = paintMatte(300, 200, softDisc);
  const photo = paintRaster(300, 200, (u, v) => [255 * u, 255 * v, 99, 255]);
  const alpha = refined(photo, matte);
  expect(alpha[100 * 300 + 150]).toBeGreaterThan(0.999);
  expect(alpha[5 * 300 + 5]).toBeLessThan(0.001);
});

it('a photo larger than the working copy is looked at in squares that cover all of it', () => {
  const photo: Raster = { width: 1501, height: 1003, data: new Uint8ClampedArray(1501 * 1003 * 4).fill(255) };
  const copy = workingCopy(photo, paintMatte(64, 64, softDisc));
  expect(copy).toMatchObject({ factor: 2, width: 751, height: 502 });
  expect([...copy.red.slice(-2)]).toEqual([1, 1]);
});
