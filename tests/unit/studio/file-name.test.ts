import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf, MAX_FILE_NAME, NAME_PARTS, parsePattern, USUAL_PATTERN } from '@/utils/studio/file-name';

const PARTS = { name: 'boat', date: '2026-11-22', width: '2000', height: '1500', preset: 'Shop photo' };
const named = (pattern: string, parts: Partial<typeof PARTS> = {}) =>
  fileNameOf(pattern, { ...PARTS, ...parts }, 'png');

describe('fileNameOf', () => {
  it('as it always was, if nobody says otherwise', () => {
    expect(named(USUAL_PATTERN)).toBe('boat-cutout.png');
    expect(fileNameOf(USUAL_PATTERN, PARTS, 'png', 'matte')).toBe('boat-matte.png');
    expect(fileNameOf(USUAL_PATTERN, PARTS, 'zip', 'layers')).toBe('boat-layers.zip');
  });

  it('fills in every part, and leaves other braces alone', () => {
    expect(named('{date} {name} {width}x{height} {preset}')).toBe('2026-11-22 boat 2000x1500 Shop photo.png');
    expect(named('{name} {size}')).toBe('boat {size}.png');
    expect(fileNameOf('{name}', PARTS, 'png', 'matte')).toBe('boat-matte.png');
  });

  it('a part without a value takes its separator along', () => {
    expect(named('{name}-{preset}', { preset: '' })).toBe('boat.png');
    expect(named('{preset}-{name}', { preset: '' })).toBe('boat.png');
    expect(named('{preset}', { preset: '' })).toBe('picture.png');
  });

  it.each([
    ['con', '_con.png'],
    ['LPT1', '_LPT1.png'],
    ['COM²', '_COM².png'],
    ['aux.tar', '_aux.tar.png'],
    ['console', 'console.png'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.png'],
    ['boat. . ', 'boat.png'],
    ['...boat', 'boat.png'],
    ['-rf', 'rf.png'],
    ['gpj.\u202eexe', 'gpj. exe.png'],
    ['a\u0000b\nc\u2028d', 'a b c d.png'],
    ['\ud800', '\ufffd.png'],
    ['..', 'picture.png'],
    ['', 'picture.png'],
  ])('%j becomes %j', (name, file) => {
    expect(named('{name}', { name })).toBe(file);
  });

  it('a long name is cut between characters, and its ending stays', () => {
    expect(named('{name}', { name: 'x'.repeat(500) })).toHaveLength(MAX_FILE_NAME);
    const ducks = named('{name}', { name: '🦆'.repeat(200) });
    expect(ducks).toMatch(/^(🦆)+\.png$/u);
    expect(new TextEncoder().encode(ducks).length).toBeLessThanOrEqual(240);
    expect(named('{name}', { name: `${'x'.repeat(115)}. ${'y'.repeat(50)}` })).toBe(`${'x'.repeat(115)}.png`);
  });

  it('is a file name everywhere, whatever goes in', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const parts = fc.record(
      Object.fromEntries(NAME_PARTS.map((part) => [part, text])) as Record<keyof typeof PARTS, typeof text>,
    );
    fc.assert(
      fc.property(
        fc.oneof(text, fc.constantFrom('{name}', '{name}-{preset}', '{date}{width}')),
        parts,
        (pattern, all) => {
          const file = fileNameOf(pattern, all, 'png');
          expect(file).toMatch(/^[^-. ].*\.png$/su);
          expect(file).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]|[. ]\.png$|^(con|prn|aux|nul|com\d|lpt\d)\./iu);
          expect(file.isWellFormed()).toBe(true);
          expect(file.length).toBeLessThanOrEqual(MAX_FILE_NAME);
          expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(240);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('parsePattern', () => {
  it.each([null, 3, '', '  ', 'x'.repeat(101), ['{name}']])('%j is as if never set', (value) => {
    expect(parsePattern(value)).toBe(USUAL_PATTERN);
  });

  it('takes any other', () => {
    expect(parsePattern('{preset}_{name}')).toBe('{preset}_{name}');
  });
});
