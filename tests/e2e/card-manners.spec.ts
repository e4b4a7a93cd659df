/** The card takes nothing from the page but a corner, and gives the page nothing. */
import { expect, type Locator } from '@playwright/test';
import { test } from './fixtures';
import type { Site } from './site/site';

const image = (site: Site) => `<img id="it" width="320" src="${site.picture('scene.png')}">`;

/** Types while the picture is held back, lets it go, waits for the copy and, just after it, for the focus. */
async function finishWhileTyping(field: Locator, site: Site, copied: () => Promise<unknown>): Promise<void> {
  const page = field.page();
  await page.keyboard.type('hello');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  site.release();
  await copied();
  await expect.poll(() => field.evaluate((it) => it.ownerDocument.hasFocus()), 'the focus is back').toBe(true);
  await page.keyboard.type('XY');
}

test('gives the focus back to the field that had it, with its caret', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `${image(site)}<input id="field">` }));
  site.hold();
  await matte.rightClick(page, '#it');
  await matte.inStage('fetch');
  await page.click('#field');
  await finishWhileTyping(page.locator('#field'), site, () => matte.copied(page));
  await expect(page.locator('#field')).toHaveValue('helXYlo');
});

test('gives the focus back to a field in a cross-site frame', async ({ matte, site }) => {
  const inner = site.page({ host: 'cors.test', body: '<input id="field">' });
  const page = await matte.open(site.page({ body: `${image(site)}<iframe src="${inner}"></iframe>` }));
  site.hold();
  await matte.rightClick(page, '#it');
  await matte.inStage('fetch');
  const field = page.frameLocator('iframe').locator('#field');
  await field.click();
  await finishWhileTyping(field, site, () => matte.copied(page));
  await expect(field).toHaveValue('helXYlo');
});

test('gives the focus back to text that is being edited', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `${image(site)}<p id="text" contenteditable>.</p>` }));
  site.hold();
  await matte.rightClick(page, '#it');
  await matte.inStage('fetch');
  await page.click('#text');
  await page.keyboard.press('Home');
  await finishWhileTyping(page.locator('#text'), site, () => matte.copied(page));
  await expect(page.locator('#text')).toHaveText('helXYlo.');
});

test('never moves the page', async ({ matte, site }) => {
  const body = `<style>body{display:grid}html,body{height:100%}:last-child{color:red}</style>
    <h1>Title</h1>${image(site)}<p style="position:fixed;bottom:0;right:0">corner</p>`;
  const page = await matte.open(site.page({ body }));
  const layout = () =>
    page.evaluate(() => {
      const root = document.documentElement;
      const rects = [...document.body.querySelectorAll('*')].map((each) =>
        JSON.stringify(each.getBoundingClientRect()),
      );
      return { rects, scroll: [root.scrollWidth, root.scrollHeight, scrollX, scrollY], width: root.clientWidth };
    });
  const before = await layout();
  await matte.rightClick(page, '#it');
  await matte.copied(page);
  expect(await layout()).toEqual(before);
  await matte.card(page).press('Close');
  await matte.card(page).gone();
  expect(await layout()).toEqual(before);
});

test('leaves nothing behind in the page', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: image(site) }));
  const before = await page.content();
  await matte.rightClick(page, '#it');
  await matte.copied(page);
  await matte.card(page).press('Close');
  await matte.card(page).gone();
  expect(await page.content()).toBe(before);
});

test('is out of reach of the page’s scripts', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: image(site) }));
  await matte.rightClick(page, '#it');
  await matte.copied(page);
  const seen = await page.evaluate(() => ({
    frames: window.length,
    iframes: document.querySelectorAll('iframe').length,
    openRoots: [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot).length,
    named: performance.getEntries().filter(({ name }) => name.includes('extension')).length,
    focused: document.activeElement?.tagName,
    told: document.documentElement.outerHTML.includes('extension'),
  }));
  expect(seen).toEqual({ frames: 0, iframes: 0, openRoots: 0, named: 0, focused: 'BODY', told: false });
});

test('cannot be pressed by the page’s scripts', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: image(site) }));
  site.hold();
  await matte.rightClick(page, '#it');
  await matte.card(page).says('Fetching');
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const host = document.documentElement.lastElementChild as HTMLElement;
    for (let y = innerHeight - 340; y < innerHeight; y += 10) {
      for (let x = innerWidth - 330; x < innerWidth; x += 10) {
        const where = { clientX: x, clientY: y, bubbles: true, composed: true };
        host.dispatchEvent(new MouseEvent('click', where));
        document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent('click', where));
      }
    }
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  site.release();
  await matte.copied(page);
});

test('does not tell a page that never used it that Matte is there', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: image(site) }));
  const guesses = [
    'card.html',
    'drop-catcher.html',
    'popup.html',
    'content-scripts/content.js',
    'icon/16.png',
    'manifest.json',
  ];
  const found = await page.evaluate(
    async ([id, files]) => {
      const load = (file: string) =>
        fetch(`chrome-extension://${id}/${file}`).then(
          () => file,
          () => null,
        );
      return (await Promise.all(files.map(load))).filter((file) => file !== null);
    },
    [matte.chrome.extensionId, guesses] as const,
  );
  expect(found).toEqual([]);
});

test('shows each of two jobs in a card of its own', async ({ matte, site }) => {
  const body = `${image(site)}<img id="other" width="200" src="${site.picture('portrait.png')}">`;
  const page = await matte.open(site.page({ body }));
  await matte.rightClick(page, '#it');
  await matte.rightClick(page, '#other');
  await expect
    .poll(async () => (await matte.inside.jobs()).map(({ delivery }) => delivery))
    .toEqual(['copied', 'copied']);
  const jobs = await matte.inside.jobs();
  for (const { id } of jobs) await matte.card(page, id).says('Copied');
});
