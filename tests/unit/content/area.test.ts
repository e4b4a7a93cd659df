import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, isLargeEnough, MIN_SIDE, middleOf, steered } from '@/entrypoints/content/area';
import { cropOf } from '@/utils/browser/capture-area';

const WINDOW = { width: 800, height: 600 };
const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;

describe('an area that is dragged', () => {
  it('lies between two points, whichever came first, and stays in the window', () => {
    expect(between({ x: 300, y: 200 }, { x: 100, y: 250 }, WINDOW)).toEqual({ x: 100, y: 200, width: 200, height: 50 });
    expect(between({ x: 700, y: 500 }, { x: 900, y: -50 }, WINDOW)).toEqual({ x: 700, y: 0, width: 100, height: 500 });
  });

  it('is none after a press that hardly moved', () => {
    expect(isLargeEnough(between({ x: 10, y: 10 }, { x: 17, y: 60 }, WINDOW))).toBe(false);
    expect(isLargeEnough(between({ x: 10, y: 10 }, { x: 18, y: 60 }, WINDOW))).toBe(true);
  });
});

describe('an area that keys steer', () => {
  it('moves with arrows, grows and shrinks with Shift, and knows no other key', () => {
    const rect = { x: 100, y: 100, width: 200, height: 100 };
    expect(steered(rect, 'ArrowLeft', false, WINDOW)).toEqual({ ...rect, x: 90 });
    expect(steered(rect, 'ArrowDown', true, WINDOW)).toEqual({ ...rect, height: 110 });
    expect(steered(rect, 'ArrowLeft', true, WINDOW)).toEqual({ ...rect, width: 190 });
    expect(steered(rect, 'a', false, WINDOW)).toBeNull();
  });

  it('never leaves the window and never becomes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.boolean()), { maxLength: 200 }), (presses) => {
        let rect = middleOf(WINDOW);
        for (const [key, shift] of presses) rect = steered(rect, key, shift, WINDOW) ?? rect;
        expect(rect.x).toBeGreaterThanOrEqual(0);
        expect(rect.y).toBeGreaterThanOrEqual(0);
        expect(rect.x + rect.width).toBeLessThanOrEqual(WINDOW.width);
        expect(rect.y + rect.height).toBeLessThanOrEqual(WINDOW.height);
        expect(Math.min(rect.width, rect.height)).toBeGreaterThanOrEqual(MIN_SIDE);
      }),
    );
  });
});

describe('the pixels of an area', () => {
  const shot = { width: 1600, height: 1200 };

  it('are its CSS pixels times the scale', () => {
    expect(cropOf({ x: 10, y: 20, width: 300, height: 100 }, 2, shot)).toEqual({
      left: 20,
      top: 40,
      width: 600,
      height: 200,
    });
  });

  it.each([1, 1.25, 1.5, 1.7999])('at scale %d none is counted twice by two areas side by side', (scale) => {
    const left = cropOf({ x: 0, y: 0, width: 33.3, height: 10 }, scale, shot);
    const right = cropOf({ x: 33.3, y: 0, width: 33.3, height: 10 }, scale, shot);
    expect(left.left + left.width).toBe(right.left);
  });

  it('lie in the shot, and are one at least', () => {
    expect(cropOf({ x: -50, y: -50, width: 100, height: 100 }, 1, shot)).toEqual({
      left: 0,
      top: 0,
      width: 50,
      height: 50,
    });
    expect(cropOf({ x: 5000, y: 5000, width: 10, height: 10 }, 1, shot)).toMatchObject({ width: 1, height: 1 });
  });
});
