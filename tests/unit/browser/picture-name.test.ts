import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFromUrl, safeName, withoutEnding } from '@/utils/browser/picture-name';

describe('nameFromUrl', () => {
  it.each([
    ['https://a.test/photos/boat.png', 'boat'],
    ['https://a.test/boat.jpeg?w=640#top', 'boat'],
    ['HTTP://A.TEST/Boat.JPG', 'Boat'],
    ['file:///home/ada/my%20boat.webp', 'my boat'],
    ['https://a.test/%E6%B5%B7.avif', '海'],
    ['https://a.test/archive.tar.gz', 'archive.tar'],
    ['https://a.test/boat', 'boat'],
    ['https://a.test/100%25.png', '100%'],
    ['https://a.test/100%.png', '100%'],
    ['https://a.test/..%2F..%2Fetc%2Fpasswd.png', 'etc passwd'],
  ])('%s → %s', (url, name) => {
    expect(nameFromUrl(url)).toBe(name);
  });

  it.each([
    'https://a.test/',
    'https://a.test/photos/',
    'https://a.test/.png',
    'data:image/png;base64,iVBORw0KGgo/boat.png',
    'blob:https://a.test/6f1c/boat.png',
    'javascript:void(0)/boat.png',
    'https://',
    'boat.png',
    '',
  ])('%j has no name to give: picture', (url) => {
    expect(nameFromUrl(url)).toBe('picture');
  });
});

describe('withoutEnding', () => {
  it.each([
    ['boat.jpg', 'boat'],
    ['Boat.JPEG', 'Boat'],
    ['boat.2024.png', 'boat.2024'],
    ['boat', 'boat'],
    ['boat.', 'boat.'],
    ['boat.original', 'boat.original'],
    ['no. 7 – blue', 'no. 7 – blue'],
    ['.png', ''],
  ])('%j → %j', (fileName, name) => {
    expect(withoutEnding(fileName)).toBe(name);
  });
});

/** Also halves of characters. fast-check's own `binary` takes a second to set up. */
const anyCharacter = fc.oneof(fc.nat(0x7f), fc.nat(0x10ffff)).map((code) => String.fromCodePoint(code));

describe('safeName', () => {
  it.each([
    ['boat', 'boat'],
    ['  my \n\t boat ', 'my boat'],
    ['a<b>c:d"e/f\\g|h?i*j', 'a b c d e f g h i j'],
    ['.htaccess', 'htaccess'],
    ['boat...', 'boat'],
    ['gnp.\u202Eexe', 'gnp. exe'],
    ['\u0000', 'picture'],
    ['. . .', 'picture'],
    ['', 'picture'],
  ])('%j → %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('is short, and does not cut a character in half', () => {
    expect(safeName('🛶'.repeat(200))).toBe('🛶'.repeat(80));
  });

  it('is a name that every file system takes, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 120 }), (text) => {
        const name = safeName(text);
        expect(name).not.toBe('');
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]|^[. ]| $/u);
        expect([...name].length).toBeLessThanOrEqual(80);
      }),
      { numRuns: 500 },
    );
  });

  it('says the same when asked twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 70 }), (text) => {
        expect(safeName(safeName(text))).toBe(safeName(text));
      }),
    );
  });
});
