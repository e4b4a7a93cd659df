import { describe, expect, it } from 'vitest';
import type { Clicked } from '@/entrypoints/content/clicked';
import { findPicture } from '@/entrypoints/content/find-picture';
import {
  FakeCanvas,
  FakeElement,
  FakeImage,
  FakeInput,
  type FakePage,
  FakeShadowRoot,
  FakeSvg,
  FakeSvgImage,
  openPage,
} from './page';

const BOAT = 'https://a.test/boat.png';
const HERE = { x: 5, y: 5, target: null };
const NONE = { kind: 'none' };
const url = (address: string) => ({ kind: 'url', url: address });
const png = new Blob(['png']);

/** The page's menu was opened on what lies under the pointer. */
function onPage(page: FakePage, clicked: Clicked | null = HERE) {
  openPage(page);
  return findPicture({ srcUrl: null, pixels: false }, clicked);
}

/** An image's menu was opened, and the menu knew its address. */
function onImage(srcUrl: string, page: FakePage = {}) {
  openPage(page);
  return findPicture({ srcUrl, pixels: false }, HERE);
}

const background = (backgroundImage: string) => new FakeElement({}, { '': { backgroundImage } });

describe('from the menu of a page', () => {
  it.each<[string, FakeElement]>([
    ['an image, the candidate that is shown', new FakeImage({ currentSrc: BOAT, src: 'https://a.test/small.png' })],
    ['an image that has not chosen yet', new FakeImage({ currentSrc: '', src: BOAT })],
    ['a button made of an image', new FakeInput({ type: 'image', src: BOAT })],
    ['an image in a drawing, relative to the page', new FakeSvgImage({ href: { baseVal: 'boat.png' } })],
    ['a background', background(`url("${BOAT}")`)],
    ['a background below a gradient', background(`linear-gradient(red, blue), url("${BOAT}")`)],
    ['the first of several backgrounds', background(`url("${BOAT}"), url("https://a.test/sky.png")`)],
    ['a background before the element', new FakeElement({}, { '::before': { backgroundImage: `url("${BOAT}")` } })],
    [
      'an image put in by the style sheet',
      new FakeElement({}, { '::after': { backgroundImage: 'none', content: `url("${BOAT}")` } }),
    ],
  ])('finds %s', async (_, element) => {
    expect(await onPage({ under: [element] })).toEqual(url(BOAT));
  });

  it('unescapes what the style sheet escaped', async () => {
    expect(await onPage({ under: [background('url("https://a.test/a\\"b\\\\c.png")')] })).toEqual(
      url('https://a.test/a"b\\c.png'),
    );
  });

  it('looks through what lies on the picture', async () => {
    const glass = [
      new FakeElement(),
      new FakeInput({ type: 'text', src: '' }),
      new FakeSvg({ rect: { width: 24, height: 24 } }),
    ];
    expect(await onPage({ under: [...glass, new FakeImage({ currentSrc: BOAT })] })).toEqual(url(BOAT));
  });

  it('prefers what was clicked to what lies there now', async () => {
    const target = new FakeImage({ currentSrc: BOAT });
    const page = { under: [new FakeImage({ currentSrc: 'https://a.test/popup.png' })] };
    expect(await onPage(page, { ...HERE, target: target as never })).toEqual(url(BOAT));
  });

  it('looks into the shadow tree that was clicked', async () => {
    const inside = new FakeImage({ currentSrc: BOAT });
    const root = Object.assign(new FakeShadowRoot(), { elementsFromPoint: () => [inside] });
    const target = Object.assign(new FakeElement(), { getRootNode: () => root });
    expect(await onPage({}, { ...HERE, target: target as never })).toEqual(url(BOAT));
  });

  it('reads here what lives only in this page', async () => {
    const page = {
      under: [new FakeImage({ currentSrc: 'blob:https://a.test/1' })],
      local: { 'blob:https://a.test/1': png },
    };
    expect(await onPage(page)).toEqual({ kind: 'bytes', blob: png, name: '' });
  });

  it('takes a drawing at the size at which it is shown', async () => {
    const found = await onPage({ under: [new FakeSvg({ rect: { width: 48, height: 60 } })] });
    if (found.kind !== 'bytes') throw new Error(found.kind);
    expect(found.blob.type).toBe('image/svg+xml');
    expect(await found.blob.text()).toContain('{"width":"48","height":"60"}');
  });

  it.each<[string, FakeElement[]]>([
    ['nothing but text', [new FakeElement()]],
    ['an icon', [new FakeSvg({ rect: { width: 400, height: 47 } })]],
    ['an address that no extension may fetch', [new FakeImage({ currentSrc: 'chrome://favicon/' })]],
    ['a picture that is gone', [new FakeImage({ currentSrc: 'blob:https://a.test/gone' })]],
    ['a gradient', [background('linear-gradient(red, blue)')]],
  ])('finds nothing in %s', async (_, under) => {
    expect(await onPage({ under })).toEqual(NONE);
  });

  it('finds nothing without a click', async () => {
    expect(await onPage({ under: [new FakeImage({ currentSrc: BOAT })] }, null)).toEqual(NONE);
  });

  it('says where on the screen a canvas is that it may not read', async () => {
    const canvas = new FakeCanvas({ width: 0, height: 0, rect: { x: 10, y: 20, width: 100, height: 80 } });
    expect(await onPage({ under: [canvas] })).toEqual({
      kind: 'screen',
      rect: { x: 10, y: 20, width: 100, height: 80 },
      scale: 2,
    });
    expect(await onPage({ under: [canvas], framed: true }), 'a frame knows no place on the screen').toEqual(NONE);
  });
});

describe('from the menu of an image', () => {
  it('takes the address that the menu named, whatever lies there', async () => {
    expect(await onImage(BOAT, { under: [new FakeImage({ currentSrc: 'https://a.test/else.png' })] })).toEqual(
      url(BOAT),
    );
  });

  it('reads here what lives only in this page', async () => {
    expect(await onImage('blob:https://a.test/1', { local: { 'blob:https://a.test/1': png } })).toMatchObject({
      blob: png,
    });
  });

  it('falls back to the image of that address when it is gone', async () => {
    const shown = new FakeImage({ currentSrc: 'blob:https://a.test/1', naturalWidth: 0, naturalHeight: 0 });
    expect(await onImage('blob:https://a.test/1', { images: [shown] })).toMatchObject({ kind: 'screen' });
    expect(await onImage('blob:https://a.test/2', { images: [shown] })).toEqual(NONE);
  });

  it('gives pixels instead of the address when that gave nothing', async () => {
    const shown = new FakeImage({ currentSrc: BOAT, naturalWidth: 0, naturalHeight: 0 });
    openPage({ images: [shown] });
    expect(await findPicture({ srcUrl: BOAT, pixels: true }, null)).toMatchObject({ kind: 'screen' });
    expect(await findPicture({ srcUrl: 'https://a.test/else.png', pixels: true }, null)).toEqual(NONE);
  });
});
