import { describe, expect, it } from 'vitest';
import type { Raster } from '@/utils/pipeline/raster';
import { shapeEdge } from '@/utils/studio/edge';
import { type Edge, NO_EDITS, TURNS } from '@/utils/studio/edits';
import { groundOf, NOTHING_BEHIND } from '@/utils/studio/ground';
import { turn } from '@/utils/studio/turn';
import { block, CLEAR, pixel, RED, raster } from './scene';

const BOX = { x: 30, y: 20, width: 40, height: 50 };
const cutout = block(100, 80, BOX);
const alphaRow = (picture: typeof cutout, y: number) =>
  Array.from({ length: picture.width }, (_, x) => pixel(picture, x, y)[3] ?? 0);

const tighten = (picture: Raster, edge: Partial<Edge>) => shapeEdge(picture, { ...NO_EDITS.edge, ...edge }, null);

describe('tighter and softer', () => {
  it('by nothing is the cutout itself', () => {
    expect(tighten(cutout, NO_EDITS.edge)).toBe(cutout);
  });

  it('takes as many pixels off each side as it says, and leaves colours', () => {
    const tight = tighten(cutout, { shift: 0.02, feather: 0 });
    const row = alphaRow(tight, 45);
    expect([row.indexOf(255), row.lastIndexOf(255)]).toEqual([32, 67]);
    expect(row.filter((alpha) => alpha > 0 && alpha < 255)).toEqual([]);
    expect(pixel(tight, 50, 21)[3]).toBe(0);
    expect(pixel(tight, 50, 22)).toEqual([...RED]);
    expect(pixel(tight, 31, 45).slice(0, 3)).toEqual(RED.slice(0, 3));
  });

  it('half a pixel is half of the outermost pixel', () => {
    const tight = tighten(cutout, { shift: 0.005, feather: 0 });
    expect([pixel(tight, 29, 45)[3], pixel(tight, 30, 45)[3], pixel(tight, 31, 45)[3]]).toEqual([0, 128, 255]);
  });

  it('moves a soft edge as it is', () => {
    const soft = raster(100, 4, (x) => [9, 9, 9, Math.min(255, Math.max(0, (x - 40) * 25))]);
    const tight = tighten(soft, { shift: 0.02, feather: 0 });
    expect(alphaRow(tight, 2).slice(44, 60)).toEqual(alphaRow(soft, 2).slice(42, 58));
  });

  it('keeps what the photo’s border cuts off: there is no edge', () => {
    const cut = raster(60, 40, (x) => (x < 20 ? RED : CLEAR));
    expect(pixel(tighten(cut, { shift: 0.02, feather: 0.02 }), 0, 20)).toEqual([...RED]);
  });

  it('feathers inwards: nothing where nothing was, whole inside, growing between', () => {
    const row = alphaRow(tighten(cutout, { shift: 0, feather: 0.02 }), 45);
    expect(row.slice(0, 30).every((alpha) => alpha === 0)).toBe(true);
    expect(row[50]).toBe(255);
    const slope = row.slice(30, 40);
    expect(slope[0]).toBeLessThan(80);
    expect(slope.every((alpha, i) => i === 0 || alpha >= (slope[i - 1] ?? 0))).toBe(true);
  });
});

describe('turn', () => {
  const photo = raster(3, 2, (x, y) => [x, y, 0, 255]);
  const corner = (turned: (typeof TURNS)[number], mirrored = false) =>
    pixel(turn(photo, { turned, mirrored }), 0, 0).slice(0, 2);

  it('clockwise: what was at the bottom left comes to the top left', () => {
    expect(TURNS.map((turned) => corner(turned))).toEqual([
      [0, 0],
      [0, 1],
      [2, 1],
      [2, 0],
    ]);
    expect(turn(photo, { turned: 90, mirrored: false })).toMatchObject({ width: 2, height: 3 });
  });

  it('mirrors left to right, before it turns', () => {
    expect(TURNS.map((turned) => corner(turned, true))).toEqual([
      [2, 0],
      [2, 1],
      [0, 1],
      [0, 0],
    ]);
  });

  it('four times, or mirrored twice, is the picture again', () => {
    const once = turn(photo, { turned: 90, mirrored: true });
    expect(turn(turn(once, { turned: 90, mirrored: true }), { turned: 0, mirrored: false })).toEqual(photo);
    expect(turn(turn(photo, { turned: 270, mirrored: false }), { turned: 90, mirrored: false })).toEqual(photo);
  });
});

describe('a gradient', () => {
  const size = { width: 100, height: 50 };
  const framing = { ...size, scale: 1, x: 0, y: 0, photo: size };

  it('downwards goes from the first colour to the second', () => {
    const ground = groundOf(framing, { kind: 'gradient', colours: ['#000000', '#ff8000'], angle: 90 }, NOTHING_BEHIND);
    expect([...ground(7, 0)].map(Math.round)).toEqual([3, 1, 0]);
    expect([...ground(93, 49)].map(Math.round)).toEqual([252, 127, 0]);
    expect(ground(0, 25)[0]).toBeCloseTo(130, -1);
  });

  it('of any angle reaches both colours in opposite corners, and no further', () => {
    for (let angle = 0; angle <= 360; angle += 15) {
      const ground = groundOf(framing, { kind: 'gradient', colours: ['#000000', '#ffffff'], angle }, NOTHING_BEHIND);
      const reds = [
        [0, 0],
        [99, 0],
        [0, 49],
        [99, 49],
      ].map(([x = 0, y = 0]) => ground(x, y)[0] ?? 0);
      expect(Math.min(...reds)).toBeGreaterThanOrEqual(0);
      expect(Math.min(...reds)).toBeLessThan(6);
      expect(Math.max(...reds)).toBeGreaterThan(249);
      expect(Math.max(...reds)).toBeLessThanOrEqual(255);
    }
  });
});
