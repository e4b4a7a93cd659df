/** Edges on built scenes whose alpha is known exactly: what each control mends, in figures (decision 26). */
import { describe, expect, it } from 'vitest';
import type { Raster } from '@/utils/pipeline/raster';
import { shapeEdge } from '@/utils/studio/edge';
import { type Edge, MAX_SMOOTH, NO_EDITS, parseEdits } from '@/utils/studio/edits';
import { type Pixel, pixel, raster } from './scene';

const SIDE = 400;
const MIDDLE = 200;
const shaped = (picture: Raster, edge: Partial<Edge>, photo: Raster | null = null) =>
  shapeEdge(picture, { ...NO_EDITS.edge, ...edge }, photo);
const pixels = (count: number) => count / SIDE;

/** Coverage of a disc, by its distance: exact to a hundredth for such radii. */
const disc = (x: number, y: number, radius: number) =>
  Math.min(1, Math.max(0, radius - Math.hypot(x + 0.5 - MIDDLE, y + 0.5 - MIDDLE) + 0.5));
/** A textured subject before a wall of another colour. */
const front = (x: number, y: number): Pixel => [200 + 20 * Math.sin(x / 5), 120 + 20 * Math.cos(y / 7), 60, 255];
const WALL = [40, 70, 160] as const;
const mixed = (x: number, y: number, alpha: number): Pixel => {
  const [r, g, b] = front(x, y);
  const over = (colour: number, c: 0 | 1 | 2) => colour * alpha + WALL[c] * (1 - alpha);
  return [over(r, 0), over(g, 1), over(b, 2), 255];
};
const cutoutOf = (alphaAt: (x: number, y: number) => number) =>
  raster(SIDE, SIDE, (x, y) => {
    const alpha = Math.round(alphaAt(x, y) * 255);
    const [r, g, b] = front(x, y);
    return alpha === 0 ? [0, 0, 0, 0] : [r, g, b, alpha];
  });
const photo = raster(SIDE, SIDE, (x, y) => mixed(x, y, disc(x, y, 100)));

/** Mean of |alpha − exact| over all pixels, times the number of pixels, by the contour's length: an error in pixels. */
function contourError(picture: Raster, exact: (x: number, y: number) => number, length: number): number {
  let sum = 0;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) sum += Math.abs((pixel(picture, x, y)[3] ?? 0) / 255 - exact(x, y));
  }
  return sum / length;
}

/** Of opaque pixels. */
const alphaSum = ({ data }: Raster) => data.reduce((sum, value, i) => (i % 4 === 3 ? sum + value / 255 : sum), 0);

/** Over white: how far the finished picture is from the true one, mean of levels within `band` pixels of the edge. */
function colourError(picture: Raster, radius: number, band: number): number {
  let [sum, count] = [0, 0];
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      if (Math.abs(Math.hypot(x + 0.5 - MIDDLE, y + 0.5 - MIDDLE) - radius) > band) continue;
      const [exact, here] = [disc(x, y, radius), pixel(picture, x, y)];
      for (const c of [0, 1, 2] as const) {
        const over = (colour: number, alpha: number) => colour * alpha + 255 * (1 - alpha);
        sum += Math.abs(over(here[c] ?? 0, (here[3] ?? 0) / 255) - over(front(x, y)[c], exact));
        count++;
      }
    }
  }
  return sum / count;
}

describe('outwards', () => {
  const tight = cutoutOf((x, y) => disc(x, y, 97));
  const circle = 2 * Math.PI * 100;
  const exact = (x: number, y: number) => disc(x, y, 100);

  it('gives a matte that was cut 3 px too tight its alpha back', () => {
    expect(contourError(tight, exact, circle)).toBeCloseTo(3, 1);
    expect(contourError(shaped(tight, { shift: -pixels(3) }), exact, circle)).toBeLessThan(0.2);
  });

  it('with the photo, and its own pixels; without it, with the nearest colours', () => {
    const [before, own, nearest] = [
      colourError(tight, 100, 4),
      colourError(shaped(tight, { shift: -pixels(3) }, photo), 100, 4),
      colourError(shaped(tight, { shift: -pixels(3) }), 100, 4),
    ];
    expect(before).toBeGreaterThan(40);
    expect(own).toBeLessThan(3.5);
    expect(nearest).toBeLessThan(3.5);
  });

  it('and inwards goes about as far in every direction', () => {
    for (const [shift, radius] of [
      [-8, 108],
      [8, 92],
    ] as const) {
      const moved = shaped(cutoutOf(exact), { shift: pixels(shift) });
      const error = contourError(moved, (x, y) => disc(x, y, radius), 2 * Math.PI * radius);
      // With a square it would be 2.2.
      expect(error).toBeLessThan(0.4);
    }
  });

  it('never beyond the picture, and colours nothing that stays unseen', () => {
    const grown = shaped(tight, { shift: -pixels(3) });
    expect(pixel(grown, 0, 0)).toEqual([0, 0, 0, 0]);
    expect(pixel(grown, MIDDLE, MIDDLE)).toEqual(pixel(tight, MIDDLE, MIDDLE));
    const whole = raster(50, 50, () => [9, 8, 7, 255]);
    expect(shaped(whole, { shift: -0.02 })).toEqual(whole);
  });

  it('by a fraction of a pixel', () => {
    const block = raster(100, 20, (x) => (x < 50 ? [9, 9, 9, 255] : [0, 0, 0, 0]));
    const row = (picture: Raster) => [49, 50, 51].map((x) => pixel(picture, x, 10)[3]);
    expect(row(shaped(block, { shift: -0.005 }))).toEqual([255, expect.closeTo(128, -1), 0]);
    expect(row(shaped(block, { shift: -0.015 }))).toEqual([255, 255, expect.closeTo(128, -1)]);
  });
});

describe('smoother', () => {
  /** A leaning edge, as a matte a quarter as large and enlarged without care would have it. */
  const lean = (x: number, y: number) => Math.min(1, Math.max(0, 200.5 + (y - 200) * 0.4 - x));
  const coarse = cutoutOf((x, y) => Math.round(lean(Math.floor(x / 2) * 2 + 0.5, Math.floor(y / 2) * 2 + 0.5)));

  it('takes the jaggies and leaves the contour where it was', () => {
    const smooth = shaped(coarse, { smooth: MAX_SMOOTH });
    expect(contourError(coarse, lean, SIDE)).toBeGreaterThan(0.5);
    expect(contourError(smooth, lean, SIDE)).toBeLessThan(0.28);
    // The contour is 400 pixels high: it moved by less than a hundredth of one.
    expect(Math.abs(alphaSum(smooth) - alphaSum(coarse)) / SIDE).toBeLessThan(0.01);
  });

  it('keeps a straight edge bit by bit, hard or soft', () => {
    const hard = cutoutOf((x) => (x < 200 ? 1 : 0));
    const soft = cutoutOf((x) => Math.min(1, Math.max(0, (210 - x) / 20)));
    for (const picture of [hard, soft]) expect(shaped(picture, { smooth: MAX_SMOOTH }).data).toEqual(picture.data);
  });

  it('keeps round things, and hairs of two pixels at nine tenths of their width', () => {
    const kept = (picture: Raster) => alphaSum(shaped(picture, { smooth: MAX_SMOOTH })) / alphaSum(picture);
    expect(kept(cutoutOf((x, y) => disc(x, y, 60)))).toBeGreaterThan(0.999);
    const hair = cutoutOf((x, y) => Math.max(0, 1 - Math.abs(x - 200 - 30 * Math.sin(y / 40))));
    expect(kept(hair)).toBeGreaterThan(0.87);
  });
});

describe('colours as in the photo', () => {
  const cutout = cutoutOf((x, y) => disc(x, y, 100));

  it('are the photo’s wherever anything is seen; alpha stays', () => {
    const own = shaped(cutout, { decontaminate: false }, photo);
    for (let i = 0; i < own.data.length; i += 4) {
      expect(own.data[i + 3]).toBe(cutout.data[i + 3]);
      if (own.data[i + 3] !== 0) expect(own.data.subarray(i, i + 3)).toEqual(photo.data.subarray(i, i + 3));
    }
  });

  it('need the photo: without it, nothing changes', () => {
    expect(shaped(cutout, { decontaminate: false })).toBe(cutout);
  });
});

it('edits of before know nothing of these, and broken ones are as if never set', () => {
  expect(parseEdits({ edge: { shift: 0.01, feather: 0.002 } }).edge).toEqual({
    shift: 0.01,
    feather: 0.002,
    smooth: 0,
    decontaminate: true,
  });
  expect(parseEdits({ edge: { shift: -0.03, smooth: 1, decontaminate: 'no' } }).edge).toEqual(NO_EDITS.edge);
  expect(parseEdits({ edge: { shift: -0.02, decontaminate: false } }).edge).toMatchObject({
    shift: -0.02,
    decontaminate: false,
  });
});
