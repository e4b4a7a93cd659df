/** Where the subject lies in its frame, once it is moved: geometry to the pixel, limits, and the pull of the middle. */
import { describe, expect, it } from 'vitest';
import { NO_EDITS } from '@/utils/studio/edits';
import { layOut } from '@/utils/studio/layout';
import { AT_REST, centred, moved, type Place, parsePlace, snapped } from '@/utils/studio/place';
import { render } from '@/utils/studio/render';
import { block, pixel, RED } from './scene';

const PHOTO = { width: 400, height: 300 };
const at = (place: Place, longSide: number | null = null) =>
  layOut(PHOTO, null, { ...NO_EDITS.frame, longSide, place });

describe('a place', () => {
  it('moves by shares of the frame, and leaves its size', () => {
    expect(at({ x: 0.1, y: -0.05, scale: 1 })).toEqual({ ...PHOTO, scale: 1, x: 40, y: -15 });
    expect(at({ x: 0.1, y: -0.05, scale: 1 }, 800)).toEqual({ width: 800, height: 600, scale: 2, x: 80, y: -30 });
  });

  it('scales about the middle', () => {
    expect(at({ x: 0, y: 0, scale: 0.5 })).toEqual({ ...PHOTO, scale: 0.5, x: 100, y: 75 });
    expect(at({ x: 0, y: 0, scale: 2 })).toEqual({ ...PHOTO, scale: 2, x: -200, y: -150 });
  });

  it('is where the pixels are', () => {
    const cutout = block(100, 80, { x: 30, y: 20, width: 40, height: 50 });
    const place = { x: 0.1, y: 0.05, scale: 1 };
    const done = render(cutout, { ...NO_EDITS, frame: { ...NO_EDITS.frame, place } });
    expect(pixel(done, 40, 24)).toEqual([...RED]);
    expect(pixel(done, 39, 24)).toEqual([0, 0, 0, 0]);
    expect(pixel(done, 40, 23)).toEqual([0, 0, 0, 0]);
    expect(pixel(done, 79, 73)).toEqual([...RED]);
  });

  it('moved quite out of the frame leaves it empty', () => {
    const cutout = block(100, 80, { x: 30, y: 20, width: 40, height: 50 });
    const done = render(cutout, { ...NO_EDITS, frame: { ...NO_EDITS.frame, place: { x: 1, y: 1, scale: 0.5 } } });
    expect(done.data.every((value) => value === 0)).toBe(true);
  });
});

describe('moving', () => {
  it('adds up, and ends at the frame’s own size', () => {
    expect(moved(moved(AT_REST, 0.01, 0), 0.05, -0.01)).toEqual({ x: 0.06, y: -0.01, scale: 1 });
    expect(moved(AT_REST, 7, -7)).toEqual({ x: 1, y: -1, scale: 1 });
  });

  const frame = { width: 200, height: 100 };
  const box = (x: number, y: number) => ({ x, y, width: 40, height: 20 });

  it('into the middle', () => {
    expect(centred(AT_REST, frame, box(20, 50))).toEqual({ x: 0.3, y: -0.1, scale: 1 });
  });

  it.each([
    ['near the middle both ways', box(81, 39.5), [true, true]],
    ['near it from left to right', box(81, 10), [true, false]],
    ['nowhere near it', box(10, 10), [false, false]],
  ] as const)('%s is pulled there', (_, subject, isMiddle) => {
    const { place, isMiddle: is } = snapped(AT_REST, frame, subject);
    expect(is).toEqual(isMiddle);
    expect(place.x).toBeCloseTo(isMiddle[0] ? -0.005 : 0);
    expect(place.y).toBeCloseTo(isMiddle[1] ? 0.005 : 0);
  });
});

it.each([
  [
    { x: 0.2, y: -1, scale: 3 },
    { x: 0.2, y: -1, scale: 3 },
  ],
  [{ x: 2, y: Number.NaN, scale: 0 }, AT_REST],
  [
    { x: '1', scale: 0.5 },
    { x: 0, y: 0, scale: 0.5 },
  ],
  [null, AT_REST],
])('%j is read as %j', (given, read) => {
  expect(parsePlace(given)).toEqual(read);
});
