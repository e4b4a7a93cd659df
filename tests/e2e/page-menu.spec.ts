/** What cannot raise the image menu: the page's menu finds what was under the pointer. */
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { coverage, iou, sizeOf } from './measure/compare';
import { expectCopied } from './measure/expect-cutout';
import type { PictureName } from './site/pictures';
import type { Site } from './site/site';

interface Thing {
  readonly what: string;
  readonly body: (site: Site) => string;
  readonly picture?: PictureName;
}

const BOX = 'width:640px;height:480px';
const background = (site: Site) => `background:url('${site.picture('scene.png')}')`;

const THINGS: readonly Thing[] = [
  { what: 'a CSS background', body: (site) => `<div id="it" style="${BOX};${background(site)}"></div>` },
  {
    what: 'a background of ::before',
    body: (site) => `<style>#it{position:relative;${BOX}}
      #it::before{content:"";position:absolute;inset:0;${background(site)}}</style><div id="it"></div>`,
  },
  {
    what: 'a background that is one of several',
    body: (site) =>
      `<div id="it" style="${BOX};background-image:linear-gradient(#0000,#0001),url('${site.picture('scene.png')}')"></div>`,
  },
  {
    what: 'an image below a transparent overlay',
    body: (site) => `<div style="position:relative;${BOX}"><img src="${site.picture('scene.png')}">
      <div id="it" style="position:absolute;inset:0"></div></div>`,
  },
  {
    what: 'an image in an open shadow root',
    body: (site) => `<div id="it" style="${BOX}"></div><script>
      it.attachShadow({ mode: 'open' }).innerHTML = '<div style="${BOX};${background(site).replaceAll("'", '')}"></div>';
      </script>`,
  },
  { what: 'a canvas', body: (site) => canvas(site.picture('scene.png', 'page.test')) },
  {
    what: 'a video frame',
    body: (site) => `${canvas(site.picture('scene.png', 'page.test'), 'source')}
      <video id="it" autoplay muted style="${BOX}"></video>
      <script>it.srcObject = source.captureStream(10);
      setInterval(() => source.getContext('2d').fillRect(0, 0, 1, 1), 50);</script>`,
  },
  {
    what: 'an inline SVG',
    body: ({ pictures }) => pictures['scene.svg'].file.toString().replace('<svg', '<svg id="it"'),
    picture: 'scene.svg',
  },
];

function canvas(address: string, id = 'it'): string {
  return `<canvas id="${id}" width="640" height="480"></canvas><script>{
    const image = new Image();
    image.onload = () => document.getElementById('${id}').getContext('2d').drawImage(image, 0, 0);
    image.src = '${address}';
  }</script>`;
}

for (const { what, body, picture = 'scene.png' } of THINGS) {
  test(`page menu over ${what}`, async ({ matte, site }) => {
    const page = await matte.open(site.page({ body: body(site) }));
    await page.waitForLoadState('networkidle');
    await matte.rightClick(page, '#it', { menu: 'page' });
    await expectCopied(matte, page, site.pictures[picture]);
  });
}

test('page menu over a canvas that the page itself may not read: as it is on the screen', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: canvas(site.picture('scene.png', 'img.test')) }));
  await page.waitForLoadState('networkidle');
  await matte.rightClick(page, '#it', { menu: 'page' });
  const cutout = await matte.cutout(await matte.done());
  const { size, truth } = site.pictures['scene.png'];
  expect(sizeOf(cutout)).toEqual(size);
  expect(iou(cutout, truth)).toBeGreaterThanOrEqual(0.95);
});

test('page menu over text says that there is no picture', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: '<p id="it">Just words.</p>' }));
  await matte.rightClick(page, '#it', { menu: 'page' });
  expect(await matte.failed()).toMatchObject({ error: 'no-picture' });
  await matte.card(page).says('There is no picture under the pointer');
});

test('the pixels that leave the page are those under the pointer, not its neighbour’s', async ({ matte, site }) => {
  const body = `<div id="it" style="float:left;width:300px;height:300px;background:url('${site.picture('square.png')}')"></div>
    <div style="float:left;width:420px;height:630px;background:url('${site.picture('portrait.png')}')"></div>`;
  const page = await matte.open(site.page({ body }));
  await matte.rightClick(page, '#it', { menu: 'page' });
  const cutout = await matte.cutout(await matte.done());
  expect(sizeOf(cutout)).toEqual(site.pictures['square.png'].size);
  expect(coverage(cutout)).toBeGreaterThan(0.1);
});
