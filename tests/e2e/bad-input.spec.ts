/** What the web hands out in place of a good picture: a code for us, a sentence with the next step for the user. */
import { expect } from '@playwright/test';
import type { ErrorCode } from '../../utils/errors';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { HTML_PAGE, toFlatPng, toHugePng, toNoisePng, toTruncatedJpeg, toTruncatedPng } from '../fixtures/damaged';
import { toTiff } from '../fixtures/encodings';
import { buildScene } from '../fixtures/scenes';
import { test } from './fixtures';
import { sizeOf } from './measure/compare';
import { goOffline } from './pages/devtools';
import type { Site } from './site/site';

interface Bad {
  readonly what: string;
  readonly code: ErrorCode;
  readonly type?: string;
  readonly status?: number;
  readonly file: () => Promise<Buffer> | Buffer;
}

const scene = () => buildScene('landscape');
const nothing = () => Buffer.alloc(0);
const SIDE = 30_000;

const BAD: readonly Bad[] = [
  {
    what: 'a JPEG that is cut off',
    code: 'decode-failed',
    type: 'image/jpeg',
    file: async () => toTruncatedJpeg(await scene()),
  },
  { what: 'a PNG that is cut off', code: 'decode-failed', file: async () => toTruncatedPng(await scene()) },
  { what: 'an empty file', code: 'empty-file', file: nothing },
  { what: 'a picture of one pixel', code: 'no-subject', file: () => toFlatPng({ width: 1, height: 1 }) },
  { what: '30000 × 30000 pixels', code: 'image-too-large', file: () => toHugePng({ width: SIDE, height: SIDE }) },
  { what: 'a TIFF', code: 'unsupported-format', type: 'image/tiff', file: async () => toTiff(await scene()) },
  { what: 'a web page with an image’s name and type', code: 'not-an-image', file: () => HTML_PAGE },
  { what: 'a web page that says so', code: 'not-an-image', type: 'text/html', file: () => HTML_PAGE },
  { what: 'an address that has nothing', code: 'not-found', status: 404, file: nothing },
  { what: 'a site that refuses', code: 'refused-by-site', status: 403, file: nothing },
  { what: 'a site that fails', code: 'network-failed', status: 500, file: nothing },
  { what: 'one flat colour', code: 'no-subject', file: () => toFlatPng({ width: 400, height: 300 }) },
  { what: 'noise', code: 'no-subject', file: () => toNoisePng({ width: 400, height: 300 }) },
];

/** Unpainted, so that the browser never decodes what nobody should. */
const broken = (address: string) => `<img id="it" style="width:200px;height:150px;opacity:0" src="${address}">`;

const pageWith = (site: Site, address: string) => site.page({ body: broken(address) });

for (const { what, code, type = 'image/png', status = 200, file } of BAD) {
  test(`${what}: ${code}`, async ({ matte, site }) => {
    site.serve('cat.png', { status, headers: { 'content-type': type }, body: await file() });
    const page = await matte.open(pageWith(site, site.url('img.test', 'cat.png')));
    await matte.rightClick(page, '#it');
    expect(await matte.failed()).toMatchObject({ error: code });
    await matte.card(page).says(sentenceOf(code));
    expect(await matte.inside.history()).toEqual([]);
  });
}

test('an endless redirect: network-failed', async ({ matte, site }) => {
  const page = await matte.open(pageWith(site, site.url('img.test', 'loop')));
  await matte.rightClick(page, '#it');
  expect(await matte.failed()).toMatchObject({ error: 'network-failed' });
});

test('a host that does not answer: network-failed', async ({ matte, site }) => {
  const page = await matte.open(pageWith(site, 'http://img.test:9/cat.png'));
  await matte.rightClick(page, '#it');
  expect(await matte.failed()).toMatchObject({ error: 'network-failed' });
});

test('a picture that is gone from its address comes from the page that still shows it', async ({ matte, site }) => {
  const { file, type, size } = site.pictures['scene.png'];
  site.serve('once.png', { headers: { 'content-type': type }, body: file });
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.url('page.test', 'once.png')}">` }));
  site.serve('once.png', { status: 404 });
  await matte.rightClick(page, '#it');
  expect(sizeOf(await matte.cutout(await matte.done()))).toEqual(size);
});

test('a failed job does not block the next', async ({ matte, site }) => {
  site.serve('cat.png', { headers: { 'content-type': 'image/png' }, body: nothing() });
  const body = `${broken(site.url('img.test', 'cat.png'))}<img id="good" src="${site.picture('square.png')}">`;
  const page = await matte.open(site.page({ body }));
  await matte.rightClick(page, '#it');
  await matte.rightClick(page, '#good');
  await matte.done();
  expect((await matte.inside.jobs()).map(({ status }) => status)).toEqual(['done', 'failed']);
});

test('no connection: offline', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  await matte.done();
  const reconnect = await goOffline(matte.chrome.browser);
  await matte.rightClick(page, '#it');
  const job = await matte.failed().finally(reconnect);
  expect(job).toMatchObject({ error: 'offline' });
});
