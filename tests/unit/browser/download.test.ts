import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutoutFileName } from '@/utils/browser/download';

describe('cutoutFileName', () => {
  it.each([
    ['boat', 'boat-cutout.png'],
    ['', 'picture-cutout.png'],
    [' .. ', 'picture-cutout.png'],
    ['.htaccess', 'htaccess-cutout.png'],
    ['../../etc/passwd', 'etc passwd-cutout.png'],
    ['C:\\Windows\\boat', 'C Windows boat-cutout.png'],
    ['a\u0000b\nc', 'a b c-cutout.png'],
    ['gnp.\u202Eexe', 'gnp. exe-cutout.png'],
    ['Überfahrt — 海', 'Überfahrt — 海-cutout.png'],
    ['half \uD83D pair', 'half \uFFFD pair-cutout.png'],
  ])('%j → %j', (name, expected) => {
    expect(cutoutFileName(name)).toBe(expected);
  });

  it('keeps whole characters and fits every file system', () => {
    const name = cutoutFileName('🛶'.repeat(200));
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
    expect(name).not.toContain('\uFFFD');
  });

  it('is harmless whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = cutoutFileName(text);
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}. ][^\\/:*?"<>|\p{Cc}]*-cutout\.png$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      }),
    );
  });
});
