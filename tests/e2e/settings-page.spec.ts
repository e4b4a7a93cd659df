/** The Settings tab: what is chosen holds at once everywhere, is found, carried as a file, and never lost without a word. */
import { expect, type Page } from '@playwright/test';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { test } from './fixtures';
import { tabTo } from './pages/by-keyboard';
import { filled, fillHistory } from './pages/fill-history';
import { Popup } from './pages/popup';
import { SettingsTab } from './pages/settings-tab';
import { toFront } from './pages/to-front';

const schemeOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

test('language and theme: every open page follows at once, and the hand stays where it was', async ({ matte }) => {
  const popup = await Popup.open(matte);
  const settings = await SettingsTab.open(matte);
  await settings.choose('Theme', 'Dark');
  for (const page of [settings.page, popup.page]) await expect.poll(() => schemeOf(page)).toBe('dark');
  await settings.choose('Language', 'Deutsch');
  await expect(settings.page.getByRole('heading', { name: 'Einstellungen', exact: true })).toBeVisible();
  await expect(settings.radio('Sprache', 'Deutsch')).toBeFocused();
  await expect(popup.page.getByRole('link', { name: 'Einstellungen' })).toBeVisible();
  for (const page of [settings.page, popup.page]) expect(await page.getAttribute('html', 'lang')).toBe('de');
});

test('the popup’s Engine section and the page are one setting, whichever of them changes it', async ({ matte }) => {
  const popup = await Popup.open(matte);
  const settings = await SettingsTab.open(matte);
  await settings.choose('Quality', 'Best');
  await toFront(popup.page);
  await expect((await popup.engine()).getByRole('radio', { name: 'Best', exact: true })).toBeChecked();
  await popup.choose('Fast');
  await expect(settings.radio('Quality', 'Fast')).toBeChecked();
});

test('search: by name, meaning or answer; it counts, and says when there is nothing', async ({ matte }) => {
  const settings = await SettingsTab.open(matte);
  const all = await settings.names.count();
  await settings.search('DARK');
  await expect(settings.names).toHaveText(['Theme']);
  await expect(settings.page.getByRole('search').getByRole('status')).toHaveText('1 setting fits');
  await settings.search('pinned cutouts');
  await expect(settings.names).toHaveText(['Keep cutouts', 'Keep at most']);
  await settings.search('perpetual motion');
  await settings.says('No setting has “perpetual motion”');
  await settings.press('Show all settings');
  await expect(settings.names).toHaveCount(all);
});

test('save to a file, change, load it: restored, told, and undone', async ({ matte }) => {
  const settings = await SettingsTab.open(matte);
  await settings.choose('Theme', 'Dark');
  const file = await settings.save();
  await settings.choose('Theme', 'Light');
  await settings.choose('Quality', 'Fast');
  await settings.load(file);
  await settings.says('2 settings are different now');
  await settings.says('Theme: Light, now Dark');
  await expect(settings.radio('Theme', 'Dark')).toBeChecked();
  await expect(settings.radio('Quality', 'Balanced')).toBeChecked();
  await settings.press('Undo');
  await expect(settings.radio('Theme', 'Light')).toBeChecked();
  await expect(settings.radio('Quality', 'Fast')).toBeChecked();
  await settings.press('Reset all settings');
  await settings.press('Reset all settings', settings.question);
  await settings.says('2 settings were reset');
  await expect(settings.radio('Theme', 'Automatic')).toBeChecked();
});

test('a file from anywhere: refused in a sentence, and one that keeps less asks first', async ({ matte }) => {
  await fillHistory(matte.inside.page, await filled([{ name: 'young' }, { name: 'old', daysAgo: 40 }]));
  const settings = await SettingsTab.open(matte);
  const of = (wish: object, version = 1) => JSON.stringify({ format: 'matte-settings', version, settings: wish });
  for (const [content, sentence] of [
    ['<html>', 'damaged or of another kind'],
    ['{"format":"else"}', 'does not hold Matte’s settings'],
    [of({}, 2), 'A newer Matte has saved this file'],
    [' '.repeat(1_000_001), 'too large for settings'],
  ] as const) {
    await settings.load(content);
    await settings.says(sentence);
  }
  await settings.load(of({ keepResults: '30d', sparkle: 1 }));
  await expect(settings.question).toContainText('1 cutout would be deleted now');
  await settings.press('Cancel', settings.question);
  await settings.says('Nothing was changed');
  expect(await matte.inside.history()).toHaveLength(2);
  await settings.load(of({ keepResults: '30d', sparkle: 1 }));
  await settings.press('Delete 1 cutout', settings.question);
  await settings.says('Keep cutouts: Until I delete them, now 30 days');
  await settings.says('1 entry of the file was left out');
  expect((await matte.inside.history()).map(({ id }) => id)).toHaveLength(1);
});

test('by keyboard alone: search, choose, switch, and hear that it is saved', async ({ matte }) => {
  const { page } = await SettingsTab.open(matte);
  await toFront(page);
  await tabTo(page, 'Search settings');
  await page.keyboard.type('theme');
  await tabTo(page, /^Automatic$/);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'Theme: saved.' })).toBeAttached();
  await expect.poll(() => schemeOf(page)).toBe('light');
  await tabTo(page, 'Search settings', 'Shift+Tab');
  await page.keyboard.press('Escape');
  await tabTo(page, /^Keep whole page addresses/);
  await page.keyboard.press('Space');
  await expect(page.getByRole('switch', { name: 'Keep whole page addresses' })).toBeChecked();
  await tabTo(page, 'Reset all settings');
});

test('a disk that is full: the sentence stands beside the setting, and its control goes back', async ({ matte }) => {
  const settings = await SettingsTab.open(matte);
  await settings.page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  const addresses = settings.page.getByRole('switch', { name: 'Keep whole page addresses' });
  await addresses.click();
  await expect(settings.page.locator('[data-setting="keepAddresses"]')).toContainText(sentenceOf('storage-full'));
  await expect(addresses).not.toBeChecked();
});

test('copies on white, once that is chosen: the popup’s too', async ({ matte, site }) => {
  const settings = await SettingsTab.open(matte);
  await settings.choose('Background of copies', 'White');
  await expect(settings.radio('Background of copies', 'White')).toBeChecked();
  const popup = await Popup.open(matte);
  const { file, type } = site.pictures['scene.png'];
  await popup.pick({ name: 'scene.png', mimeType: type, buffer: file });
  await matte.done();
  await popup.press('Copy', popup.latest);
  await expect(popup.latest).toContainText('Copied');
  const { rgba } = await matte.clipboard.pixels();
  expect([...rgba.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
});
