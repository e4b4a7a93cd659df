/** The dashboard's history: what is there, found, selected, saved, deleted and had back; and thousands of it. */
import { expect } from '@playwright/test';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { test } from './fixtures';
import { Account, ADA } from './pages/account';
import { filled, fillHistory, type Wish } from './pages/fill-history';
import { HistoryTab } from './pages/history-tab';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';

const DAY_MS = 24 * 60 * 60_000;

const BOATS: readonly Wish[] = [
  { name: 'Café boat', host: 'shop.test' },
  { name: 'red car', host: 'shop.test', pinned: true },
  { name: 'own chair' },
  { name: 'old lamp', host: 'lamps.test', daysAgo: 1 },
  { name: 'older lamp', host: 'lamps.test', daysAgo: 10 },
  { name: 'oldest lamp', host: 'lamps.test', daysAgo: 400 },
];
const NAMES = BOATS.map(({ name }) => name);

async function openWith(matte: Matte, wishes: readonly Wish[] = BOATS): Promise<HistoryTab> {
  const tab = await HistoryTab.open(matte);
  await expect(tab.page.getByText('No cutouts yet')).toBeVisible();
  await fillHistory(matte.inside.page, await filled(wishes));
  await tab.page.reload();
  await expect(tab.cells).toHaveCount(wishes.length);
  return tab;
}

test('a finished job appears, opens and says what it is', async ({ matte, site }) => {
  const tab = await HistoryTab.open(matte);
  await expect(tab.page.getByText('No cutouts yet')).toBeVisible();
  const popup = await Popup.open(matte);
  const { file, type } = site.pictures['scene.png'];
  await popup.pick({ name: 'scene.png', mimeType: type, buffer: file });
  const job = await matte.done();
  await tab.shows('scene');
  await expect(tab.page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await tab.page.bringToFront();
  await tab.cell('scene').click();
  const facts = tab.dialog.locator('.facts');
  await expect(facts).toContainText('Your own file');
  await expect(facts).toContainText(`${job.outcome?.width} × ${job.outcome?.height}`);
  await expect(facts).toContainText('Balanced');
  await expect(facts).toContainText('Processor');
  const { name, body } = await tab.download('Download PNG', tab.dialog);
  expect(name).toBe('scene-cutout.png');
  expect(body.equals(await matte.inside.blob(`${job.id}/cutout`))).toBe(true);
  await tab.page.keyboard.press('Escape');
  await expect(tab.dialog).toHaveCount(0);
  await expect(tab.cell('scene')).toBeFocused();
});

test('words, days, page and pins narrow it down', async ({ matte }) => {
  const tab = await openWith(matte);
  await tab.search('cafe SHOP');
  await tab.shows('Café boat');
  await expect(tab.count).toHaveText('1 of 6 cutouts');
  await tab.search('nothing like it');
  await expect(tab.page.getByRole('heading', { name: 'Nothing fits' })).toBeVisible();
  await tab.press('Show all cutouts', tab.page.locator('.nothing'));
  await tab.shows(...NAMES);
  await tab.choose('Made', 'Today');
  await tab.shows('Café boat', 'red car', 'own chair');
  await tab.choose('Made', 'Last 30 days');
  await tab.shows(...NAMES.slice(0, 5));
  await tab.choose('From page', 'lamps.test (2)');
  await tab.shows('old lamp', 'older lamp');
  await tab.choose('Made', 'Choose days …');
  await tab.page.getByLabel('From', { exact: true }).fill('2020-01-01');
  await tab.page.getByLabel('To', { exact: true }).fill(new Date(Date.now() - 300 * DAY_MS).toISOString().slice(0, 10));
  await tab.shows('oldest lamp');
  await tab.press('Show all', tab.page.getByRole('search'));
  await tab.page.getByLabel('Pinned only').check();
  await tab.shows('red car');
});

test('selected together: a ZIP, whose PNGs are those that are stored', async ({ matte }) => {
  const tab = await openWith(matte);
  await tab.tick('red car');
  await tab.tick('older lamp', ['Shift']);
  await expect(tab.bar).toContainText('4 selected');
  await expect(tab.bar.getByRole('button', { name: 'Copy' })).toHaveCount(0);
  const { name, body } = await tab.download('Download ZIP');
  expect(name).toMatch(/^matte-cutouts-\d{4}-\d\d-\d\d\.zip$/);
  const entries = await new ZipReader(new BlobReader(new Blob([new Uint8Array(body)]))).getEntries();
  const inside = NAMES.slice(1, 5);
  expect(entries.map(({ filename }) => filename)).toEqual(inside.map((each) => `${each}-cutout.png`));
  for (const [i, entry] of entries.entries()) {
    const bytes = entry.directory ? null : await entry.getData(new Uint8ArrayWriter());
    expect(Buffer.from(bytes ?? []).equals(await matte.inside.blob(`id-${inside[i]}/cutout`))).toBe(true);
  }
});

test('what does not open is left out of the ZIP, named in it, and said', async ({ matte }) => {
  const tab = await openWith(matte);
  await matte.inside.page.evaluate(dropBlob, 'id-red car/cutout');
  await tab.page.keyboard.press('Tab');
  await tab.cell('Café boat').focus();
  await tab.page.keyboard.press('Control+a');
  await expect(tab.bar).toContainText('6 selected');
  const { body } = await tab.download('Download ZIP');
  await expect(tab.page.getByRole('alert')).toContainText('1 cutout of 6 did not open');
  const entries = await new ZipReader(new BlobReader(new Blob([new Uint8Array(body)]))).getEntries();
  expect(entries.map(({ filename }) => filename)).not.toContain('red car-cutout.png');
  expect(entries.at(-1)?.filename).toBe('notes.txt');
});

test('one alone is copied, saved and pinned', async ({ matte }) => {
  const tab = await openWith(matte);
  await tab.tick('old lamp');
  await tab.press('Copy');
  await expect(tab.bar.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect((await matte.clipboard.pixels(tab.page)).width).toBe(40);
  expect((await tab.download('Download PNG')).name).toBe('old lamp-cutout.png');
  await tab.press('Pin');
  await expect(tab.cell('old lamp')).toHaveAttribute('aria-label', /pinned/);
  expect((await matte.inside.history()).find(({ id }) => id === 'id-old lamp')?.pinned).toBe(true);
});

test('deleted, had back by button and by key; deleted for good when the page goes', async ({ matte }) => {
  const tab = await openWith(matte);
  await tab.tick('red car');
  await tab.tick('own chair');
  await tab.press('Delete');
  await expect(tab.toast).toContainText('2 cutouts deleted');
  await tab.shows('Café boat', ...NAMES.slice(3));
  await expect(tab.cell('old lamp')).toBeFocused();
  await tab.press('Undo', tab.toast);
  await tab.shows(...NAMES);
  await tab.cell('old lamp').focus();
  await tab.page.keyboard.press('Delete');
  await expect(tab.cell('old lamp')).toHaveCount(0);
  await tab.page.keyboard.press('Control+z');
  await tab.shows(...NAMES);
  await expect(tab.toast).toHaveCount(0);
  await tab.cell('older lamp').focus();
  await tab.page.keyboard.press('Delete');
  await expect(tab.cell('older lamp')).toHaveCount(0);
  await tab.page.goto('about:blank');
  await expect.poll(() => matte.inside.history()).toHaveLength(5);
  const blobs = await matte.inside.blobIds();
  expect(blobs.filter((id) => id.startsWith('id-older'))).toEqual([]);
  expect(blobs).toHaveLength(10);
});

test('deleted, and nobody minds: gone from the database with its message', async ({ matte }) => {
  const tab = await openWith(matte);
  await tab.tick('red car');
  const since = Date.now();
  await tab.press('Delete');
  await expect(tab.toast).toContainText('1 cutout deleted');
  await expect(tab.toast).toHaveCount(0, { timeout: 20_000 });
  expect(Date.now() - since).toBeGreaterThanOrEqual(8000);
  await expect.poll(() => matte.inside.history()).toHaveLength(5);
  expect(await matte.inside.blobIds()).not.toContain('id-red car/cutout');
});

test('two dashboards: what one deletes leaves the other, also the one in front there', async ({ matte }) => {
  const first = await openWith(matte);
  const second = await HistoryTab.open(matte);
  await second.cell('red car').click();
  await expect(second.dialog).toContainText('red car');
  await second.page.keyboard.press('ArrowRight');
  await expect(second.dialog).toContainText('own chair');
  await first.page.bringToFront();
  await first.tick('own chair');
  await first.press('Delete');
  await expect(second.dialog).toHaveCount(0);
  await second.shows(...NAMES.filter((name) => name !== 'own chair'));
  await second.page.close();
  await first.press('Undo', first.toast);
  await first.shows(...NAMES);
});

test('by keyboard alone: through the grid, select a range, open, go on, close', async ({ matte }) => {
  const tab = await openWith(matte);
  const { keyboard } = tab.page;
  await tab.page.getByLabel('Pinned only').focus();
  await keyboard.press('Tab');
  await expect(tab.cell('Café boat')).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(tab.cell('red car')).toBeFocused();
  await keyboard.press('Shift+ArrowRight');
  await expect(tab.bar).toContainText('2 selected');
  await keyboard.press('ArrowDown');
  await expect(tab.cell('old lamp')).toBeFocused();
  await keyboard.press(' ');
  await expect(tab.bar).toContainText('3 selected');
  await keyboard.press('Escape');
  await expect(tab.bar).toHaveCount(0);
  await keyboard.press('Control+End');
  await expect(tab.cell('oldest lamp')).toBeFocused();
  await keyboard.press('Enter');
  await expect(tab.dialog.getByRole('heading')).toHaveText('oldest lamp');
  await keyboard.press('ArrowLeft');
  await expect(tab.dialog.getByRole('heading')).toHaveText('older lamp');
  await keyboard.press('Delete');
  await expect(tab.dialog.getByRole('heading')).toHaveText('oldest lamp');
  await keyboard.press('Escape');
  await expect(tab.cell('oldest lamp')).toBeFocused();
  await tab.shows(...NAMES.filter((name) => name !== 'older lamp'));
});

test('what is kept is chosen here, and is still chosen after a reload', async ({ matte }) => {
  const tab = await HistoryTab.open(matte);
  await tab.choose('Keep cutouts', '30 days');
  await tab.choose('At most', '5 GB');
  // Shown as soon as it is stored.
  await expect(tab.page.getByRole('combobox', { name: 'Keep cutouts' })).toHaveValue('30d');
  await expect(tab.page.getByRole('combobox', { name: 'At most' })).toHaveValue('5000000000');
  await expect(tab.page.getByLabel('Keep whole page addresses')).not.toBeChecked();
  await tab.page.getByLabel('Keep whole page addresses').check();
  await tab.page.reload();
  await expect(tab.page.getByRole('combobox', { name: 'Keep cutouts' })).toHaveValue('30d');
  await expect(tab.page.getByRole('combobox', { name: 'At most' })).toHaveValue('5000000000');
  await expect(tab.page.getByLabel('Keep whole page addresses')).toBeChecked();
});

test('a shorter time says what it would delete, and deletes nothing unless one agrees', async ({ matte }) => {
  const tab = await openWith(matte);
  await tab.choose('Keep cutouts', '24 hours');
  const question = tab.page.getByRole('alertdialog', { name: 'Keep less?' });
  await expect(question).toContainText('3 cutouts would be deleted now');
  await tab.press('Cancel', question);
  await expect(question).toHaveCount(0);
  await tab.shows(...NAMES);
  await expect(tab.page.getByRole('combobox', { name: 'Keep cutouts' })).toHaveValue('forever');
  await tab.choose('Keep cutouts', '24 hours');
  await tab.press('Delete 3 cutouts', question);
  await tab.shows('Café boat', 'red car', 'own chair');
  await expect(tab.page.getByRole('combobox', { name: 'Keep cutouts' })).toHaveValue('24h');
});

test('a locked account says how many, and nothing of what; unlocked all is there', async ({ launch, site }) => {
  const matte = await launch('tiny');
  const popup = await Popup.open(matte);
  const account = new Account(popup.page);
  await account.register();
  const { file, type } = site.pictures['scene.png'];
  await popup.pick({ name: 'secret scene.png', mimeType: type, buffer: file });
  await matte.done();
  const tab = await HistoryTab.open(matte);
  await tab.shows('secret scene');
  await account.press('Lock now');
  await tab.page.bringToFront();
  await expect(tab.page.getByRole('heading', { name: 'Your cutouts are locked' })).toBeVisible();
  await expect(tab.page.locator('main')).toContainText('1 cutout, encrypted');
  expect(await tab.page.content()).not.toContain('secret');
  await expect(tab.page.locator('img')).toHaveCount(0);
  await tab.unlock(ADA.password);
  await tab.shows('secret scene');
  await expect(tab.cell('secret scene').locator('img')).toBeVisible();
});

/** Travels alone, as text. */
function dropBlob(id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction('blobs', 'readwrite');
      change.objectStore('blobs').delete(id);
      change.oncomplete = () => resolve();
      opening.result.close();
    };
  });
}
