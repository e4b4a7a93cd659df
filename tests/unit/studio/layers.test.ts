import { describe, expect, it } from 'vitest';
import { NO_EDITS } from '@/utils/studio/edits';
import { extendColours, foregroundOf } from '@/utils/studio/extend-colours';
import { bare, layerOf } from '@/utils/studio/layers';
import { render } from '@/utils/studio/render';
import { block, CLEAR, pixel, RED, raster } from './scene';

const half = raster(64, 48, (x) => {
  if (x < 20) return RED;
  return x < 24 ? [0, 90, 200, 255 - (x - 19) * 50] : CLEAR;
});

describe('foregroundOf', () => {
  const front = foregroundOf(half);

  it('is opaque, and has the cutout’s own bits where it has any', () => {
    for (let i = 0; i < front.data.length; i += 4) {
      expect(front.data[i + 3]).toBe(255);
      if (half.data[i + 3] !== 0) expect([...front.data.subarray(i, i + 3)]).toEqual([...half.data.subarray(i, i + 3)]);
    }
  });

  it('with the matte gives the cutout again, on any ground', () => {
    const matte = layerOf(half, 'matte');
    for (let i = 0; i < front.data.length; i += 4) {
      const alpha = (matte.data[i] ?? 0) / 255;
      const own = (half.data[i + 3] ?? 0) / 255;
      const over = (colour: number, share: number) => colour * share + 77 * (1 - share);
      expect(over(front.data[i] ?? 0, alpha)).toBe(over(half.data[i] ?? 0, own));
    }
  });

  it('beyond the edge goes on with the nearest colours', () => {
    const BLUE = [0, 0, 240, 255] as const;
    const striped = foregroundOf(raster(64, 48, (x) => [RED, BLUE, CLEAR][Math.min(2, Math.floor(x / 20))] ?? CLEAR));
    expect(pixel(striped, 42, 24)[2]).toBeGreaterThan(220);
    expect(pixel(striped, 42, 24)[0]).toBeLessThan(20);
    const twoSided = foregroundOf(raster(100, 10, (x) => [RED, CLEAR, BLUE][x < 5 ? 0 : 1 + Number(x > 94)] ?? CLEAR));
    expect(pixel(twoSided, 12, 5)[0]).toBeGreaterThan(150);
    expect(pixel(twoSided, 88, 5)[2]).toBeGreaterThan(180);
  });

  it('of one faint pixel is its colour, and of nothing is black', () => {
    const faint = raster(9, 7, (x, y) => (x === 4 && y === 3 ? [40, 80, 120, 128] : CLEAR));
    const extended = extendColours(faint);
    for (const [x, y] of [
      [0, 0],
      [8, 6],
    ] as const) {
      expect(pixel(extended, x, y)).toEqual([40, 80, 120, 255]);
    }
    expect(pixel(extendColours(raster(3, 3, () => CLEAR)), 1, 1)).toEqual([0, 0, 0, 255]);
  });
});

describe('layers', () => {
  it('have neither background nor shadow, and lie where the subject lies in the finished picture', () => {
    const cutout = block(40, 30, { x: 10, y: 8, width: 12, height: 14 });
    const edits = {
      ...NO_EDITS,
      background: { kind: 'colour', colour: '#2459d3' },
      shadow: { ...NO_EDITS.shadow, kind: 'drop' },
      frame: { ...NO_EDITS.frame, content: 'subject', margin: 0.2 },
    } as const;
    const alone = render(cutout, bare(edits));
    const matte = layerOf(alone, 'matte');
    const finished = render(cutout, edits);
    expect([matte.width, matte.height]).toEqual([finished.width, finished.height]);
    expect(pixel(matte, 1, 1)).toEqual([0, 0, 0, 255]);
    expect([...new Set(matte.data)].sort()).toEqual([0, 255]);
    for (let i = 0; i < matte.data.length; i += 4) {
      if (matte.data[i] === 255) expect([...finished.data.subarray(i, i + 3)]).toEqual(RED.slice(0, 3));
    }
  });
});
