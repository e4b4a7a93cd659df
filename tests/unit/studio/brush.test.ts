import { describe, expect, it } from 'vitest';
import { NO_TOOL, resized, toShares } from '@/entrypoints/studio/brush';
import { ghost } from '@/utils/studio/ghost';
import { block, pixel, RED, raster } from './scene';

describe('toShares', () => {
  const picture = { width: 200, height: 100 };

  it('knows where a picture lies in a box that is too high for it', () => {
    const box = { left: 10, top: 20, width: 400, height: 400 };
    expect(toShares(picture, box, 10, 120)).toEqual([0, 0]);
    expect(toShares(picture, box, 410, 320)).toEqual([1, 1]);
    expect(toShares(picture, box, 210, 20)[1]).toBe(-0.5);
  });

  it('and in one that is too wide', () => {
    const box = { left: 0, top: 0, width: 1000, height: 100 };
    expect(toShares(picture, box, 400, 0)).toEqual([0, 0]);
    expect(toShares(picture, box, 500, 50)).toEqual([0.5, 0.5]);
  });
});

it('the size follows [ and ], within limits', () => {
  expect(resized(NO_TOOL, ']')).toBeCloseTo(0.075);
  expect(resized(NO_TOOL, '[')).toBeCloseTo(0.048);
  expect(resized({ ...NO_TOOL, size: 0.5 }, ']')).toBe(0.5);
  expect(resized({ ...NO_TOOL, size: 0.005 }, '[')).toBe(0.005);
  expect(resized(NO_TOOL, 'x')).toBeNull();
});

it('a ghost shows the photo faintly where it is cut away, and the cutout as it is', () => {
  const cutout = block(20, 20, { x: 5, y: 5, width: 5, height: 5 });
  const shown = ghost(
    cutout,
    raster(20, 20, () => [0, 0, 255, 255]),
  );
  expect(pixel(shown, 6, 6)).toEqual([...RED]);
  expect(pixel(shown, 15, 15)).toEqual([0, 0, 255, 89]);
});
