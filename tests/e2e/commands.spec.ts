/// <reference types="chrome" />
/** Keys instead of the menu, and the badge that counts meanwhile. */
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { expectCutout } from './measure/expect-cutout';

test('a key cuts out what the pointer is over, and the badge counts it', async ({ matte, site }) => {
  const body = `<p>Text</p><div style="position:relative;width:320px;height:240px"><img width="320" src="${site.picture('scene.png')}">
    <span id="veil" style="position:absolute;inset:0"></span></div>`;
  const page = await matte.open(site.page({ body }));
  await page.hover('#veil');
  site.hold();
  await matte.command(page, 'cut-pointed');
  await matte.inStage('fetch');
  expect(await matte.inside.badge()).toBe('1');
  site.release();
  const job = await matte.copied(page);
  expectCutout(await matte.cutout(job), site.pictures['scene.png']);
  await expect.poll(() => matte.inside.badge()).toBe('');
});

test('a key cuts out an area that is marked with keys alone', async ({ matte, site }) => {
  const page = await matte.open(
    site.page({ body: `<img style="position:fixed;inset:0" src="${site.picture('scene.png')}">` }),
  );
  await page.setViewportSize({ width: 640, height: 480 });
  await matte.command(page, 'cut-area');
  await expect.poll(() => page.evaluate(() => document.querySelectorAll(':popover-open').length)).toBe(1);
  // Half of the window in its middle, then 160 px to every side.
  await page.keyboard.press('ArrowLeft');
  for (let i = 0; i < 16; i++) await page.keyboard.press('ArrowLeft');
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 32; i++) await page.keyboard.press('Shift+ArrowRight');
  for (let i = 0; i < 24; i++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  const job = await matte.copied(page);
  expect(job.outcome).toMatchObject({ width: 640, height: 480 });
  expectCutout(await matte.cutout(job), site.pictures['scene.png']);
  const before = (await matte.inside.jobs()).length;
  await matte.command(page, 'cut-area');
  await expect.poll(() => page.evaluate(() => document.querySelectorAll(':popover-open').length)).toBe(2);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  expect((await matte.inside.jobs()).length, 'Esc leaves without a job').toBe(before);
  expect(await page.evaluate(() => document.querySelectorAll(':popover-open').length), 'the card stays').toBe(1);
});
