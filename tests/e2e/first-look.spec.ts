/** A first look while the engine works for seconds: shown on card and popup, not to be had, replaced without a jump. */
import { expect, type Locator } from '@playwright/test';
import { test } from './fixtures';
import { Popup } from './pages/popup';

test.use({ engine: 'slow' });
test.setTimeout(120_000);

const LABEL = 'First look';
/** Two networks start before anything can be seen. */
const soon = { timeout: 40_000 };

/** Where the picture stands; its frame is what must not move. */
async function boxOf(stage: Locator) {
  const box = await stage.boundingBox();
  if (!box) throw new Error('the picture is not shown');
  return box;
}

test('on the card: shown under the bar, replaced in its place', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  const card = await matte.card(page).shown();
  const picture = card.locator('.checkerboard > img:not(.drag)');
  await matte.inStage('infer'); // a cold engine may take longer than an expectation waits
  await expect(picture).toBeVisible(soon);
  await expect(card.locator('.checkerboard')).toContainText(LABEL);
  await expect(card.getByRole('progressbar')).toBeVisible();
  await expect(card.getByRole('button', { name: /Copy|Download/ }), 'not to be had yet').toHaveCount(0);
  expect((await matte.running()).outcome).toBeNull();
  const early = { box: await boxOf(picture), address: await picture.getAttribute('src') };
  await picture.evaluate((it) => it.setAttribute('data-mark', 'first'));
  await matte.copied(page);
  await expect(card.locator('.checkerboard')).not.toContainText(LABEL);
  expect(await picture.getAttribute('src'), 'the result').not.toBe(early.address);
  expect(await picture.getAttribute('data-mark'), 'in the same element, which does not flash').toBe('first');
  expect(await boxOf(picture)).toEqual(early.box);
});

test('in the popup: in front, and the result takes its place', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.pick({ name: 'cup.png', mimeType: 'image/png', buffer: site.pictures['scene.png'].file });
  const picture = popup.page.locator('.front img');
  await matte.inStage('infer');
  await expect(picture).toBeVisible(soon);
  await expect(popup.atWork).toContainText(LABEL);
  await expect(popup.atWork.getByRole('button', { name: /Copy|Download/ })).toHaveCount(0);
  const early = await boxOf(picture);
  await picture.evaluate((it) => it.setAttribute('data-mark', 'first'));
  await expect(popup.latest).toContainText('cup', soon);
  await expect(popup.page.locator('body')).not.toContainText(LABEL);
  expect(await picture.getAttribute('data-mark')).toBe('first');
  expect(await boxOf(picture)).toEqual(early);
});

test('a cancelled job takes its first look along', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.pick({ name: 'cup.png', mimeType: 'image/png', buffer: site.pictures['scene.png'].file });
  await matte.inStage('infer');
  await expect(popup.atWork).toContainText(LABEL, soon);
  await popup.press('Cancel cup');
  expect(await matte.ended()).toMatchObject({ status: 'cancelled' });
  await expect(popup.atWork).toHaveCount(0);
  expect(await matte.inside.blobIds()).toEqual([]);
});
