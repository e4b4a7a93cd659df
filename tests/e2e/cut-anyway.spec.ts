/** A picture in which nothing stands out: said in a sentence, and cut all the same for who wants that. */
import { expect, type Page } from '@playwright/test';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { toFaintPng } from '../fixtures/damaged';
import { test } from './fixtures';
import { coverage, difference, sizeOf } from './measure/compare';
import type { Job } from './pages/inside';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';
import type { Site } from './site/site';

const SIZE = { width: 300, height: 210 };
const SENTENCE = sentenceOf('no-subject');

const wall = async () => ({ name: 'wall.png', mimeType: 'image/png', buffer: await toFaintPng(SIZE) });

async function openWall(matte: Matte, site: Site): Promise<Page> {
  site.serve('wall.png', { headers: { 'content-type': 'image/png' }, body: await toFaintPng(SIZE) });
  return matte.open(site.page({ body: `<img id="it" src="${site.url('img.test', 'wall.png')}">` }));
}

async function failOnPage(matte: Matte, site: Site): Promise<Page> {
  const page = await openWall(matte, site);
  await matte.rightClick(page, '#it');
  expect(await matte.failed()).toMatchObject({ error: 'no-subject' });
  return page;
}

/** At its own size, in history, on the clipboard, and not simply nothing. */
async function expectCutAnyway(matte: Matte, job: Job): Promise<void> {
  const cutout = await matte.cutout(job);
  expect(sizeOf(cutout)).toEqual(SIZE);
  expect(coverage(cutout), 'something is there').toBeGreaterThan(0.01);
  expect(coverage(cutout), 'and something is not').toBeLessThan(0.99);
  expect(await matte.inside.history()).toMatchObject([{ id: job.id, ...SIZE }]);
  expect(difference(await matte.clipboard.pixels(), cutout), 'clipboard and stored result').toBeLessThanOrEqual(1);
}

test('the card cuts it anyway, and copies it', async ({ matte, site }) => {
  const page = await failOnPage(matte, site);
  const card = matte.card(page);
  await card.says(SENTENCE);
  expect(await matte.inside.history()).toEqual([]);
  await card.press('Cut anyway');
  // Before anything else: the same row has said "failed" until now.
  await matte.delivered('copied');
  await expectCutAnyway(matte, await matte.copied(page));
});

test('the popup cuts its own picture anyway, and copies it', async ({ matte }) => {
  const popup = await Popup.open(matte);
  await popup.pick(await wall());
  await popup.says(SENTENCE);
  await popup.press('Cut wall anyway');
  await expect(popup.latest).toContainText('wall');
  await expect(popup.latest).toContainText('Copied');
  await expectCutAnyway(matte, await matte.done());
});

test('the popup cuts anyway what failed on a page: copied once, and announced no more', async ({ matte, site }) => {
  const page = await failOnPage(matte, site);
  await matte.card(page).says(SENTENCE);
  const popup = await Popup.open(matte);
  await popup.press('Cut wall anyway');
  await matte.delivered('copied');
  await expectCutAnyway(matte, await matte.done());
  await page.waitForTimeout(4000);
  expect(await matte.done()).toMatchObject({ delivery: 'copied' });
  expect(await matte.inside.notifications()).toEqual([]);
});

test('closing the card drops what was kept for it', async ({ matte, site }) => {
  const page = await failOnPage(matte, site);
  const { id } = await matte.failed();
  expect((await matte.inside.blob(`${id}/cutout`)).length).toBeGreaterThan(0);
  await matte.card(page).press('Close');
  await matte.card(page).gone();
  await expect.poll(() => matte.inside.blobIds()).toEqual([]);
});

test('dismissing the notice in the popup drops what was kept for it', async ({ matte }) => {
  const popup = await Popup.open(matte);
  await popup.pick(await wall());
  await popup.press('Dismiss');
  await expect(popup.page.getByRole('alert')).toHaveCount(0);
  expect(await matte.inside.blobIds()).toEqual([]);
  expect(await matte.inside.jobs()).toEqual([]);
});
