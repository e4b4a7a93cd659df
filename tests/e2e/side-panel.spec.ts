/// <reference types="chrome" />
/** The popup's page at the side of the window: it is opened from the popup, and as narrow as a panel can be. */
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { Popup } from './pages/popup';
import { toFront } from './pages/to-front';

test('the popup moves to the side, and stays there', async ({ launch }) => {
  const matte = await launch('tiny');
  const popup = await Popup.open(matte);
  await toFront(popup.page);
  const closed = popup.page.waitForEvent('close');
  await popup.page.getByRole('button', { name: 'Keep open at the side' }).click();
  await expect.poll(() => matte.inside.contexts()).toContain('SIDE_PANEL');
  await closed;
  expect(await matte.inside.contexts()).toContain('SIDE_PANEL');
});

test('at 320 px nothing is cut off, and there is no way to where one is', async ({ matte, site }) => {
  const page = await matte.open(matte.inside.url('popup.html#panel'));
  await page.setViewportSize({ width: 320, height: 800 });
  const { file, type } = site.pictures['scene.png'];
  await matte.ask(() =>
    page.getByLabel('Choose pictures').setInputFiles({ name: 'a-long-name-'.repeat(6), mimeType: type, buffer: file }),
  );
  await matte.done();
  await expect(page.getByRole('button', { name: 'Copy', exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await expect(page.getByRole('button', { name: 'Keep open at the side' })).toHaveCount(0);
});

test('its shortcuts have the keys that the manifest suggests', async ({ matte }) => {
  const commands = await matte.inside.page.evaluate(() => chrome.commands.getAll());
  expect(commands.map(({ name, shortcut }) => [name, shortcut])).toEqual([
    ['_execute_action', 'Alt+Shift+M'],
    ['cut-area', ''],
    ['cut-clipboard', 'Alt+Shift+V'],
    ['cut-pointed', 'Alt+Shift+E'],
    ['open-side-panel', 'Alt+Shift+S'],
  ]);
});
