/** Pictures that come by paste, drop and file dialog, and what came of them. */
import { expect } from '@playwright/test';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { HTML_PAGE, toFlatPng } from '../fixtures/damaged';
import { test } from './fixtures';
import { decode, difference } from './measure/compare';
import { expectCutout } from './measure/expect-cutout';
import { type NamedFile, Popup } from './pages/popup';
import type { PictureName } from './site/pictures';
import type { Site } from './site/site';

function file({ pictures }: Site, picture: PictureName, name: string = picture): NamedFile {
  return { name, mimeType: pictures[picture].type, buffer: pictures[picture].file };
}

test('Ctrl+V cuts out what is on the clipboard, and Copy puts the cutout there', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await matte.clipboard.put(site.pictures['scene.png'].file);
  await popup.paste();
  const cutout = await matte.cutout(await matte.done());
  expectCutout(cutout, site.pictures['scene.png']);
  await popup.press('Copy', popup.latest);
  await expect(popup.latest).toContainText('Copied');
  expect(difference(await matte.clipboard.pixels(), cutout)).toBeLessThanOrEqual(1);
});

test('a dropped picture is cut out', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.drop(file(site, 'scene.webp'));
  expectCutout(await matte.cutout(await matte.done()), site.pictures['scene.webp']);
  await expect(popup.latest).toContainText('scene');
});

test('several picked pictures are cut out in their order, each under its name', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.pick(
    file(site, 'scene.png', 'one.png'),
    file(site, 'portrait.png', 'two.png'),
    file(site, 'square.png', 'three.png'),
  );
  await expect.poll(async () => (await matte.inside.history()).length, { timeout: 20_000 }).toBe(3);
  const inOrder = (await matte.inside.history()).sort((a, b) => a.createdAt - b.createdAt);
  expect(inOrder.map(({ details, width }) => [!(details instanceof Uint8Array) && details.name, width])).toEqual([
    ['one', 640],
    ['two', 420],
    ['three', 300],
  ]);
  await expect(popup.latest).toContainText('three');
  await expect(popup.earlier).toHaveCount(2);
});

test('a job given to the popup is nobody else’s: nothing is copied or announced by itself', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.pick(file(site, 'scene.png'));
  expect(await matte.done()).toMatchObject({ delivery: 'none', tabId: null });
  expect(await matte.inside.notifications()).toEqual([]);
  expect(await matte.clipboard.holdsPicture()).toBe(false);
});

test('Download saves the latest cutout', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.pick(file(site, 'scene.png', 'my cup.png'));
  const job = await matte.done();
  const saved = await matte.download(() => popup.press('Download PNG', popup.latest));
  expect(saved.name).toBe('my cup-cutout.png');
  expect(difference(await decode(saved.body), await matte.cutout(job))).toBe(0);
});

test('what was cut out on a page is in the popup’s history', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  await matte.copied(page);
  const popup = await Popup.open(matte);
  await expect(popup.latest).toContainText('scene');
  await expect(popup.latest.getByRole('img')).toBeVisible();
});

test('what is no picture is refused with a sentence', async ({ matte }) => {
  const popup = await Popup.open(matte);
  await popup.pick({ name: 'notes.txt', mimeType: 'text/plain', buffer: HTML_PAGE });
  await popup.says('This is not a picture.');
  expect(await matte.inside.jobs()).toEqual([]);
});

test('pasting text is answered with a sentence', async ({ matte }) => {
  const popup = await Popup.open(matte);
  await popup.paste();
  await popup.says('There is no picture in that.');
});

test('a picture that fails is named with its reason, and the next one runs', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  const flat = { name: 'wall.png', mimeType: 'image/png', buffer: await toFlatPng({ width: 300, height: 200 }) };
  await popup.pick(flat);
  await popup.says(sentenceOf('no-subject'));
  await popup.says('wall');
  await popup.pick(file(site, 'scene.png'));
  await expect(popup.latest).toContainText('scene');
});

test('stays within the size that Chrome gives a popup', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.pick(
    ...Array.from({ length: 5 }, (_, i) => file(site, 'square.png', `${i} ${'long name '.repeat(8)}.png`)),
  );
  await expect(popup.earlier).toHaveCount(4, { timeout: 20_000 });
  const width = await popup.page.locator('main').evaluate((main) => main.getBoundingClientRect().width);
  expect(width).toBeLessThanOrEqual(380);
  expect(await popup.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
