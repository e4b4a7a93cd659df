/// <reference types="chrome" />
/** The popup in German and Chinese: chosen while it is open, with nothing left in English and nothing cut off. */
import { expect, type Page } from '@playwright/test';
import { IntlMessageFormat } from 'intl-messageformat';
import { CHINESE } from '../../utils/i18n/chinese';
import { ENGLISH } from '../../utils/i18n/english';
import { GERMAN } from '../../utils/i18n/german';
import { test } from './fixtures';
import { filled, fillHistory } from './pages/fill-history';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';

const LANGUAGES = [
  { language: 'de', messages: GERMAN, drop: 'Bilder ablegen, einfügen oder wählen', register: 'Registrieren' },
  { language: 'zh-CN', messages: CHINESE, drop: '拖放、粘贴或选择图片', register: '注册' },
] as const;

/** The popup's 380 px, and a scrollbar. */
const POPUP = { width: 395, height: 600 };

/** Whoever opens the popup next is spoken to in it. */
async function speak(matte: Matte, language: string): Promise<void> {
  await matte.inside.put('settings', { key: 'language', value: language });
}

/** With cutouts, a picture that failed, and every part unfolded; the form to register an account is open. */
async function everything(matte: Matte, language: string, register: string): Promise<Page> {
  await (await Popup.open(matte)).page.close(); // makes the database
  await speak(matte, language);
  await fillHistory(matte.inside.page, await filled([{ name: 'Tasse' }, { name: 'Vase' }, { name: 'Boot' }]));
  const { page } = await Popup.open(matte);
  const notAPicture = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') };
  await page.locator('input[type=file][accept="image/*"]').setInputFiles(notAPicture);
  await expect(page.locator('details.account')).toBeVisible();
  for (const section of await page.locator('main > details > summary').all()) await section.click();
  await page.locator('#voucher-code').fill('eyJ.no.voucher');
  await page.locator('details.account').getByRole('button', { name: register }).click();
  await page.locator('details.policy > summary').click();
  await expect(page.locator('ul.thumbs > li')).toHaveCount(2);
  return page;
}

/** What is seen, and what is read aloud instead of it. Runs in the page. */
function allWords(): string[] {
  const spoken = ['aria-label', 'title', 'placeholder', 'alt'];
  const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
    spoken.map((name) => element.getAttribute(name) ?? ''),
  );
  return [...document.body.innerText.split('\n'), ...attributes].filter((text) => /\p{L}/u.test(text));
}

/** Every stretch of two words or more that stands in a message between its values. */
function stretches(messages: object): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 0 && 'value' in node) found.push(String(node.value).trim());
    for (const child of Object.values(node)) walk(child);
  };
  for (const part of Object.values(messages)) {
    for (const text of Object.values(part as object)) walk(new IntlMessageFormat(String(text), 'en').getAst());
  }
  return found.filter((text) => /\p{L}\s+\p{L}/u.test(text));
}

/** As with Ctrl and +. */
async function zoom(matte: Matte, factor: number): Promise<void> {
  await matte.inside.page.evaluate(async (times) => {
    const tab = (await chrome.tabs.query({})).find(({ url }) => url?.endsWith('popup.html'));
    if (tab?.id !== undefined) await chrome.tabs.setZoom(tab.id, times);
  }, factor);
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement ?? document.body;
    return scrollWidth - clientWidth;
  });
}

test.describe.configure({ timeout: 120_000 });

for (const { language, messages, drop, register } of LANGUAGES) {
  test(`${language}: nothing is left in English, and the page says which language it is in`, async ({ matte }) => {
    const page = await everything(matte, language, register);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page).toHaveTitle('Matte');
    const words = await page.evaluate(allWords);
    expect(words.join('\n')).toContain(drop);
    const own = new Set(stretches(messages));
    const english = stretches(ENGLISH).filter((text) => !own.has(text));
    expect(words.filter((text) => english.some((sentence) => text.includes(sentence)))).toEqual([]);
    expect(words.filter((text) => /\b(the|your|you|and|with|of|to|is|from|no)\b/i.test(text))).toEqual([]);
  });

  test(`${language}: nothing is cut off, in the popup and at the side, also at twice the size`, async ({ matte }) => {
    const page = await everything(matte, language, register);
    await page.setViewportSize(POPUP);
    expect(await overflow(page), 'popup').toBe(0);
    await page.setViewportSize({ width: POPUP.width * 2, height: POPUP.height * 2 });
    await zoom(matte, 2);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(POPUP.width);
    expect(await overflow(page), 'popup, 200 %').toBe(0);
    await zoom(matte, 1);
    await page.evaluate(() => document.documentElement.toggleAttribute('data-panel', true));
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await overflow(page), 'side panel').toBe(0);
  });
}

test('the language changes while the popup is open', async ({ matte }) => {
  const { page } = await Popup.open(matte);
  await expect(page.getByText('Drop, paste or choose pictures')).toBeVisible();
  for (const { language, drop } of LANGUAGES) {
    await speak(matte, language);
    // The row was written past Matte: windows hear of it with the next setting that Matte itself writes.
    const { page: other } = await Popup.open(matte);
    await other.locator('.engine > summary').click();
    await other.locator('.engine input[name=quality]:not(:checked)').first().check();
    await expect(page.getByText(drop)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await other.close();
  }
});
