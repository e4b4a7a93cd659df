import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornerTowards, nearestCorner } from '@/entrypoints/content/corner';
import { CORNERS, type Corner } from '@/utils/settings/cards';

const WINDOW = { width: 1000, height: 800 };

describe('the corner of a point', () => {
  it.each([
    [{ x: 10, y: 10 }, 'top-left'],
    [{ x: 990, y: 10 }, 'top-right'],
    [{ x: 10, y: 790 }, 'bottom-left'],
    [{ x: 990, y: 790 }, 'bottom-right'],
    [{ x: 499, y: 399 }, 'top-left'],
    [{ x: 501, y: 401 }, 'bottom-right'],
    [{ x: -4000, y: 9000 }, 'bottom-left'],
  ] as const)('%j is nearest to %s', (point, corner) => {
    expect(nearestCorner(point, WINDOW)).toBe(corner);
  });

  it('is the nearest of the four, wherever it is', () => {
    const spots: Record<Corner, readonly [number, number]> = {
      'top-left': [0, 0],
      'top-right': [1000, 0],
      'bottom-left': [0, 800],
      'bottom-right': [1000, 800],
    };
    const far = (corner: Corner, x: number, y: number) => Math.hypot(spots[corner][0] - x, spots[corner][1] - y);
    const odd = (limit: number) => fc.integer({ min: -limit, max: 2 * limit });
    fc.assert(
      fc.property(odd(1000), odd(800), (x, y) => {
        const chosen = far(nearestCorner({ x, y }, WINDOW), x, y);
        for (const corner of CORNERS) expect(chosen).toBeLessThanOrEqual(far(corner, x, y));
      }),
    );
  });
});

describe('an arrow key', () => {
  it.each([
    ['bottom-right', 'top', 'top-right'],
    ['bottom-right', 'left', 'bottom-left'],
    ['top-left', 'bottom', 'bottom-left'],
    ['top-left', 'right', 'top-right'],
    ['top-left', 'top', 'top-left'],
  ] as const)('from %s to the %s: %s', (from, side, to) => {
    expect(cornerTowards(from, side)).toBe(to);
  });
});
