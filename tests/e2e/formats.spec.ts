/** Files that are good but special: the result has the size and the orientation that the eye sees. */
import { expect } from '@playwright/test';
import { GLASS_ALPHA, ORIENTATIONS } from '../fixtures/encodings';
import type { Pixels } from '../fixtures/scenes';
import { test } from './fixtures';
import { alphaOf, decode, iou, sizeOf } from './measure/compare';
import { expectCutout } from './measure/expect-cutout';
import type { PictureName } from './site/pictures';

const SPECIAL: Readonly<Record<string, PictureName>> = {
  'a CMYK JPEG': 'cmyk.jpg',
  'a PNG of 16 bits a channel': 'deep.png',
  'a PNG that calls itself a JPEG': 'mislabelled.jpg',
  ...Object.fromEntries(ORIENTATIONS.map((each) => [`a JPEG with EXIF orientation ${each}`, `exif-${each}.jpg`])),
};

for (const [what, name] of Object.entries(SPECIAL)) {
  test(`${what} is cut out as it is seen`, async ({ matte, site }) => {
    const page = await matte.open(site.page({ body: `<img id="it" width="200" src="${site.picture(name)}">` }));
    await matte.rightClick(page, '#it');
    expectCutout(await matte.cutout(await matte.done()), site.pictures[name]);
  });
}

test('an alpha that is there already is multiplied, not overwritten', async ({ matte, site }) => {
  const { truth, size } = site.pictures['glass.png'];
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('glass.png')}">` }));
  await matte.rightClick(page, '#it');
  const cutout = await matte.cutout(await matte.done());
  expectCutout(cutout, { truth, size });
  // Deep in the mug, left and right of where the picture's own transparency ends.
  const alpha = alphaOf(cutout);
  const at = (x: number, y: number) => alpha[y * size.width + x] ?? 0;
  expect(Math.abs(at(190, 300) - GLASS_ALPHA)).toBeLessThanOrEqual(2);
  expect(255 - at(260, 300)).toBeLessThanOrEqual(1);
});

test('a wide-gamut photo keeps its look: its numbers change, its colours do not', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('display-p3.png')}">` }));
  await matte.rightClick(page, '#it');
  const cutout = await matte.cutout(await matte.done());
  expectCutout(cutout, site.pictures['display-p3.png']);
  const plain = await decode(site.pictures['square.png'].file);
  // As bytes the two files differ by up to 20 levels; as seen, by the rounding of two conversions.
  expect(opaqueDifference(cutout, plain)).toBeLessThanOrEqual(3);
});

/** The largest difference of any channel where the cutout is opaque. */
function opaqueDifference(cutout: Pixels, photo: Pixels): number {
  let worst = 0;
  for (let i = 0; i < cutout.rgba.length; i++) {
    if (cutout.rgba[i | 3] === 255) worst = Math.max(worst, Math.abs((cutout.rgba[i] ?? 0) - (photo.rgba[i] ?? 0)));
  }
  return worst;
}

test('the test’s own pictures look like their truth in this browser', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: 'judge' }));
  for (const [name, { truth, size }] of Object.entries(site.pictures)) {
    if (name === 'glass.png') continue;
    const seen = await page.evaluate(
      async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let red = '';
        for (let i = 0; i < data.length; i += 4) {
          red += (data[i] ?? 0) - Math.max(data[i + 1] ?? 0, data[i + 2] ?? 0) > 30 ? '#' : '.';
        }
        return { width: canvas.width, height: canvas.height, red };
      },
      site.picture(name as PictureName, 'page.test'),
    );
    expect(sizeOf(seen), name).toEqual(size);
    const rgba = new Uint8Array(seen.red.length * 4);
    for (let i = 0; i < seen.red.length; i++) rgba[i * 4 + 3] = seen.red[i] === '#' ? 255 : 0;
    expect(iou({ ...size, rgba }, truth), name).toBeGreaterThanOrEqual(0.95);
  }
});
