/// <reference types="chrome" />
/** The card goes where the user wants it, keeps what it has, and gives it away on the chosen background. */
import { expect, type Frame, type Page } from '@playwright/test';
import type { Pixels } from '../fixtures/scenes';
import { test } from './fixtures';
import { decode, difference } from './measure/compare';
import { carriedBy } from './pages/carried-by';
import type { Matte } from './pages/matte';
import type { Site } from './site/site';

const body = (site: Site) =>
  `<img id="it" width="320" src="${site.picture('scene.png')}"><img id="other" width="200" src="${site.picture('portrait.png')}">`;

/** Where the card's frame is in the window. */
async function boxOf(card: Frame) {
  const box = await (await card.frameElement()).boundingBox();
  if (!box) throw new Error('the card is not on the screen');
  return box;
}

async function cornerOf(page: Page, card: Frame): Promise<string> {
  const { x, y, width, height } = await boxOf(card);
  const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const rows = y + height / 2 < window.height / 2 ? 'top' : 'bottom';
  return `${rows}-${x + width / 2 < window.width / 2 ? 'left' : 'right'}`;
}

async function doneCard(matte: Matte, page: Page, selector = '#it') {
  await matte.rightClick(page, selector);
  const job = await matte.copied(page);
  return { job, card: await matte.card(page, job.id).shown() };
}

test('is dragged to a corner and is there again on that site, and on no other', async ({ matte, site }) => {
  const host = `page.test:${site.port}`;
  await matte.inside.put('settings', { key: 'cards', value: { [host]: { corner: 'top-left' } } });
  const page = await matte.open(site.page({ body: body(site) }));
  const { card } = await doneCard(matte, page);
  const from = await boxOf(card);
  expect(from).toMatchObject({ x: 16, y: 16 });
  // In steps that stay above the card: Playwright's mouse, unlike a real one, loses a frame that it leaves.
  const grip = { x: from.x + 60, y: from.y + 25 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  for (const step of [1, 2]) {
    // Again and again: where the frame has only just come to, a single move may still be the page's.
    const follows = async () => {
      await page.mouse.move(grip.x + step * 140, grip.y + step * 220);
      return boxOf(card);
    };
    await expect.poll(follows, 'it follows the hand').toMatchObject({ x: 16 + step * 140, y: 16 + step * 220 });
  }
  await page.mouse.up();
  await expect.poll(() => cornerOf(page, card), 'it snaps').toBe('bottom-left');
  await expect.poll(async () => (await boxOf(card)).x).toBe(16);
  const again = await matte.open(page.url());
  expect(await cornerOf(again, (await doneCard(matte, again)).card)).toBe('bottom-left');
  const elsewhere = await matte.open(site.page({ body: body(site), host: 'cors.test' }));
  expect(await cornerOf(elsewhere, (await doneCard(matte, elsewhere)).card)).toBe('bottom-right');
});

test('is moved with the arrow keys of its handle, and says where it is', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: body(site) }));
  const { card } = await doneCard(matte, page);
  await card.getByRole('button', { name: 'Move the card' }).press('ArrowUp');
  await expect.poll(() => cornerOf(page, card)).toBe('top-right');
  await expect(card.getByRole('status').filter({ hasText: 'The card is at the top right.' })).toBeAttached();
});

test('the newest is open, earlier ones are pills that open again', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: body(site) }));
  const first = await doneCard(matte, page);
  const second = await doneCard(matte, page, '#other');
  await expect.poll(async () => (await boxOf(first.card)).height).toBe(44);
  expect((await boxOf(second.card)).height).toBe(320);
  await first.card.getByRole('button', { name: 'Copied' }).click();
  await expect.poll(async () => (await boxOf(first.card)).height).toBe(320);
  await expect.poll(async () => (await boxOf(second.card)).height).toBe(44);
  await expect(first.card.getByRole('img', { name: 'The cutout' })).toBeVisible();
  await matte.card(page, first.job.id).press('Fold to a small card');
  await expect.poll(async () => (await boxOf(first.card)).height).toBe(44);
});

test('copies and saves on the background that was chosen in it', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: body(site) }));
  const { job, card } = await doneCard(matte, page);
  await card.getByRole('radio', { name: 'White' }).check();
  await matte.card(page).says('Ready — press Copy');
  await matte.card(page).press('Copy');
  await matte.card(page).says('Copied');
  const white = onWhite(await matte.cutout(job));
  expect(difference(await matte.clipboard.pixels(page), white)).toBeLessThanOrEqual(1);
  const file = await matte.download(() => matte.card(page).press('Download PNG'));
  expect(difference(await decode(file.body), white)).toBeLessThanOrEqual(1);
});

test('with automatic copying off it waits for Copy, and nothing is announced', async ({ matte, site }) => {
  await matte.inside.put('settings', { key: 'copyAutomatically', value: false });
  const page = await matte.open(site.page({ body: body(site) }));
  await matte.rightClick(page, '#it');
  const job = await matte.done();
  await matte.card(page, job.id).says('Ready — press Copy');
  await matte.delivered('none');
  expect(await matte.clipboard.holdsPicture()).toBe(false);
  await page.bringToFront();
  await matte.card(page).press('Copy');
  await matte.copied(page);
  expect(await matte.inside.notifications()).toEqual([]);
});

test('the cutout is dragged out as a PNG of full size, without the extension’s address', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: body(site) }));
  const { job, card } = await doneCard(matte, page);
  const dragged = carriedBy(card);
  const { x, y } = await boxOf(card);
  await page.mouse.move(x + 150, y + 120);
  await expect(card.locator('img.drag[src]')).toBeAttached();
  await page.mouse.down();
  await page.mouse.move(x + 200, y + 150, { steps: 10 }); // within the frame: see the drag of the card
  const { kinds, base64 } = await dragged;
  await page.mouse.up();
  expect(kinds).toEqual(['file image/png']);
  expect(difference(await decode(Buffer.from(base64, 'base64')), await matte.cutout(job))).toBe(0);
});

test('its menu removes the cutout and brings it back, and turns the card off for the site', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: body(site) }));
  const { job, card } = await doneCard(matte, page);
  const choose = async (name: RegExp) => {
    await matte.card(page).press('More');
    await matte.card(page).press(name);
  };
  await choose(/Remove from history/);
  await matte.card(page).says('no longer in your history');
  expect((await matte.inside.history())[0]).toHaveProperty('deletedAt');
  await matte.card(page).press('Undo');
  await expect(card.getByRole('img', { name: 'The cutout' })).toBeVisible();
  expect((await matte.inside.history())[0]).not.toHaveProperty('deletedAt');
  await choose(/Don’t show the card on page\.test/);
  await matte.card(page, job.id).says('a notification will tell you');
  await matte.card(page).press('Close');
  await matte.rightClick(page, '#it');
  await matte.done();
  await matte.delivered('announced');
  expect(matte.card(page).frame()).toBeNull();
  await expect.poll(() => matte.inside.badge(), 'the badge follows the notification').toBe('1');
});

function onWhite({ width, height, rgba }: Pixels): Pixels {
  const flat = rgba.map((value, i) => {
    const alpha = (rgba[i | 3] ?? 0) / 255;
    return i % 4 === 3 ? 255 : Math.round(value * alpha + 255 * (1 - alpha));
  });
  return { width, height, rgba: flat };
}
