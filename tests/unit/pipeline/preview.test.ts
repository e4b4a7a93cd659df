import { expect, it } from 'vitest';
import { firstLook } from '@/utils/pipeline/preview';
import { PREVIEW_PIXELS } from '@/utils/pipeline/raster';
import { paintMatte, paintRaster, softDisc } from './scenes';

const WHOLE = paintMatte(4, 4, () => 1);
/** Red grows to the right, green downwards: a picture that would notice being turned or mirrored. */
const ramp = (width: number, height: number) => paintRaster(width, height, (u, v) => [255 * u, 255 * v, 40, 255]);

it.each([
  ['a large photo becomes small, and keeps its aspect', 3000, 1500, 707, 353],
  ['a small one keeps its size', 90, 40, 90, 40],
  ['one pixel', 1, 1, 1, 1],
])('%s', (_, width, height, lookWidth, lookHeight) => {
  const look = firstLook(ramp(width, height), WHOLE);
  expect(look.width * look.height).toBeLessThanOrEqual(PREVIEW_PIXELS);
  expect([look.width, look.height]).toEqual([lookWidth, lookHeight]);
});

it('shows the photo, within two levels of its mean at each place', () => {
  const look = firstLook(ramp(3000, 1500), WHOLE);
  const truth = ramp(look.width, look.height);
  let worst = 0;
  look.data.forEach((value, i) => {
    worst = Math.max(worst, Math.abs(value - (truth.data[i] ?? Number.NaN)));
  });
  expect(worst).toBeLessThanOrEqual(2);
});

it('takes its alpha from the matte, stretched over the photo', () => {
  const look = firstLook(ramp(1200, 300), paintMatte(320, 320, softDisc));
  const truth = paintMatte(look.width, look.height, softDisc).data;
  let error = 0;
  truth.forEach((alpha, i) => {
    error += Math.abs(alpha - (look.data[i * 4 + 3] ?? Number.NaN) / 255) / truth.length;
  });
  expect(error).toBeLessThan(0.01);
});

it('leaves transparent what already was, and takes no colour from it', () => {
  // Opaque and transparent rows in turn, at half the size: every pixel of the look covers one of each.
  const photo = paintRaster(1000, 1000, (_, v) => (Math.floor(v * 1000) % 2 ? [200, 10, 10, 255] : [0, 255, 0, 0]));
  const look = firstLook(photo, WHOLE);
  expect([look.width, look.height]).toEqual([500, 500]);
  expect([...look.data.slice(4000, 4004)]).toEqual([200, 10, 10, 128]);
});

it('leaves the photo as it is', () => {
  const photo = ramp(90, 40);
  firstLook(
    photo,
    paintMatte(8, 8, () => 0),
  );
  expect(photo.data).toEqual(ramp(90, 40).data);
});
