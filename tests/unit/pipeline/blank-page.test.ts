import { describe, expect, it } from 'vitest';
import { isBlankPage } from '../../../utils/pipeline/blank-page';
import { paintMatte, paintRaster, type Rgba } from './scenes';

const WHITE: Rgba = [252, 253, 251, 255];
const block = (u: number, v: number) => (u > 0.1 && u < 0.8 && v > 0.2 && v < 0.7 ? 1 : 0);
const matte = paintMatte(64, 64, block);

/** "Letters": marks of a third of their pitch, 70 to the width, in lines. */
const letters = (u: number, v: number) => (u * 70) % 1 < 0.33 && (v * 30) % 1 < 0.6;

it.each([
  [900, 640],
  [3000, 2000],
])('a paragraph on white is a page, at %i × %i', (width, height) => {
  const page = paintRaster(width, height, (u, v) => (letters(u, v) ? [10, 10, 10, 255] : WHITE));
  expect(isBlankPage(page, matte)).toBe(true);
});

describe('is no page', () => {
  it.each<[string, (u: number, v: number) => Rgba]>([
    ['a white shoe on white', (u, v) => (block(u, v) && v > 0.6 ? [200, 200, 205, 255] : WHITE)],
    ['a dark thing on white', (u, v) => (block(u, v) ? [60, 30, 20, 255] : WHITE)],
    ['a photo', (u, v) => [255 * u, 255 * v, 120, 255]],
    ['text on a photo', (u, v) => (letters(u, v) ? [255, 255, 255, 255] : [255 * u, 255 * v, 120, 255])],
  ])('%s', (_, paint) => {
    expect(isBlankPage(paintRaster(600, 400, paint), matte)).toBe(false);
  });

  it('what is all subject', () => {
    const all = paintMatte(8, 8, () => 1);
    expect(
      isBlankPage(
        paintRaster(60, 40, () => WHITE),
        all,
      ),
    ).toBe(false);
  });
});
