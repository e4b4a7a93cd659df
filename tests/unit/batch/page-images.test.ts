/** The page's process may answer anything. */
import { describe, expect, it } from 'vitest';
import { atLeast, MAX_IMAGES, parsePageImages } from '@/utils/batch/page-images';

const IMAGE = { url: 'https://a.test/boat.png', width: 640, height: 480, alt: 'A boat', thumb: null, box: null };
const THUMB = 'data:image/webp;base64,UklGRg==';
const answer = (...images: unknown[]) => [{ frameId: 0, result: { page: 'https://a.test/', images } }];
const parsedUrls = (...urls: string[]) => parsePageImages(answer(...urls.map((url) => ({ ...IMAGE, url })))).length;

describe('what a page says of its images', () => {
  it('is taken where it is what it should be', () => {
    expect(parsePageImages(answer(IMAGE))).toEqual([{ ...IMAGE, frameId: 0, pageUrl: 'https://a.test/' }]);
  });

  it.each([
    null,
    'images',
    { images: 'many' },
    { images: [null, 3, 'x', { url: 7 }, []] },
    {
      get images(): unknown[] {
        return [];
      },
    },
  ])('%j is nothing', (result) => {
    expect(parsePageImages([{ frameId: 0, result }])).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'chrome://settings',
    'file:///etc/passwd',
    'chrome-extension://x/a.png',
    'a.png',
    '',
  ])('the address %j is left out', (url) => {
    expect(parsedUrls(url)).toBe(0);
  });

  it('http, https, data and blob addresses are kept', () => {
    expect(
      parsedUrls('http://a.test/1', 'https://a.test/2', 'data:image/png;base64,AA==', 'blob:https://a.test/x'),
    ).toBe(4);
  });

  it.each([
    'https://evil.test/track.gif',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:text/html;base64,AA==',
    `${THUMB}"`,
  ])('the thumbnail %j would ask for something, and is none', (thumb) => {
    expect(parsePageImages(answer({ ...IMAGE, thumb }))[0]?.thumb).toBeNull();
  });

  it.each([Number.NaN, -1, 1e9, '640', {}])('a width of %j is not known', (width) => {
    expect(parsePageImages(answer({ ...IMAGE, width }))[0]?.width).toBe(0);
  });

  it('each address is there once, the one with a thumbnail, and 500 in all', () => {
    const twice = parsePageImages([...answer(IMAGE), { frameId: 3, result: { images: [{ ...IMAGE, thumb: THUMB }] } }]);
    expect(twice).toMatchObject([{ thumb: THUMB, frameId: 3, pageUrl: null }]);
    const many = Array.from({ length: 700 }, (_, at) => ({ ...IMAGE, url: `https://a.test/${at}` }));
    expect(parsePageImages([...answer(...many), ...answer(...many.toReversed())])).toHaveLength(MAX_IMAGES);
  });

  it('small ones are hidden; what is not known may be large', () => {
    const images = parsePageImages(answer(IMAGE, { ...IMAGE, url: 'https://a.test/2', width: 0 }));
    expect(atLeast(images, 480)).toHaveLength(2);
    expect(atLeast(images, 481).map(({ url }) => url)).toEqual(['https://a.test/2']);
  });
});
