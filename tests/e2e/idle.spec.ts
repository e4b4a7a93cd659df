/** An idle engine gives its memory back, and the next picture starts it again. */
import { expect } from '@playwright/test';
import { test } from './fixtures';
import type { Matte } from './pages/matte';

test.setTimeout(150_000);

test('a minute after the last picture the engine’s document is gone; the next picture has a new one', async ({
  matte,
  site,
}) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  await matte.copied(page);
  await page.waitForTimeout(50_000);
  expect(await hasEngine(matte), 'still warm after 50 s').toBe(true);
  await expect.poll(() => hasEngine(matte), { timeout: 20_000, intervals: [500] }).toBe(false);
  await matte.rightClick(page, '#it');
  await matte.copied(page);
  expect(await hasEngine(matte)).toBe(true);
});

async function hasEngine(matte: Matte): Promise<boolean> {
  return (await matte.inside.contexts()).includes('OFFSCREEN_DOCUMENT');
}
