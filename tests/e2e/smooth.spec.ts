/**
 * No page stutters while a picture is cut: not the web page, nor card or popup, nor the engine's own document. Longer than
 * 50 ms is what browsers call a long task, and what a person begins to feel.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { test } from './fixtures';
import { tasksDuring } from './measure/main-threads';
import { Account } from './pages/account';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';

test.use({ engine: 'tiny' });
test.setTimeout(150_000);

const LONG_TASK_MS = 50;
/** Fewer than these were not a job: then nothing was measured. */
const FEWEST_TASKS = 100;

async function expectSmooth(matte: Matte, page: Page, job: () => Promise<void>): Promise<void> {
  const tasks = await tasksDuring(matte.chrome.browser, [page, matte.inside.page], job);
  expect(tasks.length).toBeGreaterThan(FEWEST_TASKS);
  expect(tasks.filter(({ ms }) => ms > LONG_TASK_MS)).toEqual([]);
}

test('a right-click: from the card’s first pixel to the clipboard', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.jpg')}">` }));
  await expectSmooth(matte, page, async () => {
    await matte.rightClick(page, '#it');
    await matte.copied(page);
  });
});

test('12 megapixels in the popup, from the file to the result, with a cold engine', async ({ matte, site }) => {
  const folder = mkdtempSync(join(tmpdir(), 'matte-smooth-'));
  const file = join(folder, 'large.jpg');
  writeFileSync(
    file,
    await sharp(site.pictures['scene.png'].file).resize(4000, 3000, { fit: 'fill' }).jpeg().toBuffer(),
  );
  const popup = await Popup.open(matte);
  await matte.inside.closeOffscreen();
  await expectSmooth(matte, popup.page, async () => {
    await popup.page.getByLabel('Choose pictures').setInputFiles(file);
    expect((await matte.done(100_000)).outcome).toMatchObject({ width: 4000, height: 3000 });
    await expect(popup.latest).toContainText('large');
  });
  rmSync(folder, { recursive: true });
});

test('registering, locking and unlocking in the popup', async ({ launch }) => {
  const matte = await launch('tiny');
  const popup = await Popup.open(matte);
  const account = new Account(popup.page);
  await expectSmooth(matte, popup.page, async () => {
    await account.register();
    await account.press('Lock now');
    await account.unlock();
    await account.says('Signed in as');
  });
});
