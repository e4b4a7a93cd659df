/** The card on the page: there on every page, out of the way, and out of the page's reach. */
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { decode, difference } from './measure/compare';
import { expectCopied } from './measure/expect-cutout';
import type { Site } from './site/site';

const image = (site: Site) => `<img id="it" width="320" src="${site.picture('scene.png')}">`;

const PAGES = {
  'an http page': {},
  'a page with a strict CSP': { headers: { 'content-security-policy': "default-src 'none'; img-src *" } },
  'a page that isolates itself': {
    headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'credentialless' },
  },
  'a page that must not be framed': { headers: { 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' } },
  'a secure page': { host: 'localhost' },
} as const;

for (const [what, wish] of Object.entries(PAGES)) {
  test(`shows and copies on ${what}`, async ({ matte, site }) => {
    const page = await matte.open(site.page({ ...wish, body: image(site) }));
    await matte.rightClick(page, '#it');
    await expectCopied(matte, page, site.pictures['scene.png']);
  });
}

test('a page that forbids copying: the card says so, and offers the download', async ({ matte, site }) => {
  const headers = { 'permissions-policy': 'clipboard-write=()' };
  const page = await matte.open(site.page({ host: 'localhost', headers, body: image(site) }));
  await matte.rightClick(page, '#it');
  await matte.done();
  const card = matte.card(page);
  await card.says('Copying is blocked on this page');
  await expect((await card.shown()).getByRole('button', { name: 'Download PNG' })).toBeEnabled();
});

test('a page that forbids copying: Copy opens the popup, which may', async ({ matte, site }) => {
  const headers = { 'permissions-policy': 'clipboard-write=()' };
  const page = await matte.open(site.page({ host: 'localhost', headers, body: image(site) }));
  await matte.rightClick(page, '#it');
  const job = await matte.done();
  await matte.card(page).says('Copying is blocked on this page');
  await matte.card(page).press('Copy');
  await expect.poll(() => matte.inside.contexts(), 'the real popup opens').toContain('POPUP');
  await matte.delivered('copied');
  expect(difference(await matte.clipboard.pixels(), await matte.cutout(job))).toBeLessThanOrEqual(1);
});

test('a sandboxed page, on which no card can run: the result is announced and no dead card stays', async ({
  matte,
  site,
}) => {
  const headers = { 'content-security-policy': "default-src 'none'; img-src *; sandbox" };
  const page = await matte.open(site.page({ headers, body: image(site) }));
  await matte.rightClick(page, '#it');
  await matte.done();
  await matte.delivered('announced');
  await matte.card(page).gone();
});

test('tells the stage and a rising percentage while it works', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: image(site) }));
  site.hold();
  await matte.rightClick(page, '#it');
  const card = matte.card(page);
  await card.says('Fetching the picture');
  const bar = (await card.shown()).getByRole('progressbar');
  const early = Number(await bar.getAttribute('aria-valuenow'));
  await page.waitForTimeout(600);
  const late = Number(await bar.getAttribute('aria-valuenow'));
  expect(early).toBeGreaterThanOrEqual(0);
  expect(late).toBeGreaterThanOrEqual(early);
  expect(late).toBeLessThan(100);
  site.release();
  await matte.copied(page);
});

test('Cancel ends the job within a second and the card leaves', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: image(site) }));
  site.hold();
  await matte.rightClick(page, '#it');
  await matte.inStage('fetch');
  await matte.card(page).press('Cancel');
  const pressed = Date.now();
  expect(await matte.ended(2000)).toMatchObject({ status: 'cancelled' });
  expect(Date.now() - pressed).toBeLessThan(1000);
  await matte.card(page).gone();
});

test('Copy copies again', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: image(site) }));
  await matte.rightClick(page, '#it');
  const job = await expectCopied(matte, page, site.pictures['scene.png']);
  await matte.clipboard.clear();
  await page.bringToFront();
  await matte.card(page).press('Copy');
  await matte.copied(page);
  expect(difference(await matte.clipboard.pixels(), await matte.cutout(job))).toBeLessThanOrEqual(1);
});

test('Download saves the cutout under the picture’s name', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: image(site) }));
  await matte.rightClick(page, '#it');
  const job = await matte.copied(page);
  const file = await matte.download(() => matte.card(page).press('Download PNG'));
  expect(file.name).toBe('scene-cutout.png');
  expect(difference(await decode(file.body), await matte.cutout(job))).toBe(0);
});

test('Close and Esc take the card away', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: image(site) }));
  const card = matte.card(page);
  await matte.rightClick(page, '#it');
  await matte.copied(page);
  await card.press('Close');
  await card.gone();
  await matte.rightClick(page, '#it');
  await matte.copied(page);
  await page.keyboard.press('Escape');
  await card.gone();
});

test('Esc inside the card takes it away', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: image(site) }));
  const card = matte.card(page);
  await matte.rightClick(page, '#it');
  await matte.copied(page);
  await card.press('Copy');
  expect(await card.hasFocus()).toBe(true);
  // Not awaited: the frame that would acknowledge the key may be gone by then.
  page.keyboard.press('Escape').catch(() => {});
  await card.gone();
});
