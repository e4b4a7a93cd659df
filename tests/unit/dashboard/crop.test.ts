import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Crop, dragged, MAX_ZOOM, squareOf, WHOLE, zoomed } from '@/entrypoints/dashboard/account/crop';

const WIDE = { width: 400, height: 200 };

describe('the square of a picture', () => {
  it('is the largest in the middle to begin with', () => {
    expect(squareOf(WIDE, WHOLE)).toEqual({ left: 100, top: 0, side: 200 });
  });

  it('follows the pointer: the picture drawn to the right shows what is left', () => {
    expect(squareOf(WIDE, dragged(WIDE, WHOLE, { dx: 0.25, dy: 0 }))).toEqual({ left: 50, top: 0, side: 200 });
  });

  it('stops at the edge', () => {
    expect(squareOf(WIDE, dragged(WIDE, WHOLE, { dx: -9, dy: 9 }))).toEqual({ left: 200, top: 0, side: 200 });
  });

  it('keeps its middle when it is zoomed', () => {
    expect(squareOf(WIDE, zoomed(WIDE, WHOLE, 2))).toEqual({ left: 150, top: 50, side: 100 });
  });

  it('is zoomed no further than fourfold, and never beyond the picture', () => {
    expect(zoomed(WIDE, WHOLE, 99).zoom).toBe(MAX_ZOOM);
    expect(zoomed(WIDE, WHOLE, 0).zoom).toBe(1);
  });

  it('lies inside the picture, whatever was done', () => {
    const move = fc.record({
      dx: fc.double({ min: -2, max: 2, noNaN: true }),
      dy: fc.double({ min: -2, max: 2, noNaN: true }),
    });
    const zoom = fc.double({ min: 0, max: 6, noNaN: true });
    const side = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(side, side, fc.array(fc.oneof(move, zoom), { maxLength: 12 }), (width, height, steps) => {
        const size = { width, height };
        let crop: Crop = WHOLE;
        for (const step of steps)
          crop = typeof step === 'number' ? zoomed(size, crop, step) : dragged(size, crop, step);
        const square = squareOf(size, crop);
        expect(square.left).toBeGreaterThanOrEqual(0);
        expect(square.top).toBeGreaterThanOrEqual(0);
        expect(square.left + square.side).toBeLessThanOrEqual(width + 1e-6);
        expect(square.top + square.side).toBeLessThanOrEqual(height + 1e-6);
      }),
    );
  });
});
