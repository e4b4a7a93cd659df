/** The dashboard in German and Chinese: all of it is said, and all of it fits, also at twice the size. */
import { expect, type Page } from '@playwright/test';
import { CHINESE } from '../../utils/i18n/chinese';
import { ENGLISH } from '../../utils/i18n/english';
import { GERMAN } from '../../utils/i18n/german';
import { test } from './fixtures';
import { AccountTab } from './pages/account-tab';
import { filled, fillHistory } from './pages/fill-history';
import type { Matte } from './pages/matte';

test.setTimeout(120_000);

const TABS = ['history', 'account', 'privacy', 'statistics'] as const;
const USUAL = { width: 1280, height: 800 };
/** What a window of 1280 × 800 has room for at 200 % zoom. */
const ENLARGED = { width: 640, height: 400 };

const LANGUAGES = [
  ['de', GERMAN, 'Freisteller'],
  ['zh-CN', CHINESE, '抠图'],
] as const;

for (const [language, messages, cutouts] of LANGUAGES) {
  test(`in ${language} every tab speaks it, and none is wider than the window`, async ({ matte }) => {
    await furnish(matte);
    await matte.inside.put('settings', { key: 'language', value: language });
    const untranslated = textsOf(ENGLISH).difference(textsOf(messages));
    expect(untranslated.size).toBeGreaterThan(100);
    for (const tab of TABS) {
      const page = await matte.open(matte.inside.url(`dashboard.html#${tab}`));
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('tab', { selected: true })).toHaveText(messages.dashboard[tab]);
      await expect(page.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
      await fitsAndSpeaks(page, untranslated, tab);
      if (tab === 'history') {
        await expect(page.getByRole('grid', { name: cutouts })).toBeVisible();
        await page.setViewportSize(USUAL);
        await page.getByRole('gridcell').first().click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await fitsAndSpeaks(page, untranslated, 'a cutout by itself');
      }
      if (tab === 'privacy') {
        await page.getByRole('button', { name: messages.privacy.deleteAccount, exact: true }).click();
        await expect(page.getByRole('alertdialog')).toBeVisible();
        await fitsAndSpeaks(page, untranslated, 'the question before deleting');
      }
      await page.close();
    }
  });
}

/** An account with something in every tab. */
async function furnish(matte: Matte): Promise<void> {
  const tab = await AccountTab.open(matte);
  const wishes = [{ name: 'cup', host: 'shop.test' }, { name: 'boat', daysAgo: 1, pinned: true }, { name: 'tree' }];
  await fillHistory(matte.inside.page, await filled(wishes));
  await tab.register();
  await tab.page.close();
  const { id: owner } = await matte.inside.account();
  const day = new Date().toISOString().slice(0, 10);
  await matte.inside.put('statistics', {
    owner,
    day,
    counts: { visits: 3, done: 1200, 'took/1-3s': 1200, 'on/wasm': 4 },
  });
}

async function fitsAndSpeaks(page: Page, untranslated: ReadonlySet<string>, where: string): Promise<void> {
  for (const size of [USUAL, ENLARGED]) {
    await page.setViewportSize(size);
    await expect.poll(() => page.evaluate(overflow), `${where}, ${size.width} px`).toBeLessThanOrEqual(0);
  }
  const english = (await page.evaluate(readable)).filter((text) => untranslated.has(text));
  expect(english, where).toEqual([]);
}

/** In the page: so many px the page is wider than its window. */
function overflow(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

/** In the page: whatever somebody reads or hears, piece by piece. */
function readable(): string[] {
  const found: string[] = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) found.push(nodes.currentNode.textContent?.trim() ?? '');
  for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
    for (const element of document.querySelectorAll(`body [${name}]`)) found.push(element.getAttribute(name) ?? '');
  }
  return found;
}

/** Sentences without values, as they stand on the page. */
function textsOf(messages: Readonly<Record<string, Readonly<Record<string, string>>>>): Set<string> {
  return new Set(
    Object.values(messages)
      .flatMap((part) => Object.values(part))
      .filter((text) => !/[{<]/.test(text)),
  );
}
