/** The whole main job and an edit without a mouse: no click, no pointer, every stop of Tab named and marked. */
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { difference } from './measure/compare';
import { tabTo } from './pages/by-keyboard';
import { Popup } from './pages/popup';
import { toFront } from './pages/to-front';

test('paste, cut out, copy, edit, copy again: by keyboard alone', async ({ matte, site }) => {
  await matte.clipboard.put(site.pictures['scene.png'].file);
  const popup = await Popup.open(matte);
  await popup.paste();
  const job = await matte.done();
  await expect(popup.latest).toBeVisible();
  await tabTo(popup.page, 'Copy');
  await popup.page.keyboard.press('Enter');
  await expect(popup.latest.getByText('Copied')).toBeVisible();
  expect(difference(await matte.clipboard.pixels(), await matte.cutout(job))).toBeLessThanOrEqual(1);

  await tabTo(popup.page, /^Edit/);
  const [studio] = await Promise.all([matte.chrome.context.waitForEvent('page'), popup.page.keyboard.press('Enter')]);
  await toFront(studio);
  await expect(studio.getByRole('button', { name: 'Copy' })).toBeEnabled();
  await tabTo(studio, 'Behind it');
  await studio.keyboard.press('ArrowDown');
  await tabTo(studio, 'Copy');
  await studio.keyboard.press('Enter');
  await expect(studio.getByRole('status').filter({ hasText: 'clipboard' })).toBeVisible();
  const { rgba } = await matte.clipboard.pixels();
  expect([...rgba.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
});
