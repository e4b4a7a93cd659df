/// <reference types="chrome" />
/** Every surface that somebody looks at, and how to get there. */
import { expect, type Frame, type Page } from '@playwright/test';
import type { Matte } from '../pages/matte';
import type { Site } from '../site/site';
import { IS_WRITING } from './golden';
import { hold } from './look';
import { FIRST_ID } from './world';

export interface Opened {
  readonly page: Page;
  /** Where Matte is: the page itself, or its frame on somebody else’s. */
  readonly frame: Frame;
}

export interface Surface {
  readonly name: string;
  readonly open: (matte: Matte, site: Site) => Promise<Opened>;
  /** Chrome gives a popup the width that it asks for, at any zoom. */
  readonly narrowest?: number;
  /** Where not both: an emulated density does not reach a frame of another process, which would only be enlarged. */
  readonly scales?: readonly number[];
}

export const SURFACES: readonly Surface[] = [
  { ...own('popup', 'popup.html', { width: 396, height: 600 }), narrowest: 396 },
  own('panel', 'popup.html#panel', { width: 420, height: 760 }),
  ...['history', 'batch', 'account', 'privacy', 'statistics', 'settings'].map((tab) =>
    own(`dashboard-${tab}`, `dashboard.html#${tab}`),
  ),
  own('welcome', 'welcome.html'),
  own('studio', `studio.html#${FIRST_ID}`),
  { name: 'studio-brush', open: openBrush },
  { name: 'page-picker', open: openPicker },
  { name: 'card', open: openCard, scales: [1] },
  { name: 'card-alone', open: openCardAlone, scales: [2] },
];

const PAGE_IMAGES = [
  ['scene.png', 'Red mug on a shelf', 'page.test'],
  ['portrait.png', '', 'page.test'],
  ['square.png', 'Sticker with a name that is too long for its tile', 'page.test'],
  ['wide.png', 'Banner', 'page.test'],
  ['scene.webp', 'Of another site', 'img.test'],
] as const;

/** A page of the extension's own. */
function own(name: string, file: string, size = { width: 1200, height: 800 }): Surface {
  return { name, open: (matte) => openOwn(matte, file, size) };
}

async function openOwn(matte: Matte, file: string, size = { width: 1200, height: 800 }): Promise<Opened> {
  const page = await matte.chrome.context.newPage();
  await hold(page);
  await page.setViewportSize(size);
  await page.goto(matte.inside.url(file));
  await expect(page.locator('main')).not.toHaveAttribute('aria-busy', 'true');
  // Whoever compares waits until it looks right; what is written must be right.
  if (IS_WRITING) await page.waitForLoadState('networkidle');
  return { page, frame: page.mainFrame() };
}

/** An eraser over the middle, led by keys: its circle, the cross and the loupe. */
async function openBrush(matte: Matte): Promise<Opened> {
  const opened = await openOwn(matte, `studio.html#${FIRST_ID}`);
  await opened.page.locator('.brushes button').first().click();
  await opened.page.locator('.brushes ~ label input[type=checkbox]').check();
  await opened.page.locator('.brush-layer').press('ArrowRight');
  await expect(opened.page.locator('canvas.loupe')).toBeVisible();
  return opened;
}

/** A page of a shop, with pictures that a script may read and one that it may not; two of them are chosen. */
async function openPicker(matte: Matte, site: Site): Promise<Opened> {
  const images = PAGE_IMAGES.map(([name, alt, host]) => `<img alt="${alt}" src="${site.picture(name, host)}">`);
  const shop = await matte.open(site.page({ body: images.join('') }));
  const tabId = await matte.inside.page.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, shop.url());
  const opened = await openOwn(matte, `dashboard.html?page=${tabId}#batch`);
  const tiles = opened.page.getByRole('checkbox');
  await expect(tiles).toHaveCount(PAGE_IMAGES.length);
  for (const at of [0, 2]) await tiles.nth(at).check();
  return opened;
}

/** The card’s page as a page of its own. */
async function openCardAlone(matte: Matte, site: Site): Promise<Opened> {
  const { page, frame } = await openCard(matte, site);
  await matte.delivered('copied'); // or the copy would go with the page
  const address = new URL(frame.url()).hash;
  await page.close();
  const opened = await openOwn(matte, `card.html${address}`, { width: 312, height: 320 });
  await expect(opened.page.getByRole('img').first()).toBeVisible();
  return opened;
}

async function openCard(matte: Matte, site: Site): Promise<Opened> {
  const page = await matte.open(site.page({ body: `<img id="it" width="200" src="${site.picture('scene.png')}">` }));
  await page.setViewportSize({ width: 420, height: 460 });
  await matte.rightClick(page, '#it');
  await matte.done();
  const frame = await matte.card(page).shown();
  await expect(frame.getByRole('progressbar')).toHaveCount(0);
  await expect(frame.getByRole('img').first()).toBeVisible();
  return { page, frame };
}
