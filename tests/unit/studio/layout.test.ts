import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectBounds } from '@/utils/studio/bounds';
import { ASPECTS, type Frame, MAX_LONG_SIDE, MAX_MARGIN, NO_EDITS } from '@/utils/studio/edits';
import { layOut } from '@/utils/studio/layout';
import { AT_REST } from '@/utils/studio/place';
import { block, CLEAR, raster } from './scene';

const PHOTO = { width: 400, height: 300 };
const SUBJECT = { x: 50, y: 20, width: 100, height: 200 };
const frame = (change: Partial<Frame>): Frame => ({ ...NO_EDITS.frame, ...change });

describe('subjectBounds', () => {
  it('is the smallest rectangle with all that can be seen', () => {
    expect(subjectBounds(block(40, 30, { x: 5, y: 2, width: 10, height: 20 }))).toEqual({
      x: 5,
      y: 2,
      width: 10,
      height: 20,
    });
  });

  it.each([
    ['a haze that nobody sees', 4, null],
    ['what is barely seen', 5, { x: 3, y: 1, width: 1, height: 1 }],
  ])('%s', (_, alpha, bounds) => {
    const one = raster(8, 4, (x, y) => (x === 3 && y === 1 ? [9, 9, 9, alpha] : CLEAR));
    expect(subjectBounds(one)).toEqual(bounds);
  });
});

describe('layOut', () => {
  it('without edits is the photo as it is', () => {
    expect(layOut(PHOTO, SUBJECT, NO_EDITS.frame)).toEqual({ ...PHOTO, scale: 1, x: 0, y: 0 });
  });

  it('crops to the subject without scaling it', () => {
    const layout = layOut(PHOTO, SUBJECT, frame({ content: 'subject' }));
    expect(layout).toEqual({ width: 100, height: 200, scale: 1, x: -50, y: -20 });
  });

  it('of a photo in which nothing is seen is the photo', () => {
    expect(layOut(PHOTO, null, frame({ content: 'subject' }))).toMatchObject(PHOTO);
  });

  it('a shop’s square: 2000 px, the subject fills 85 % of its longer side, in the middle', () => {
    const shop = frame({ content: 'subject', margin: 0.075, aspect: '1:1', longSide: 2000 });
    const { width, height, scale, x, y } = layOut(PHOTO, SUBJECT, shop);
    expect([width, height]).toEqual([2000, 2000]);
    expect(SUBJECT.height * scale).toBeCloseTo(1700, 5);
    expect(x + (SUBJECT.x + SUBJECT.width / 2) * scale).toBeCloseTo(1000, 0);
    expect(y + (SUBJECT.y + SUBJECT.height / 2) * scale).toBeCloseTo(1000, 0);
  });

  const frames = fc.record({
    mirrored: fc.constant(false),
    turned: fc.constant(0 as const),
    content: fc.constantFrom('photo', 'subject'),
    margin: fc.double({ min: 0, max: MAX_MARGIN, noNaN: true }),
    aspect: fc.constantFrom(null, ...ASPECTS),
    place: fc.constant(AT_REST),
    longSide: fc.option(fc.integer({ min: 200, max: MAX_LONG_SIDE })),
  });

  it('always holds all of its content, in the middle, in the aspect and size that were asked for', () => {
    fc.assert(
      fc.property(frames, (wish) => {
        const layout = layOut(PHOTO, SUBJECT, wish);
        const shown = wish.content === 'subject' ? SUBJECT : { x: 0, y: 0, ...PHOTO };
        const left = layout.x + shown.x * layout.scale;
        const top = layout.y + shown.y * layout.scale;
        const right = layout.width - left - shown.width * layout.scale;
        const bottom = layout.height - top - shown.height * layout.scale;
        // Half a pixel of rounding each for the corner and the side.
        for (const room of [left, top, right, bottom]) expect(room).toBeGreaterThanOrEqual(-1);
        expect(Math.abs(left - right)).toBeLessThanOrEqual(2);
        expect(Math.abs(top - bottom)).toBeLessThanOrEqual(2);
        if (wish.longSide !== null) expect(Math.max(layout.width, layout.height)).toBe(wish.longSide);
        const [across = 1, down = 1] = (wish.aspect ?? '0:0').split(':').map(Number);
        if (wish.aspect) expect(Math.abs(layout.width * down - layout.height * across)).toBeLessThanOrEqual(16);
      }),
    );
  });

  it('no wish makes a picture that the memory cannot hold', () => {
    const huge = layOut({ width: 6000, height: 8000 }, null, frame({ margin: 0.45, aspect: '16:9' }));
    expect(Math.max(huge.width, huge.height)).toBe(8000);
  });
});
