/** A draft is as large as can be made thirty times a second, which differs by machine and by what else it has to do. */
import { describe, expect, it } from 'vitest';
import { createDraftSize, DRAFT_PIXELS } from '@/entrypoints/studio/draft-size';
import { createEasel } from '@/entrypoints/studio/easel';
import { block, RED, raster } from './scene';

const [FULL, LESS, LEAST] = DRAFT_PIXELS;

/** After drafts that took so many ms each. */
function after(...times: readonly number[]) {
  const size = createDraftSize();
  for (const time of times) size.took(time);
  return size.pixels;
}
const five = (time: number) => Array<number>(5).fill(time);

describe('how large a draft is', () => {
  it('is in full at first, and stays so where it is made in time', () => {
    expect(after()).toBe(FULL);
    expect(after(...five(20), ...five(3))).toBe(FULL);
  });

  it('shrinks step by step where five in a row are slow, and never to nothing', () => {
    expect(after(40, 40, 40, 40)).toBe(FULL);
    expect(after(...five(40))).toBe(LESS);
    expect(after(...five(40), ...five(30))).toBe(LEAST);
    expect(after(...five(90), ...five(90), ...five(90), ...five(90))).toBe(LEAST);
  });

  it('does not shrink for one or two that were slow', () => {
    expect(after(12, 400, 15, 300, 18)).toBe(FULL);
  });

  it('grows back where there is time again, and holds still between', () => {
    expect(after(...five(40), ...five(20))).toBe(LESS);
    expect(after(...five(40), ...five(10))).toBe(FULL);
  });
});

describe('an easel', () => {
  const cutout = block(1000, 500, { x: 250, y: 125, width: 500, height: 250 });
  const pixelsOf = (easel: ReturnType<typeof createEasel>) => {
    const { width, height } = easel.sheet([], 'draft').cutout;
    return width * height;
  };

  it('gives drafts of that size, and all else as before', () => {
    const easel = createEasel(cutout, 0);
    expect(pixelsOf(easel)).toBeGreaterThan(LESS);
    for (const time of five(40)) easel.draftTook(time);
    expect(pixelsOf(easel)).toBeLessThanOrEqual(LESS);
    expect(easel.sheet([], 'small').cutout).toBe(cutout);
    expect(easel.sheet([], 'whole').cutout).toBe(cutout);
  });

  it('with the photo and the picture, whether they came before or after', () => {
    const easel = createEasel(cutout, 0);
    const photo = raster(1000, 500, () => RED);
    easel.setPhoto(photo);
    for (const time of five(40)) easel.draftTook(time);
    const { cutout: draft, photo: small, picture: none } = easel.sheet([], 'draft');
    expect([small?.width, small?.height]).toEqual([draft.width, draft.height]);
    expect(none).toBeNull();
    easel.setPicture(photo);
    expect(easel.sheet([], 'draft').picture).not.toBeNull();
    easel.setPicture(null);
    expect(easel.sheet([], 'draft').picture).toBeNull();
  });
});
