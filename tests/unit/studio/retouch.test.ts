import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Raster } from '@/utils/pipeline/raster';
import { retouch } from '@/utils/studio/retouch';
import { parseStrokes, type Stroke } from '@/utils/studio/strokes';
import { buildScene } from '../../fixtures/scenes';
import { block, CLEAR, pixel, RED, raster } from './scene';

const BOX = { x: 60, y: 40, width: 80, height: 100 };
const cutout = block(200, 160, BOX);
const BLUE = [30, 60, 200, 255] as const;
const isIn = (x: number, y: number) => x >= BOX.x && x < BOX.x + BOX.width && y >= BOX.y && y < BOX.y + BOX.height;
/** What it was cut from: red on blue. */
const photo = raster(200, 160, (x, y) => (isIn(x, y) ? RED : BLUE));

function stroke(brush: Stroke['brush'], points: readonly (readonly [number, number])[], pixels = 20): Stroke {
  return { brush, size: pixels / 200, softness: 0, points: points.flatMap(([x, y]) => [x / 200, y / 160]) };
}

const ACROSS = [
  [100, 60],
  [100, 120],
] as const;

/** Pixels that differ, as a rectangle; null for none. */
function changed(a: Raster, b: Raster) {
  const at = Array.from({ length: a.width * a.height }, (_, i) => i).filter((i) =>
    [0, 1, 2, 3].some((c) => a.data[i * 4 + c] !== b.data[i * 4 + c]),
  );
  if (at.length === 0) return null;
  const xs = at.map((i) => i % a.width);
  const ys = at.map((i) => Math.floor(i / a.width));
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

describe('retouch', () => {
  it('without strokes is the cutout itself', () => {
    expect(retouch(cutout, photo, [])).toBe(cutout);
  });

  it.each([
    ['with the photo', photo],
    ['without it', null],
  ])('erases under the brush and nothing else, %s', (_, from) => {
    const done = retouch(cutout, from, [stroke('erase', ACROSS)]);
    expect(pixel(done, 100, 90)).toEqual([0, 0, 0, 0]);
    expect(pixel(done, 70, 90)).toEqual([...RED]);
    const { left = 0, right = 0, top = 0, bottom = 0 } = changed(cutout, done) ?? {};
    expect([left, right]).toEqual([expect.closeTo(90, -1), expect.closeTo(110, -1)]);
    expect(top).toBeGreaterThan(40);
    expect(bottom).toBeLessThan(140);
    expect(right - left).toBeLessThan(26);
  });

  it('restores the photo’s own pixels', () => {
    const hurt = retouch(cutout, null, [stroke('erase', ACROSS)]);
    const healed = retouch(hurt, photo, [stroke('restore', ACROSS, 40)]);
    for (const y of [60, 90, 120]) expect(pixel(healed, 100, y)).toEqual([...RED]);
  });

  it('of several strokes the last has the last word', () => {
    const both = [stroke('erase', ACROSS), stroke('restore', ACROSS, 40)];
    expect(pixel(retouch(cutout, photo, both), 100, 90)).toEqual([...RED]);
    expect(pixel(retouch(cutout, photo, both.toReversed()), 100, 90)[3]).toBe(0);
  });

  it('restores nothing when the photo is gone', () => {
    expect(retouch(cutout, null, [stroke('restore', [[20, 20]])])).toBe(cutout);
  });

  it('a soft brush fades out', () => {
    const soft = retouch(cutout, null, [{ ...stroke('erase', ACROSS, 40), softness: 1 }]);
    const row = Array.from({ length: 30 }, (_, x) => pixel(soft, 100 + x, 90)[3] ?? 0);
    expect(row[0]).toBeLessThan(20);
    expect(row.every((alpha, x) => x === 0 || alpha >= (row[x - 1] ?? 0))).toBe(true);
    expect(row.filter((alpha) => alpha > 5 && alpha < 250).length).toBeGreaterThan(10);
    expect(row.at(-1)).toBe(255);
  });

  it('brings back the handle of a mug: its own alpha, no wall beside it, and the rest bit by bit', async () => {
    const { width, height, rgb, alpha } = await buildScene('landscape');
    const at = (i: number, a: number) => [rgb[i * 3] ?? 0, rgb[i * 3 + 1] ?? 0, rgb[i * 3 + 2] ?? 0, a] as const;
    const whole = raster(width, height, (x, y) => at(y * width + x, 255));
    const isHandle = (x: number, y: number) => x > 378 && y > 130 && y < 390;
    const lost = raster(width, height, (x, y) => {
      const a = alpha[y * width + x] ?? 0;
      return a === 0 || isHandle(x, y) ? CLEAR : at(y * width + x, a);
    });
    // Along the middle of the handle (fixtures/scenes.ts), half as wide again as the handle is.
    const handle = Array.from({ length: 41 }, (_, i) => {
      const t = i / 40;
      const curve = (a: number, b: number, c: number, d: number) =>
        a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3;
      return [(51.2 + 4.128 * curve(70, 96, 98, 68)) / width, (41.7 + 4.128 * curve(32, 26, 70, 68)) / height] as const;
    });
    const brush: Stroke = { brush: 'restore', size: 50 / width, softness: 0.5, points: handle.flat() };
    const done = retouch(lost, whole, [brush]);
    const near = [...alpha.keys()].filter((i) => isHandle(i % width, Math.floor(i / width)));
    const share = (of: readonly number[], fits: (alpha: number) => boolean) =>
      of.filter((i) => fits(done.data[i * 4 + 3] ?? 0)).length / of.length;
    const inHandle = near.filter((i) => alpha[i] === 255);
    const wall = near.filter((i) => alpha[i] === 0);
    expect(share(inHandle, (a) => a > 230)).toBeGreaterThan(0.97);
    expect((share(wall, (a) => a > 60) * wall.length) / inHandle.length).toBeLessThan(0.1);
    for (const [x, y] of [
      [150, 200],
      [40, 40],
      [600, 440],
    ] as const) {
      expect(pixel(done, x, y)).toEqual(pixel(lost, x, y));
    }
  });
});

describe('parseStrokes', () => {
  it('gives back what was drawn', () => {
    const strokes = [stroke('erase', ACROSS), stroke('restore', [[1, 2]])];
    expect(parseStrokes(JSON.parse(JSON.stringify(strokes)))).toEqual(strokes);
  });

  it('leaves out whatever is no stroke, and never throws', () => {
    const good = stroke('erase', ACROSS);
    const broken = [null, 7, {}, { ...good, brush: 'burn' }, { ...good, size: 9 }, { ...good, points: [0.1] }];
    expect(parseStrokes([...broken, good, { ...good, points: [Number.NaN, 0] }])).toEqual([good]);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const { points } of parseStrokes(value)) expect(points.length % 2).toBe(0);
      }),
    );
  });
});
