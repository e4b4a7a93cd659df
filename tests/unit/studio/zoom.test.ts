import { describe, expect, it } from 'vitest';
import { FITTING, zoomed, zoomKey } from '@/entrypoints/studio/zoom';
import { matteOf } from '@/utils/studio/matte-of';
import { pixel, raster } from './scene';

describe('zoom', () => {
  it('goes in and out in steps that undo each other, never below what fits, nor for ever', () => {
    expect(zoomed(zoomed(2, 'in'), 'out')).toBeCloseTo(2);
    expect(zoomed(FITTING, 'out')).toBe(FITTING);
    expect(zoomed(16, 'in')).toBe(16);
    expect(zoomed(7, 'fit')).toBe(FITTING);
  });

  it.each([
    ['+', 'in'],
    ['=', 'in'],
    ['-', 'out'],
    ['0', 'fit'],
    ['1', null],
  ] as const)('key %s: %s; with Ctrl it is the browser’s', (key, by) => {
    const plain = { key, ctrlKey: false, metaKey: false, altKey: false };
    expect(zoomKey(plain)).toBe(by);
    expect(zoomKey({ ...plain, ctrlKey: true })).toBeNull();
  });
});

it('a matte is grey, opaque, and says alpha alone', () => {
  const matte = matteOf(raster(3, 1, (x) => [200, 30, 20, x * 100]));
  expect([0, 1, 2].map((x) => pixel(matte, x, 0))).toEqual([
    [0, 0, 0, 255],
    [100, 100, 100, 255],
    [200, 200, 200, 255],
  ]);
});
