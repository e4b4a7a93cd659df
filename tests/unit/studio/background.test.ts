/** Backgrounds made of pictures: where their pixels come to lie, and that a blur of the photo has nothing of the subject. */
import { describe, expect, it } from 'vitest';
import type { Raster } from '@/utils/pipeline/raster';
import { blurBehind } from '@/utils/studio/blur-behind';
import { type Background, type Edits, NO_EDITS, parseEdits } from '@/utils/studio/edits';
import { NOTHING_BEHIND } from '@/utils/studio/ground';
import { render, renderPhoto } from '@/utils/studio/render';
import { block, CLEAR, type Pixel, pixel, RED, raster } from './scene';

const WHITE = '#ffffff';
const cutout = block(60, 40, { x: 20, y: 10, width: 20, height: 20 });
/** Each pixel says where it is. */
const MAP = (x: number, y: number): Pixel => [x, y, 99, 255];

function on(background: Background, picture: Raster, change: Partial<Edits> = {}): Raster {
  return render(cutout, { ...NO_EDITS, ...change, background }, { ...NOTHING_BEHIND, picture });
}

describe('a picture of one’s own', () => {
  it('of the frame’s size is there pixel by pixel, and the subject upon it', () => {
    const done = on({ kind: 'image', fit: 'fill', colour: WHITE }, raster(60, 40, MAP));
    for (const [x, y] of [
      [0, 0],
      [59, 0],
      [0, 39],
      [59, 39],
      [19, 10],
    ] as const) {
      expect(pixel(done, x, y)).toEqual([x, y, 99, 255]);
    }
    expect(pixel(done, 20, 10)).toEqual([...RED]);
  });

  it('that is too wide fills the frame, and is cut off evenly on both sides', () => {
    const done = on({ kind: 'image', fit: 'fill', colour: WHITE }, raster(100, 40, MAP));
    expect(pixel(done, 0, 0)).toEqual([20, 0, 99, 255]);
    expect(pixel(done, 59, 39)).toEqual([79, 39, 99, 255]);
  });

  it('shown whole leaves bands of the colour, to the pixel', () => {
    const done = on({ kind: 'image', fit: 'fit', colour: '#0a0b0c' }, raster(30, 40, MAP));
    expect(pixel(done, 14, 0)).toEqual([10, 11, 12, 255]);
    expect(pixel(done, 15, 0)).toEqual([0, 0, 99, 255]);
    expect(pixel(done, 44, 39)).toEqual([29, 39, 99, 255]);
    expect(pixel(done, 45, 39)).toEqual([10, 11, 12, 255]);
  });

  it('made smaller is the mean of its pixels, made larger goes from one to the next', () => {
    const stripes = raster(120, 80, (x) => (x % 2 === 0 ? [0, 0, 0, 255] : [200, 200, 200, 255]));
    const small = on({ kind: 'image', fit: 'fill', colour: WHITE }, stripes);
    expect(Math.abs((pixel(small, 9, 5)[0] ?? 0) - 100)).toBeLessThanOrEqual(1);
    const halves = raster(2, 2, (x) => (x === 0 ? [0, 0, 0, 255] : [240, 240, 240, 255]));
    const large = on({ kind: 'image', fit: 'fill', colour: WHITE }, halves);
    const row = Array.from({ length: 60 }, (_, x) => pixel(large, x, 2)[0] ?? 0);
    expect(row[0]).toBe(0);
    expect(row[59]).toBe(240);
    expect(row.every((value, x) => x === 0 || value >= (row[x - 1] ?? 0))).toBe(true);
  });

  it('shows the colour where it is transparent, and where it is not there', () => {
    const half = raster(60, 40, () => [200, 0, 0, 51]);
    const background = { kind: 'image', fit: 'fill', colour: '#0000ff' } as const;
    expect(pixel(on(background, half), 0, 0)).toEqual([40, 0, 204, 255]);
    expect(pixel(render(cutout, { ...NO_EDITS, background }), 0, 0)).toEqual([0, 0, 255, 255]);
  });

  it('long and thin takes no memory that it would fill', () => {
    const done = on(
      { kind: 'image', fit: 'fill', colour: WHITE },
      raster(4000, 2, (x) => [x % 256, 7, 7, 255]),
      {
        frame: { ...NO_EDITS.frame, longSide: 1500 },
      },
    );
    expect([done.width, done.height]).toEqual([1500, 1000]);
    expect(pixel(done, 5, 5).slice(1)).toEqual([7, 7, 255]);
  });
});

/** A soft disc before a wall, whose colours are known on their own: the photo is the two by alpha. */
const SIZE = { width: 240, height: 180 };
const wall = (x: number, y: number): Pixel => [60 + (x / 240) * 120, 90 + (y / 180) * 80, 140, 255];
const alphaOf = (x: number, y: number) => Math.min(1, Math.max(0, (50 - Math.hypot(x - 120, y - 90)) / 6 + 0.5));
const wallAlone = raster(SIZE.width, SIZE.height, wall);
const disc = raster(SIZE.width, SIZE.height, (x, y) =>
  alphaOf(x, y) === 0 ? CLEAR : [230, 20, 10, Math.round(alphaOf(x, y) * 255)],
);
const photo = raster(SIZE.width, SIZE.height, (x, y) => {
  const alpha = Math.round(alphaOf(x, y) * 255) / 255;
  const [back, front] = [wall(x, y), [230, 20, 10, 255]];
  const both = (c: number) => (back[c] ?? 0) * (1 - alpha) + (front[c] ?? 0) * alpha;
  return [both(0), both(1), both(2), 255];
});
const nothing = raster(SIZE.width, SIZE.height, () => CLEAR);
const blurred = (raster: Raster, without: Raster, radius: number) =>
  render(
    nothing,
    { ...NO_EDITS, background: { kind: 'blur', radius } },
    { picture: null, blurred: blurBehind(raster, without, radius) },
  );

function worst(a: Raster, b: Raster, where: (x: number, y: number) => boolean): number {
  let most = 0;
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      if (!where(x, y)) continue;
      for (const [c, value] of pixel(a, x, y).entries())
        most = Math.max(most, Math.abs(value - (pixel(b, x, y)[c] ?? 0)));
    }
  }
  return most;
}

describe('the photo out of focus', () => {
  const outside = (x: number, y: number) => alphaOf(x, y) < 1;

  it.each([0.01, 0.02, 0.05])('σ %f: no halo, it is the wall alone to within 6 of 255', (radius) => {
    const alone = blurred(wallAlone, nothing, radius);
    expect(worst(blurred(photo, disc, radius), alone, outside)).toBeLessThanOrEqual(6);
    // With the subject in it the same place is far off: what is measured can be seen.
    expect(worst(blurred(photo, nothing, radius), alone, outside)).toBeGreaterThan(40);
  });

  it('also where the subject was, for who moves it away', () => {
    const alone = blurred(wallAlone, nothing, 0.02);
    expect(worst(blurred(photo, disc, 0.02), alone, () => true)).toBeLessThanOrEqual(16);
  });

  it('has the width it says: a step of 0 to 200 is 32 one σ before it', () => {
    const step = raster(400, 60, (x) => (x < 200 ? [0, 0, 0, 255] : [200, 200, 200, 255]));
    for (const sigma of [6, 8, 20]) {
      const soft = blurBehind(
        step,
        raster(400, 60, () => CLEAR),
        sigma / 400,
      );
      const clear = raster(400, 60, () => CLEAR);
      const done = render(
        clear,
        { ...NO_EDITS, background: { kind: 'blur', radius: 0.01 } },
        { picture: null, blurred: soft },
      );
      const before = ((pixel(done, 199 - sigma, 30)[0] ?? 0) + (pixel(done, 200 - sigma, 30)[0] ?? 0)) / 2;
      expect(Math.abs(before - 32)).toBeLessThanOrEqual(6);
    }
  });

  it('without any blur is the photo', () => {
    expect(blurBehind(wallAlone, nothing, 0)).toEqual(wallAlone);
  });

  it('of a photo that the subject covers is a plain blur, and the subject is opaque before it', () => {
    const all = raster(40, 30, () => RED);
    expect(pixel(blurBehind(all, all, 0.02), 3, 3)).toEqual([...RED]);
  });

  it('keeps its place when the frame is larger, turned, or the subject is moved', () => {
    const background = { kind: 'blur', radius: 0.02 } as const;
    const behind = { picture: null, blurred: blurBehind(photo, disc, 0.02) };
    const rest = render(disc, { ...NO_EDITS, background }, behind);
    const place = { x: 0.3, y: 0, scale: 0.5 };
    const away = render(disc, { ...NO_EDITS, background, frame: { ...NO_EDITS.frame, place } }, behind);
    expect(pixel(away, 5, 170)).toEqual(pixel(rest, 5, 170));
    const turned = render(disc, { ...NO_EDITS, background, frame: { ...NO_EDITS.frame, turned: 90 } }, behind);
    expect(pixel(turned, 180 - 1 - 170, 5)).toEqual(pixel(rest, 5, 170));
    const wide = render(disc, { ...NO_EDITS, background, frame: { ...NO_EDITS.frame, margin: 0.1 } }, behind);
    expect(pixel(wide, 30 + 5, 23 + 170)).toEqual(pixel(rest, 5, 170));
  });

  it('is nothing without the photo', () => {
    expect(render(cutout, { ...NO_EDITS, background: { kind: 'blur', radius: 0.02 } })).toBe(cutout);
  });
});

it('transparent stays transparent, whatever pictures there are', () => {
  expect(render(cutout, NO_EDITS, { picture: raster(60, 40, MAP), blurred: raster(60, 40, MAP) })).toBe(cutout);
});

it('the photo, to compare, lies where the cutout lies', () => {
  const whole = raster(60, 40, MAP);
  const frame = { ...NO_EDITS.frame, content: 'subject', turned: 180, place: { x: 0.1, y: 0, scale: 1 } } as const;
  const shown = renderPhoto(whole, cutout, { ...NO_EDITS, frame });
  expect([shown.width, shown.height]).toEqual([20, 20]);
  expect(pixel(shown, 2, 0)).toEqual([39, 29, 99, 255]);
});

describe('parseEdits', () => {
  it.each([
    { kind: 'image', fit: 'fit', colour: '#123456' },
    { kind: 'image', fit: 'fit', colour: '#123456', picture: 3 },
    { kind: 'blur', radius: 0.01 },
  ])('gives back $kind', (background) => {
    expect(parseEdits({ background }).background).toEqual(background);
  });

  it.each([
    [
      { kind: 'image', fit: 'stretch', colour: '#123456' },
      { kind: 'image', fit: 'fill', colour: '#123456' },
    ],
    [{ kind: 'image', fit: 'fill', colour: 'red' }, NO_EDITS.background],
    [
      { kind: 'blur', radius: 9 },
      { kind: 'blur', radius: 0.025 },
    ],
  ])('%j is mended', (background, mended) => {
    expect(parseEdits({ background }).background).toEqual(mended);
  });

  it.each([-1, 1.5, '1', Number.NaN, 2 ** 60, null])('knows no picture %j', (picture) => {
    const image = { kind: 'image', fit: 'fill', colour: '#123456' };
    expect(parseEdits({ background: { ...image, picture } }).background).toEqual(image);
  });
});
