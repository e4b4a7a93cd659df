/** The stage in the studio: the subject is placed, the photo compared, the brush led by keys. */
import { expect } from '@playwright/test';
import type { Pixels } from '../fixtures/scenes';
import { test } from './fixtures';
import { decode } from './measure/compare';
import { openStudio } from './pages/open-studio';
import { alphaOf, colourOf } from './pages/studio-stage';
import { toFront } from './pages/to-front';

/** The first and last column, and the first row, with something in it. */
function boundsOf({ width, height, rgba }: Pixels) {
  let [left, right, top] = [width, -1, height];
  for (let i = 0; i < width * height; i++) {
    if ((rgba[i * 4 + 3] ?? 0) < 128) continue;
    left = Math.min(left, i % width);
    right = Math.max(right, i % width);
    top = Math.min(top, Math.floor(i / width));
  }
  return { left, right, top };
}

test('by arrow keys and by dragging the subject moves inside its frame; Centre pulls it to the middle', async ({
  matte,
  site,
}) => {
  const { studio, stage } = await openStudio(matte, site);
  const before = boundsOf((await studio.download()).pixels);
  await toFront(studio.page);
  await stage.place.focus();
  await studio.page.keyboard.press('ArrowRight');
  await studio.page.keyboard.press('Shift+ArrowDown');
  await studio.says('1 % across, 5 % down');
  const moved = await studio.download();
  expect([moved.pixels.width, moved.pixels.height]).toEqual([640, 480]);
  // 1 % of 640 and 5 % of 480, to the pixel.
  expect(boundsOf(moved.pixels)).toEqual({ left: before.left + 6, right: before.right + 6, top: before.top + 24 });

  const place = async () => (await matte.inside.history())[0]?.edits?.frame.place;
  await studio.draw([0.4, 0.5], [0.52, 0.3]);
  await expect.poll(async () => (await place())?.x).toBeCloseTo(0.13, 2);
  expect((await place())?.y).toBeCloseTo(-0.15, 2);
  await studio.press('Centre');
  const centred = boundsOf((await studio.download()).pixels);
  expect(Math.abs(centred.left + centred.right - 639)).toBeLessThanOrEqual(4);
  await studio.press('Put back');
  await expect.poll(place).toEqual({ x: 0, y: 0, scale: 1 });
});

test('the divider shows the photo on its left, by keys too, and asks for the photo where there is none', async ({
  matte,
  site,
}) => {
  const { studio, stage, photo } = await openStudio(matte, site);
  await studio.press('Compare');
  await studio.says('To compare, Matte needs the photo');
  await studio.page
    .getByLabel('The photo it was cut from')
    .setInputFiles({ name: 'scene.png', mimeType: 'image/png', buffer: photo });
  await studio.press('Blue');
  const wall = colourOf(await decode(photo), [0.06, 0.9]);
  await stage.shows([0.06, 0.9], wall, 6);
  await stage.shows([0.94, 0.9], [0x24, 0x59, 0xd3], 2);
  await stage.divider.focus();
  await studio.page.keyboard.press('Home');
  await stage.shows([0.06, 0.9], [0x24, 0x59, 0xd3], 2);
  await studio.page.keyboard.press('Escape');
  await expect(stage.divider).toHaveCount(0);
});

test('by keyboard alone the brush erases: a dab, and a line', async ({ matte, site }) => {
  const { studio, stage } = await openStudio(matte, site);
  await studio.page.getByRole('radio', { name: 'Erase' }).click();
  await stage.brush.focus();
  await studio.page.keyboard.press('ArrowLeft');
  await studio.says('50 % from the left, 50 % from the top');
  for (let i = 0; i < 10; i++) await studio.page.keyboard.press('ArrowLeft');
  await studio.page.keyboard.press(' ');
  await studio.says('Erased here.');
  await studio.page.keyboard.down('Shift');
  for (let i = 0; i < 10; i++) await studio.page.keyboard.press('ArrowLeft');
  await studio.page.keyboard.up('Shift');
  const { pixels } = await studio.download();
  // Ten steps of 1 % left of the middle, and ten more.
  for (const x of [0.4, 0.35, 0.3]) expect(alphaOf(pixels, [x, 0.5])).toBe(0);
  expect(alphaOf(pixels, [0.4, 0.65])).toBe(255);
});

test('the loupe magnifies what is under the brush; Space and a drag move the view', async ({ matte, site }) => {
  const { studio, stage } = await openStudio(matte, site);
  await studio.page.getByRole('radio', { name: 'Erase' }).click();
  const [x, y] = await stage.at([0.4, 0.5]);
  await studio.page.mouse.move(x, y);
  await expect(stage.loupe).toHaveCount(0);
  await studio.page.mouse.down();
  await studio.page.mouse.move(x + 4, y);
  await expect(stage.loupe).toBeVisible();
  await studio.page.mouse.up();
  await expect(stage.loupe).toHaveCount(0);

  await stage.brush.focus();
  for (const key of ['+', '+', '+']) await studio.page.keyboard.press(key);
  const region = studio.page.getByRole('region', { name: 'Picture' });
  const scrolled = () => region.evaluate(({ scrollLeft, scrollTop }) => ({ scrollLeft, scrollTop }));
  await expect.poll(async () => (await scrolled()).scrollLeft).toBeGreaterThan(50);
  const before = await scrolled();
  const strokes = async () => (await matte.inside.history())[0]?.edits?.strokes.length;
  await expect.poll(strokes).toBe(1);
  await studio.page.keyboard.down(' ');
  await studio.page.mouse.move(x, y);
  await studio.page.mouse.down();
  await studio.page.mouse.move(x - 40, y - 30, { steps: 4 });
  await studio.page.mouse.up();
  await studio.page.keyboard.up(' ');
  expect(await scrolled()).toEqual({ scrollLeft: before.scrollLeft + 40, scrollTop: before.scrollTop + 30 });
  expect(await strokes()).toBe(1);
});
