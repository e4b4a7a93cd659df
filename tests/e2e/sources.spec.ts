/** Every kind of image that raises Chrome's image menu. */

import { expect } from '@playwright/test';
import { test } from './fixtures';
import { expectCopied } from './measure/expect-cutout';
import type { Host } from './site/hosts';
import type { PictureName } from './site/pictures';
import type { Site } from './site/site';

interface Source {
  readonly what: string;
  readonly picture: PictureName;
  readonly body: (site: Site) => string;
  readonly host?: Host;
}

const img = (picture: PictureName, host?: Host) => (site: Site) => `<img id="it" src="${site.picture(picture, host)}">`;

const SOURCES: readonly Source[] = [
  { what: 'an image of the page’s own host', picture: 'scene.png', body: img('scene.png', 'page.test') },
  { what: 'a cross-site image without CORS', picture: 'scene.png', body: img('scene.png', 'img.test') },
  { what: 'a cross-site image with CORS', picture: 'portrait.png', body: img('portrait.png', 'cors.test') },
  {
    what: 'an image behind a Lax cookie',
    picture: 'square.png',
    body: img('square.png', 'lax.test'),
    host: 'lax.test',
  },
  {
    what: 'an image behind a Strict cookie',
    picture: 'square.png',
    body: img('square.png', 'strict.test'),
    host: 'strict.test',
  },
  {
    what: 'an image with CORP same-origin',
    picture: 'square.png',
    body: img('square.png', 'corp.test'),
    host: 'corp.test',
  },
  { what: 'an image that asks for a Referer', picture: 'square.png', body: img('square.png', 'referer.test') },
  {
    what: 'an image that refuses any Referer',
    picture: 'square.png',
    body: (site) => `<img id="it" referrerpolicy="no-referrer" src="${site.picture('square.png', 'noreferer.test')}">`,
  },
  {
    what: 'srcset, where the candidate shown differs from src',
    picture: 'wide.png',
    body: (site) =>
      `<img id="it" style="width:500px" src="${site.picture('square.png')}" srcset="${site.picture('wide.png')} 1000w" sizes="500px">`,
  },
  {
    what: 'picture with a source',
    picture: 'scene.webp',
    body: (site) => `<picture><source type="image/webp" srcset="${site.picture('scene.webp')}">
      <img id="it" src="${site.picture('square.png')}"></picture>`,
  },
  {
    what: 'a linked image',
    picture: 'scene.png',
    body: (site) => `<a href="${site.url('page.test', 'away')}"><img id="it" src="${site.picture('scene.png')}"></a>`,
  },
  { what: 'a JPEG', picture: 'scene.jpg', body: img('scene.jpg') },
  { what: 'a WebP', picture: 'scene.webp', body: img('scene.webp') },
  { what: 'an AVIF', picture: 'scene.avif', body: img('scene.avif') },
  { what: 'a GIF', picture: 'scene.gif', body: img('scene.gif') },
  { what: 'an animated GIF, by its first frame', picture: 'animated.gif', body: img('animated.gif') },
  { what: 'an SVG', picture: 'scene.svg', body: img('scene.svg') },
  { what: 'a data: image', picture: 'square.png', body: dataImage('square.png') },
  { what: 'a data: image of more than 2 MB', picture: 'heavy.png', body: dataImage('heavy.png') },
  {
    what: 'a blob: image',
    picture: 'scene.png',
    body: (site) => `<img id="it"><script>
      fetch('${site.picture('scene.png', 'page.test')}').then((r) => r.blob()).then((b) => { it.src = URL.createObjectURL(b); });
      </script>`,
  },
];

function dataImage(name: PictureName) {
  return ({ pictures }: Site) => `<img id="it" src="data:image/png;base64,${pictures[name].file.toString('base64')}">`;
}

for (const { what, picture, body, host = 'page.test' } of SOURCES) {
  test(`right-click on ${what}`, async ({ matte, site }) => {
    const page = await matte.open(site.page({ host, body: body(site) }));
    await matte.rightClick(page, '#it');
    await expectCopied(matte, page, site.pictures[picture]);
  });
}

test('right-click on an image in a cross-site iframe', async ({ matte, site }) => {
  const inner = site.page({ host: 'cors.test', body: img('scene.png')(site) });
  const page = await matte.open(site.page({ body: `<iframe src="${inner}" width="700" height="520"></iframe>` }));
  const frame = page.frames().find((each) => each.url() === inner);
  await matte.rightClick(page, '#it', frame ? { frame } : {});
  await expectCopied(matte, page, site.pictures['scene.png']);
});

test('right-click on a blob: image in a cross-site iframe', async ({ matte, site }) => {
  const script = `fetch('${site.picture('scene.png', 'cors.test')}').then((r) => r.blob())
    .then((b) => { it.src = URL.createObjectURL(b); });`;
  const inner = site.page({ host: 'cors.test', body: `<img id="it"><script>${script}</script>` });
  const page = await matte.open(site.page({ body: `<iframe src="${inner}" width="700" height="520"></iframe>` }));
  const frame = page.frames().find((each) => each.url() === inner);
  await matte.rightClick(page, '#it', frame ? { frame } : {});
  await expectCopied(matte, page, site.pictures['scene.png']);
});

test('right-click on an image that is a tab of its own', async ({ matte, site }) => {
  const page = await matte.open(site.picture('scene.png'));
  await matte.rightClick(page, 'img');
  await expectCopied(matte, page, site.pictures['scene.png']);
});

test('many images, one after the other, are all copied', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" width="300" src="${site.picture('square.png')}">` }));
  for (let i = 0; i < 8; i++) {
    await matte.rightClick(page, '#it');
    await matte.copied(page);
  }
  expect((await matte.inside.jobs()).map(({ delivery }) => delivery)).toEqual(Array(8).fill('copied'));
});
