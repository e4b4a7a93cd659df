import { describe, expect, it } from 'vitest';
import { badgeOf } from '@/entrypoints/background/badge';

describe('the badge', () => {
  it.each([
    [0, 0, ''],
    [3, 0, '3'],
    [3, 5, '3'],
    [0, 5, '5'],
    [1000, 0, '999+'],
  ])('%i at work and %i waiting: "%s"', (open, announced, text) => {
    expect(badgeOf({ open, announced }).text).toBe(text);
  });

  it('tells work from what waits by its colour, too', () => {
    expect(badgeOf({ open: 1, announced: 0 }).background).not.toBe(badgeOf({ open: 0, announced: 1 }).background);
  });

  it.each([
    { open: 1, announced: 0 },
    { open: 0, announced: 1 },
  ])('is white on a dark enough colour: %j', (counts) => {
    expect(contrastWithWhite(badgeOf(counts).background)).toBeGreaterThan(4.5);
  });
});

/** WCAG 2.2, relative luminance. */
function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
