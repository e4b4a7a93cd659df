/** Many pictures at once: what it costs, each one's state, what survives, and the ZIP. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { HTML_PAGE } from '../fixtures/damaged';
import { test } from './fixtures';
import { decode } from './measure/compare';
import { BatchTab } from './pages/batch-tab';
import type { NamedFile } from './pages/popup';
import type { Site } from './site/site';

/** `1.png`, `2.png` … */
function pictures({ pictures: built }: Site, count: number): NamedFile[] {
  const { type, file } = built['scene.png'];
  return Array.from({ length: count }, (_, at) => ({ name: `${at + 1}.png`, mimeType: type, buffer: file }));
}

async function unzipped(zip: Uint8Array<ArrayBuffer>): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await new ZipReader(new BlobReader(new Blob([zip]))).getEntries()) {
    if (!entry.directory) files.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())));
  }
  return files;
}

test('a folder, and what it will cost: pictures by name, the rest skipped, and previews said beforehand', async ({
  matte,
  site,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'matte-folder-'));
  mkdirSync(join(folder, 'deep'));
  for (const name of ['10.png', '2.png', 'deep/1.png'])
    writeFileSync(join(folder, name), site.pictures['scene.png'].file);
  for (const name of ['notes.txt', '.hidden.png']) writeFileSync(join(folder, name), 'no picture');
  await matte.inside.leaveCredits(2);
  const batch = await BatchTab.open(matte);
  await batch.chooseFolder(folder);
  await batch.says('3 pictures, ready to start');
  await batch.says('2 files are no pictures and were skipped.');
  await batch.says('They cost up to 3 credits; you have 2. The first 2 come out at full size, the other one as small');
  expect(await batch.jobs(), 'nothing has begun').toEqual([]);
  await batch.start();
  await batch.done(3);
  const jobs = await batch.jobs();
  expect(jobs.map(({ name }) => name)).toEqual(['2', '10', '1']);
  expect(jobs.map(({ outcome }) => outcome?.reducedBy ?? null)).toEqual([null, null, 'no-credit']);
});

test('the tab is closed in the middle: the batch goes on, and is there again with every picture’s state', async ({
  matte,
  site,
}) => {
  const batch = await BatchTab.open(matte);
  await batch.choose(...pictures(site, 5));
  await batch.start();
  await batch.says('You can close this tab');
  await batch.done(1);
  expect(await batch.count('done'), 'in the middle').toBeLessThan(5);
  await batch.page.close();
  await batch.done(5);
  const again = await BatchTab.open(matte);
  await again.says('5 of 5 done');
  await expect(again.item('5')).toContainText('×');
  expect((await matte.inside.blobIds()).filter((id) => id.endsWith('/input'))).toEqual([]);
});

test('paused, it begins nothing, also when the service worker dies; going on, it ends', async ({ matte, site }) => {
  const batch = await BatchTab.open(matte);
  await batch.choose(...pictures(site, 4));
  await batch.start();
  await batch.done(1);
  await batch.press('Pause');
  await batch.says('Batch paused');
  await expect.poll(() => batch.count('running')).toBe(0);
  const done = await batch.count('done');
  expect(done, 'in the middle').toBeLessThan(4);
  await matte.inside.killServiceWorker();
  await batch.page.waitForTimeout(1000);
  expect(await batch.count('done')).toBe(done);
  await batch.press('Go on');
  await batch.done(4);
  await batch.says('Batch finished');
});

test('the service worker and the engine die in the middle: each picture is done, once', async ({ matte, site }) => {
  const batch = await BatchTab.open(matte);
  await batch.choose(...pictures(site, 3));
  await batch.start();
  await batch.done(1);
  await matte.inside.closeOffscreen();
  await matte.inside.killServiceWorker();
  await batch.press('Pause');
  await batch.press('Go on'); // as the alarm does within half a minute
  await batch.done(3);
  expect((await matte.inside.history()).length).toBe(3);
});

test('one that is no picture fails alone; it can be tried again, and taken out', async ({ matte, site }) => {
  const batch = await BatchTab.open(matte);
  const broken = { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from(HTML_PAGE) };
  await batch.choose(...pictures(site, 2), broken);
  await batch.start();
  await batch.done(2);
  await batch.says('2 of 3 done · 1 failed');
  const [failed] = (await batch.jobs()).filter(({ status }) => status === 'failed');
  await expect(batch.item('broken')).toContainText('This file is not a picture, whatever its name says.');
  await batch.press('Try 1 picture again');
  await expect
    .poll(async () => (await batch.jobs()).filter((job) => job.status === 'failed' && job.id !== failed?.id).length)
    .toBe(1);
  await expect(batch.items).toHaveCount(3);
  await batch.press('Take broken out of the batch');
  await batch.says('2 of 2 done');
  await expect(batch.items).toHaveCount(2);
});

test('the ZIP has each cutout with the preset, equal names apart, and notes on the one that failed', async ({
  matte,
  site,
}) => {
  const batch = await BatchTab.open(matte);
  const [one] = pictures(site, 1) as [NamedFile];
  const broken = { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from(HTML_PAGE) };
  await batch.choose(one, { ...one, name: '1.webp' }, broken);
  await batch.start('Shop photo, square, white');
  await batch.done(2);
  await batch.says('2 of 3 done · 1 failed');
  await batch.placeFor('batch.zip');
  await batch.press('Save 2 cutouts as ZIP');
  await batch.says('2 cutouts are in the ZIP. One picture is not');
  const files = await unzipped(await batch.placed('batch.zip'));
  expect([...files.keys()]).toEqual(['1-cutout.png', '1-cutout (2).png', 'notes.txt']);
  expect(files.get('notes.txt')?.toString()).toContain('broken: ');
  const { width, height, rgba } = await decode(files.get('1-cutout.png') ?? Buffer.alloc(0));
  expect([width, height]).toEqual([2000, 2000]);
  expect([...rgba.subarray(0, 4)], 'white to the corner').toEqual([255, 255, 255, 255]);
  const [job] = await batch.jobs();
  expect((await matte.cutout({ id: job?.id ?? '' })).width, 'history keeps the cutout as it is').not.toBe(2000);
});

test('a right-click in between is served before the rest of the batch, and gets a credit before it', async ({
  matte,
  site,
}) => {
  await matte.inside.leaveCredits(4);
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('portrait.png')}">` }));
  const batch = await BatchTab.open(matte);
  await batch.choose(...pictures(site, 6));
  await batch.start();
  await batch.done(1);
  await page.bringToFront();
  await matte.rightClick(page, '#it');
  const isOurs = async () => (await matte.inside.jobs()).find(({ batch: place }) => !place);
  await expect.poll(async () => (await isOurs())?.status, { timeout: 40_000 }).toBe('done');
  const ours = await isOurs();
  expect(ours?.outcome?.reducedBy).toBeUndefined();
  const begunBetween = (await batch.jobs()).filter(({ endedAt, outcome, status }) => {
    const begun = (endedAt ?? 0) - (outcome?.ms ?? 0);
    return status === 'done' && begun > (ours?.createdAt ?? 0) && (endedAt ?? 0) < (ours?.endedAt ?? 0);
  });
  expect(begunBetween.length, 'at most the one that was being taken').toBeLessThanOrEqual(1);
  expect(await batch.count('queued'), 'others still wait').toBeGreaterThan(0);
  await matte.card(page, ours?.id).says('Copied');
});
