/** Counting with and without consent, a policy that is new, and diagnostics that name nobody. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { netLogFlags, readNetLog } from './browser/net-log';
import { test } from './fixtures';
import { Account } from './pages/account';
import { Statistics } from './pages/dashboard';
import { Popup } from './pages/popup';
import { toFront } from './pages/to-front';
import type { Site } from './site/site';

test.setTimeout(120_000);

const scene = ({ pictures }: Site) => ({
  name: 'scene.png',
  mimeType: 'image/png',
  buffer: pictures['scene.png'].file,
});

test('agree, cut, and the numbers appear; nothing of it leaves [P-STATS-LOCAL]', async ({ launch, site }) => {
  const folder = mkdtempSync(join(tmpdir(), 'matte-net-log-'));
  const file = join(folder, 'log.json');
  const matte = await launch('tiny', { flags: netLogFlags(file) });
  const statistics = await Statistics.open(matte);
  await expect(statistics.counting).not.toBeChecked();
  await statistics.answer(true);
  await expect(statistics.total('Cutouts')).toHaveText('0');

  const popup = await Popup.open(matte);
  await popup.pick(scene(site));
  await matte.done();
  await expect(statistics.total('Cutouts')).toHaveText('1');
  await expect(statistics.total('Matte opened')).toHaveText('1');
  await expect(statistics.page.getByRole('img', { name: /^1 cutout in this time/ })).toBeVisible();
  await toFront(statistics.page);
  await statistics.page.getByText('As a table').click();
  await expect(statistics.page.getByRole('row')).toHaveCount(2);
  const [row] = await matte.inside.statistics();
  expect(Object.keys(row ?? {}).sort()).toEqual(['counts', 'day', 'owner']);

  await statistics.press('Delete statistics');
  await expect(statistics.page.getByRole('button', { name: 'Keep' })).toBeFocused();
  await statistics.press('Delete');
  await expect(statistics.total('Cutouts')).toHaveText('0');
  expect(await matte.inside.statistics()).toEqual([]);
  await matte.chrome.close();
  const requests = readNetLog(file);
  expect(requests.length, 'the record is not empty').toBeGreaterThan(0);
  expect(requests.filter(({ initiator }) => initiator.startsWith('chrome-extension:'))).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('refuse: nothing is counted, everything else works the same [P-OPTIONAL]', async ({ matte, site }) => {
  const statistics = await Statistics.open(matte);
  await statistics.answer(true);
  await statistics.answer(false);
  const before = await matte.inside.statistics();
  const popup = await Popup.open(matte);
  await popup.pick(scene(site));
  await matte.done();
  await popup.press('Copy', popup.latest);
  await expect(popup.latest).toContainText('Copied');
  expect(await matte.inside.history()).toHaveLength(1);
  expect(await matte.inside.statistics()).toEqual(before);
  await expect(statistics.page.getByText('Nothing is counted')).toBeVisible();
  await statistics.press('Choose what is counted');
  await expect(statistics.page.getByRole('heading', { name: 'What you agreed to' })).toBeFocused();
});

test('who agreed to policy 1 sees what is new in policy 2, and may wait [P-UPDATES]', async ({ launch, site }) => {
  const matte = await launch('tiny');
  const popup = await Popup.open(matte);
  const account = new Account(popup.page);
  await account.register();
  await matte.inside.agreedTo('1');
  await popup.page.reload();
  await expect(popup.page.locator('details.account > summary')).toContainText('new policy');
  await account.says('Policy 2 is new');
  await account.says('not counted until you agree');
  await account.press('Not now');
  await account.says('asked again next time');
  await popup.pick(scene(site));
  await matte.done();
  expect(await matte.inside.statistics(), 'nothing is counted meanwhile').toEqual([]);

  const statistics = await Statistics.open(matte);
  const update = statistics.page.getByRole('region', { name: 'Policy 2 is new' });
  await expect(update.getByRole('list', { name: 'New' }).getByRole('listitem')).toHaveCount(4);
  await expect(update.getByRole('list', { name: 'No longer' }).getByRole('listitem')).toHaveCount(1);
  await update.getByRole('button', { name: 'Agree' }).click();
  await expect(statistics.page.getByText('You agreed to policy 2.')).toBeFocused();
  await expect(statistics.page.getByLabel('I agree to policy 2')).toBeChecked();
  await expect(statistics.counting, 'each purpose by itself').not.toBeChecked();
  await statistics.page.reload();
  await expect(statistics.page.getByLabel('I agree to policy 2')).toBeChecked();
  await expect(update).toHaveCount(0);
});

test('diagnostics after a failure at an address have its code and no address [P-DIAG-BARE]', async ({
  matte,
  site,
}) => {
  site.serve('passport.png', { status: 404, headers: { 'content-type': 'image/png' }, body: Buffer.alloc(0) });
  const body = `<img id="it" style="width:200px;height:150px" src="${site.url('img.test', 'passport.png')}">`;
  const page = await matte.open(site.page({ body }));
  await matte.rightClick(page, '#it');
  expect(await matte.failed()).toMatchObject({ error: 'not-found' });
  const statistics = await Statistics.open(matte);
  await expect(statistics.page.getByRole('list', { name: 'What went wrong lately' })).toContainText('not-found');
  await statistics.press('Copy diagnostics');
  await expect(statistics.page.getByRole('button', { name: 'Diagnostics copied' })).toBeVisible();
  const text = await matte.clipboard.text();
  expect(text).toMatch(/UTC not-found/);
  expect(text).not.toMatch(/img\.test|page\.test|passport|https?:/);
  const mail = statistics.page.getByRole('link', { name: 'Write to support' });
  const link = decodeURIComponent((await mail.getAttribute('href')) ?? '');
  expect(link).toMatch(/^mailto:support@matte\.example\?/);
  expect(link).toMatch(/UTC not-found/);
  expect(link).not.toMatch(/img\.test|page\.test|passport|https?:/);
});
