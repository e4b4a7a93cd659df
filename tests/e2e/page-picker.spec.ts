/** “Images on this page”: which are offered, what is chosen, and that nothing is fetched before. */
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { BatchTab } from './pages/batch-tab';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';

/** Opens the picker as the popup does, for a page that is in front. */
async function pickerOf(matte: Matte, page: Page): Promise<BatchTab> {
  const popup = await Popup.open(matte);
  await popup.page.getByRole('button', { name: 'Images on this page…' }).waitFor();
  await page.bringToFront();
  const opened = matte.chrome.context.waitForEvent('page');
  // In a tab, the popup would be the page in front itself.
  await popup.page.evaluate(() => document.querySelector<HTMLButtonElement>('.ways button:nth-child(2)')?.click());
  const picker = await opened;
  await popup.page.close();
  return BatchTab.of(matte, picker);
}

test('the large images of all frames are offered once, with sizes; those chosen are cut out', async ({
  matte,
  site,
}) => {
  const frame = site.page({ body: `<img src="${site.picture('square.png')}">`, host: 'cors.test' });
  const body = `
    <img alt="A <b>mug</b>" src="${site.picture('scene.png')}"><img src="${site.picture('scene.png')}">
    <img src="${site.picture('portrait.png', 'page.test')}" width="40">
    <img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">
    <div style="width:300px;height:300px;background-image:url(${site.picture('wide.png')})"></div>
    <iframe src="${frame}"></iframe>`;
  const page = await matte.open(site.page({ body }));
  site.requests.length = 0;
  const asked = () =>
    site.requests
      .map(({ path }) => path)
      .filter((path) => path !== 'favicon.ico')
      .sort();
  const picker = await pickerOf(matte, page);
  const tiles = picker.page.getByRole('checkbox');
  await expect(tiles).toHaveCount(4);
  await expect(picker.page.getByText('A <b>mug</b>', { exact: true }), 'text is text').toBeVisible();
  await picker.says('0 of 4 chosen');
  const { width, height } = site.pictures['scene.png'].size;
  await picker.says(`${width} × ${height}`);
  expect(asked(), 'nothing is fetched to show them').toEqual([]);
  await tiles.first().focus();
  await picker.page.keyboard.press('Space');
  await picker.page.keyboard.press('ArrowRight');
  await picker.page.keyboard.press('Space');
  await picker.says('2 of 4 chosen');
  await picker.press('Use 2 images');
  await picker.start();
  await picker.done(2);
  expect(asked()).toEqual(['portrait.png', 'scene.png']);
  const [first] = await picker.jobs();
  expect(first).toMatchObject({ delivery: 'none', source: { kind: 'forgotten' } });
  const hosts = (await matte.inside.history()).map(({ details }) => 'host' in details && details.host);
  expect(hosts.map((host) => String(host).replace(/:.*/, ''))).toEqual(['page.test', 'page.test']);
  expect(await matte.inside.notifications()).toEqual([]);
});

test('a page that keeps extensions off is said; images that only the page has, and thumbnails of what can be seen', async ({
  matte,
  site,
}) => {
  const kept = await pickerOf(matte, await matte.open('chrome://version'));
  await kept.says('The browser keeps extensions off this page');
  await kept.press('Choose files instead');
  await kept.says('Drop a folder or pictures here');
  const body = `<img id="remote" src="${site.picture('portrait.png')}"><img id="own"><script>
    fetch('/scene.png').then((r) => r.blob()).then((b) => { own.src = URL.createObjectURL(b); });</script>`;
  const page = await matte.open(site.page({ body }));
  await page.waitForFunction(() => {
    const own = document.querySelector<HTMLImageElement>('#own');
    return (own?.naturalWidth ?? 0) > 0;
  });
  const picker = await pickerOf(matte, page);
  await expect(picker.page.locator('.batch-thumb img')).toHaveCount(2);
  expect(await picker.page.locator('.batch-thumb img').first().getAttribute('src')).toMatch(
    /^data:image\/webp;base64,/,
  );
  await picker.press('All');
  await picker.press('Use 2 images');
  await picker.start();
  await picker.done(2);
});
