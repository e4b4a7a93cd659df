import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePagePicture } from '@/utils/browser/page-picture';
import type { PagePicture } from '@/utils/messaging';

const NONE = { kind: 'none' };
const blob = new Blob(['png']);
/** An answer in which everything is fine; each test changes one thing. */
const SCREEN = { kind: 'screen', rect: { x: 10, y: -20, width: 300, height: 200 }, scale: 1.5 } as const;

describe('an honest answer', () => {
  it.each([
    ['an address', { kind: 'url', url: 'https://a.test/boat.png?size=large#x' }],
    ['an address inside itself', { kind: 'url', url: 'data:image/png;base64,AA==' }],
    ['bytes', { kind: 'bytes', blob, name: 'boat' }],
    ['a place on the screen', SCREEN],
    ['nothing', NONE],
  ])('passes as it is: %s', (_, answer) => {
    expect(parsePagePicture(answer)).toEqual(answer);
  });

  it('may leave out the name', () => {
    expect(parsePagePicture({ kind: 'bytes', blob })).toEqual({ kind: 'bytes', blob, name: '' });
  });
});

describe('a lie', () => {
  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'chrome://settings',
    'chrome-extension://abc/card.html',
    'blob:https://a.test/1',
    'filesystem:https://a.test/1',
    'about:blank',
    ' javascript:https://a.test/',
    '',
    'https://',
    'http://[',
  ])('no address to fetch: %j', (url) => {
    expect(parsePagePicture({ kind: 'url', url })).toEqual(NONE);
  });

  it.each([
    ['no object', 'https://a.test/boat.png'],
    ['null', null],
    ['undefined', undefined],
    ['a list', [SCREEN]],
    ['no kind', { url: 'https://a.test/boat.png' }],
    ['a kind that is none', { ...SCREEN, kind: 'toString' }],
    ['an address that is no text', { kind: 'url', url: ['https://a.test/boat.png'] }],
    ['bytes that are none', { kind: 'bytes', blob: { size: 3, type: 'image/png' }, name: 'boat' }],
    ['a screen without place', { ...SCREEN, rect: null }],
    ['a place without width', { ...SCREEN, rect: { x: 0, y: 0, height: 10 } }],
    ['a place without extent', { ...SCREEN, rect: { ...SCREEN.rect, width: 0 } }],
    ['a place wider than any screen', { ...SCREEN, rect: { ...SCREEN.rect, width: 20_001 } }],
    ['a place far away', { ...SCREEN, rect: { ...SCREEN.rect, y: -20_001 } }],
    ['a place that is no number', { ...SCREEN, rect: { ...SCREEN.rect, x: Number.NaN } }],
    ['a place in words', { ...SCREEN, rect: { ...SCREEN.rect, x: '10' } }],
    ['no scale', { ...SCREEN, scale: 0 }],
    ['a scale without end', { ...SCREEN, scale: Number.POSITIVE_INFINITY }],
  ])('is nothing: %s', (_, answer) => {
    expect(parsePagePicture(answer)).toEqual(NONE);
  });

  it('brings nothing along that was not asked for', () => {
    const more = { ...SCREEN, rect: { ...SCREEN.rect, extra: 1 }, url: 'https://a.test/', extra: 2 };
    expect(parsePagePicture(more)).toEqual(SCREEN);
    expect(parsePagePicture({ kind: 'bytes', blob, name: { evil: true } })).toEqual({ kind: 'bytes', blob, name: '' });
  });
});

describe('whatever a page answers', () => {
  const number = fc.oneof(fc.double(), fc.integer({ min: -30_000, max: 30_000 }));
  const any = fc.anything({ withNullPrototype: true });
  const url = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc
      .tuple(fc.constantFrom('http:', 'https:', 'data:', 'file:', 'javascript:', 'HTTPS:'), fc.string())
      .map((p) => p.join('')),
  );
  const rect = fc.record({ x: number, y: number, width: number, height: number }, { requiredKeys: [] });
  const answer = fc.record(
    {
      kind: fc.oneof(fc.constantFrom('url', 'bytes', 'screen', 'none'), any),
      url: fc.oneof(url, any),
      blob: fc.oneof(fc.constant(blob), any),
      name: fc.oneof(fc.string(), any),
      rect: fc.oneof(rect, any),
      scale: fc.oneof(number, any),
    },
    { requiredKeys: [] },
  );

  it('comes out as one of the four kinds, with fields that are what they claim to be', () => {
    fc.assert(
      fc.property(fc.oneof(answer, any), (lie) => {
        expectClean(parsePagePicture(lie));
      }),
      { numRuns: 1000 },
    );
  });
});

function expectClean(found: PagePicture): void {
  if (found.kind === 'url') {
    expect(Object.keys(found).sort()).toEqual(['kind', 'url']);
    expect(new URL(found.url).protocol).toMatch(/^(https?|data):$/);
  } else if (found.kind === 'bytes') {
    expect(found).toEqual({ kind: 'bytes', blob, name: expect.any(String) });
  } else if (found.kind === 'screen') {
    const { x, y, width, height } = found.rect;
    expect(found).toEqual({ kind: 'screen', rect: { x, y, width, height }, scale: found.scale });
    for (const value of [x, y, width, height, found.scale]) expect(value).toSatisfy(Number.isFinite);
    expect(Math.min(width, height, found.scale)).toBeGreaterThan(0);
  } else {
    expect(found).toEqual(NONE);
  }
}
