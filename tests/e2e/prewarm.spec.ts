/** The engine starts before it is needed: when the popup opens, and with the click, while the picture is still on its way. */
import { expect } from '@playwright/test';
import { test } from './fixtures';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';

test('a popup that opens starts the engine, and no job', async ({ matte, site }) => {
  await matte.inside.closeOffscreen();
  const popup = await Popup.open(matte);
  await expect.poll(() => hasEngine(matte)).toBe(true);
  expect(await matte.inside.jobs()).toEqual([]);
  await popup.pick({ name: 'cup.png', mimeType: 'image/png', buffer: site.pictures['scene.png'].file });
  await matte.done();
});

test('a click starts it while the picture is fetched: when the picture comes, the start is over', async ({
  matte,
  site,
}) => {
  await matte.inside.closeOffscreen();
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  site.hold();
  await matte.rightClick(page, '#it');
  await matte.inStage('fetch'); // shown once the engine has started
  site.release();
  const { outcome } = await matte.copied(page);
  expect(outcome?.stages.engine).toBeGreaterThan(0);
});

async function hasEngine(matte: Matte): Promise<boolean> {
  return (await matte.inside.contexts()).includes('OFFSCREEN_DOCUMENT');
}
