/** What a cutout costs, and what happens when nothing is left: a preview, said to be one, and the way on. */
import { expect } from '@playwright/test';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { toFaintPng, toFlatPng } from '../fixtures/damaged';
import { test } from './fixtures';
import { sizeOf } from './measure/compare';
import { Popup } from './pages/popup';
import type { PictureName } from './site/pictures';
import type { Site } from './site/site';

const PREVIEW_PIXELS = 250_000;
const SENTENCE = sentenceOf('no-credit');

const file = ({ pictures }: Site, name: PictureName) => {
  return { name, mimeType: pictures[name].type, buffer: pictures[name].file };
};
const isPreview = ({ width, height }: { width: number; height: number }) => width * height <= PREVIEW_PIXELS;

test('a cutout at full size costs one credit; small ones and failures none', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await expect(popup.credits).toHaveText('20 credits · refilled to 10 each day');
  await popup.pick(file(site, 'scene.png'));
  await matte.done();
  await expect(popup.credits).toContainText('19 credits');
  await popup.pick(file(site, 'square.png'));
  await matte.done();
  await popup.pick({
    name: 'wall.png',
    mimeType: 'image/png',
    buffer: await toFlatPng({ width: 900, height: 700 }),
  });
  await matte.failed();
  await expect(popup.credits).toContainText('19 credits');
  const ends = (await matte.inside.ledger()).filter(({ kind }) => kind === 'settle' || kind === 'release');
  expect(ends.map(({ kind }) => kind)).toEqual(['settle', 'release', 'release']);
});

test('four fifths used are noticed', async ({ matte }) => {
  await matte.inside.leaveCredits(4);
  const popup = await Popup.open(matte);
  await expect(popup.credits).toContainText('4 credits · refilled to 10 tomorrow');
  await expect(popup.credits).toContainText('80 %');
});

test('without credits a right-click still gives a preview, copied and said to be one', async ({ matte, site }) => {
  await matte.inside.leaveCredits(0);
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  const job = await matte.done();
  const card = matte.card(page, job.id);
  await card.says('Preview copied');
  await card.says(SENTENCE);
  await matte.delivered('copied');
  const { size } = site.pictures['scene.png'];
  expect(job.outcome?.reducedFrom).toEqual(sizeOf(size));
  const cutout = sizeOf(await matte.cutout(job));
  expect(isPreview(cutout)).toBe(true);
  expect(sizeOf(await matte.clipboard.pixels(page))).toEqual(cutout);

  const popup = await Popup.open(matte);
  await expect(popup.credits).toContainText('No credits left · 10 tomorrow');
  await expect(popup.latest).toContainText(`of ${size.width} × ${size.height}`);
  await expect(popup.latest).toContainText(SENTENCE);
  expect((await matte.inside.ledger()).some(({ kind }) => kind === 'hold')).toBe(false);
});

test('without credits a small picture still comes out whole, and no sentence calls it a preview', async ({
  matte,
  site,
}) => {
  await matte.inside.leaveCredits(0);
  const popup = await Popup.open(matte);
  await popup.pick(file(site, 'square.png'));
  await expect(popup.latest).toContainText('300 × 300');
  await expect(popup.latest).not.toContainText(SENTENCE);
});

test('the last credit goes by before Cut anyway: that gives a preview too, which can be copied', async ({
  matte,
  site,
}) => {
  await matte.inside.leaveCredits(1);
  const size = { width: 900, height: 700 };
  site.serve('wall.png', { headers: { 'content-type': 'image/png' }, body: await toFaintPng(size) });
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.url('img.test', 'wall.png')}">` }));
  await matte.rightClick(page, '#it');
  await matte.failed();
  await matte.inside.takeCredits(1);
  await matte.card(page).press('Cut anyway');
  await matte.delivered('copied');
  const job = await matte.done();
  expect(job.outcome?.reducedFrom).toEqual(size);
  await matte.card(page).says('Preview copied');
  const cutout = sizeOf(await matte.cutout(job));
  expect(isPreview(cutout)).toBe(true);
  expect(sizeOf(await matte.clipboard.pixels(page))).toEqual(cutout);
});
