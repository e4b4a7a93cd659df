/// <reference types="chrome" />
/** No upload, ever: the only thing Matte asks of the network is the picture that was clicked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type NetRequest, netLogFlags, readNetLog } from './browser/net-log';
import { test } from './fixtures';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';

type Launch = (engine: 'tiny', wish: { flags: readonly string[] }) => Promise<Matte>;

/** Does something in a browser of its own. @returns all that the browser asked of the network */
async function recorded(launch: Launch, use: (matte: Matte) => Promise<void>): Promise<readonly NetRequest[]> {
  const folder = mkdtempSync(join(tmpdir(), 'matte-net-log-'));
  const file = join(folder, 'log.json');
  const matte = await launch('tiny', { flags: netLogFlags(file) });
  await use(matte);
  await matte.chrome.close();
  const requests = readNetLog(file);
  rmSync(folder, { recursive: true });
  return requests;
}

/** Looks for updates and sign-ins, whatever the flags say; the name lookup is refused to it here. */
const CHROMIUMS_OWN = /\.(google|googleapis)\.com$/;

const own = ({ initiator }: NetRequest) => initiator.startsWith('chrome-extension:');

test('a right-click asks for the clicked picture, once, and for nothing else [P-CLICKED] [P-LOCAL]', async ({
  launch,
  site,
}) => {
  const picture = site.picture('scene.png');
  const address = site.page({ body: `<img id="it" src="${picture}"><img src="${site.picture('square.png')}">` });
  const requests = await recorded(launch, async (matte) => {
    const page = await matte.open(address);
    await matte.rightClick(page, '#it');
    await matte.copied(page);
    await matte.card(page).press('Copy');
    await matte.card(page).press('Close');
  });
  expect(requests.length, 'the record is not empty').toBeGreaterThan(2);
  expect(requests.filter(own)).toEqual([{ url: picture, method: 'GET', initiator: expect.anything() }]);
  const hosts = new Set(requests.map(({ url }) => new URL(url).hostname).filter((host) => !CHROMIUMS_OWN.test(host)));
  expect([...hosts].sort()).toEqual(['img.test', 'localhost', 'page.test']);
});

test('pictures given to the popup ask for nothing at all [P-LOCAL]', async ({ launch, site }) => {
  const { file, type } = site.pictures['scene.png'];
  const requests = await recorded(launch, async (matte) => {
    const popup = await Popup.open(matte);
    await popup.pick({ name: 'scene.png', mimeType: type, buffer: file });
    await matte.done();
    await popup.press('Copy', popup.latest);
    await expect(popup.latest).toContainText('Copied');
  });
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter(own)).toEqual([]);
});

test('a picture that only the page has is read there, and asks for nothing [P-LOCAL]', async ({ launch, site }) => {
  const picture = site.picture('scene.png', 'page.test');
  const script = `fetch('${picture}').then((r) => r.blob()).then((b) => { it.src = URL.createObjectURL(b); });`;
  const address = site.page({ body: `<img id="it"><script>${script}</script>` });
  const requests = await recorded(launch, async (matte) => {
    const page = await matte.open(address);
    await matte.rightClick(page, '#it');
    await matte.copied(page);
  });
  expect(requests.filter(own)).toEqual([]);
});

test('an SVG’s own links are not followed [P-CLICKED]', async ({ launch, site }) => {
  const link = site.url('cors.test', 'tracker.png');
  const svg = site.pictures['scene.svg'].file
    .toString()
    .replace('</svg>', `<image href="${link}" width="9" height="9"/><style>@import url(${link})</style></svg>`);
  site.serve('linked.svg', { headers: { 'content-type': 'image/svg+xml' }, body: svg });
  const address = site.page({ body: `<img id="it" src="${site.url('img.test', 'linked.svg')}">` });
  const requests = await recorded(launch, async (matte) => {
    const page = await matte.open(address);
    await matte.rightClick(page, '#it');
    await matte.done();
  });
  expect(requests.filter(({ url }) => url.startsWith(link))).toEqual([]);
});

test('the picture’s host learns no more than from the page’s own image [P-NO-SHARING]', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  await matte.done();
  const [shown, fetched] = site.requests.filter(({ path }) => path === 'scene.png');
  expect(fetched?.headers.referer, 'not even the page').toBeUndefined();
  expect(fetched?.headers['user-agent']).toBe(shown?.headers['user-agent']);
  expect(fetched?.headers.origin).toBeUndefined();
  expect(JSON.stringify(fetched?.headers)).not.toContain('extension');
  expect(site.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('where the page sends no Referer, neither does Matte', async ({ matte, site }) => {
  const headers = { 'referrer-policy': 'no-referrer' };
  const page = await matte.open(site.page({ headers, body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  await matte.done();
  const requests = site.requests.filter(({ path }) => path === 'scene.png');
  expect(requests.map(({ headers: { referer } }) => referer)).toEqual([undefined, undefined]);
});

test('its pages may not load anything from the web [P-LOCAL] [P-NO-SHARING]', async ({ matte, site }) => {
  const { page } = matte.inside;
  const policy = await page.evaluate(() => chrome.runtime.getManifest().content_security_policy);
  expect(JSON.stringify(policy)).not.toMatch(/https?:|\*/);
  expect(site.requests.filter(({ headers }) => `${headers.origin}`.startsWith('chrome-extension'))).toEqual([]);
});
