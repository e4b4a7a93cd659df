/** The database is not what a page believes it to be: each page says so in words, and nothing is shown that is not stored. */
import { expect, type Page } from '@playwright/test';
import type { ErrorCode } from '../../utils/errors';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { test } from './fixtures';
import { openDatabase, replaceDatabase } from './pages/inside-database';
import type { Matte } from './pages/matte';
import { toFront } from './pages/to-front';

const PAGES = ['popup.html', 'dashboard.html'];

/** A version that no Matte of today writes; Dexie counts in tens. */
const NEWER = 9990;

async function openPages(matte: Matte): Promise<Page[]> {
  return Promise.all(PAGES.map((file) => matte.open(matte.inside.url(file))));
}

/** Pages, of which the popup has read its database. */
async function readyPages(matte: Matte) {
  const pages = await openPages(matte);
  const [popup] = pages as [Page];
  await hasCredits(popup);
  return { popup, pages };
}

function hasCredits(page: Page): Promise<void> {
  return expect(page.getByRole('region', { name: 'Credits' })).toContainText('20 credits');
}

function deleteData({ inside }: Matte): Promise<void> {
  return inside.page.evaluate(
    () => new Promise<void>((onsuccess) => void Object.assign(indexedDB.deleteDatabase('matte'), { onsuccess })),
  );
}

async function expectSaid(pages: readonly Page[], code: ErrorCode): Promise<void> {
  for (const page of pages) await expect(page.getByRole('main')).toContainText(sentenceOf(code));
}

test('its data is deleted while a page is open: the page says so, and goes on with a new guest', async ({ launch }) => {
  const matte = await launch('tiny');
  const { popup, pages } = await readyPages(matte);
  await deleteData(matte);
  await expectSaid(pages, 'data-gone');
  await toFront(popup);
  await popup.getByRole('button', { name: 'Try again' }).click();
  await hasCredits(popup);
});

test('a newer Matte has taken over: pages that are open and pages that open say so, and nothing is written', async ({
  launch,
}) => {
  const matte = await launch('tiny');
  const { pages } = await readyPages(matte);
  await matte.inside.page.evaluate(openDatabase, NEWER);
  await expectSaid(pages, 'data-newer');
  await expectSaid(await openPages(matte), 'data-newer');
  const all = await matte.inside.page.evaluate(() => indexedDB.databases());
  expect(all.filter(({ name }) => name === 'matte')).toEqual([{ name: 'matte', version: NEWER }]);
});

test('an older tab holds on to it: pages that wait say for what', async ({ launch }) => {
  const matte = await launch('tiny');
  await matte.inside.page.evaluate(replaceDatabase, 60);
  await expectSaid(await openPages(matte), 'data-in-use');
});
