/** The user has gone to another tab: nothing is copied over what they do there, and nothing is lost. */
import { expect, type Page } from '@playwright/test';
import { HTML_PAGE } from '../fixtures/damaged';
import { test } from './fixtures';
import { difference } from './measure/compare';
import type { Job } from './pages/inside';
import type { Matte } from './pages/matte';
import type { Site } from './site/site';

test('a result that nobody is looking at is announced, and copied on demand', async ({ matte, site }) => {
  const page = await startHeld(matte, site);
  const elsewhere = await matte.open(site.page({ body: 'elsewhere' }));
  site.release();
  const job = await matte.done();
  await matte.delivered('announced');
  await expect.poll(() => matte.inside.badge()).toBe('1');
  await expect.poll(() => matte.inside.notifications()).toEqual([job.id]);
  expect(await elsewhere.evaluate(() => document.hasFocus()), 'the user is left alone').toBe(true);

  await page.bringToFront();
  const card = matte.card(page);
  await card.press('Copy');
  await card.says('Copied');
  await expectCollected(matte, job);
});

test('the notification’s Copy puts it on the clipboard, through the real popup', async ({ matte, site }) => {
  await startHeld(matte, site);
  await matte.open(site.page({ body: 'elsewhere' }));
  site.release();
  const job = await matte.done();
  await matte.delivered('announced');
  await matte.pressNotification(job.id);
  await expect.poll(() => matte.inside.contexts(), 'the real popup opens').toContain('POPUP');
  await expectCollected(matte, job);
});

test('a user who comes back in time finds it copied', async ({ matte, site }) => {
  const page = await startHeld(matte, site);
  await matte.open(site.page({ body: 'elsewhere' }));
  site.release();
  await matte.done();
  await page.bringToFront();
  await matte.card(page).says('Copied');
  await matte.delivered('copied');
});

test('a failure that nobody is looking at is announced too', async ({ matte, site }) => {
  site.serve('cat.png', { headers: { 'content-type': 'image/png' }, body: HTML_PAGE });
  const address = site.url('img.test', 'cat.png');
  const page = await matte.open(site.page({ body: `<img id="it" width="200" height="200" src="${address}">` }));
  site.hold();
  await matte.rightClick(page, '#it');
  await matte.inStage('fetch');
  await matte.open(site.page({ body: 'elsewhere' }));
  site.release();
  const job = await matte.failed();
  await matte.delivered('announced');
  await expect.poll(() => matte.inside.notifications()).toEqual([job.id]);
});

/** A page whose picture is being fetched, and is held back until `site.release()`. */
async function startHeld(matte: Matte, site: Site): Promise<Page> {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  site.hold();
  await matte.rightClick(page, '#it');
  await matte.inStage('fetch');
  return page;
}

/** The result is on the clipboard, and nothing announces it any more. */
async function expectCollected(matte: Matte, job: Job): Promise<void> {
  await matte.delivered('copied');
  expect(difference(await matte.clipboard.pixels(), await matte.cutout(job))).toBeLessThanOrEqual(1);
  await expect.poll(() => matte.inside.badge()).toBe('');
  expect(await matte.inside.notifications()).toEqual([]);
}
