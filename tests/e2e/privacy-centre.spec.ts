/** What is held here, and what its owner can do about it: take it along, delete it with a receipt, bring it back elsewhere. */
import { deflateRawSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { decode, difference } from './measure/compare';
import { Account, ADA } from './pages/account';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';
import { PrivacyTab } from './pages/privacy-tab';
import type { Site } from './site/site';
import { zipOf } from './site/zip';

test.setTimeout(120_000);

async function cutScene(matte: Matte, { pictures }: Site) {
  const popup = await Popup.open(matte);
  const account = new Account(popup.page);
  const { type, file } = pictures['scene.png'];
  return { popup, account, cut: async () => popup.pick({ name: 'scene.png', mimeType: type, buffer: file }) };
}

test('export → delete the account → import on a fresh profile: the same pixels [P-EXPORT] [P-DELETE-ACCOUNT] [P-IMPORT] [P-VERIFY]', async ({
  launch,
  site,
}) => {
  const matte = await launch('tiny');
  const { popup, account, cut } = await cutScene(matte, site);
  await account.register();
  await cut();
  const job = await matte.done();
  const { body: png } = await matte.download(() => popup.press('Download PNG', popup.latest));
  const privacy = await PrivacyTab.open(matte);
  expect(await privacy.count('Cutouts')).toBe(1);
  expect(await privacy.count('Account')).toBe(1);

  await privacy.press('Export everything');
  await expect(privacy.dialog.getByLabel('Password')).toBeFocused();
  await privacy.page.keyboard.press('Escape');
  await privacy.press('Export everything', { verb: 'Export', password: 'not this one' });
  await expect(privacy.dialog.getByRole('alert')).toContainText('not the password', { timeout: 15_000 });
  await privacy.page.keyboard.press('Escape');
  const { name, body: zip } = await privacy.export(ADA.password);
  expect(name).toMatch(/^matte-export-\d{4}-\d\d-\d\d\.zip$/);
  expect(zip.includes(png), 'the PNG lies in it as it is').toBe(true);
  expect(zip.includes(ADA.email)).toBe(true);

  const other = await PrivacyTab.open(matte);
  const faults: string[] = [];
  other.page.on('pageerror', (error) => faults.push(String(error)));
  await privacy.press('Delete account', { verb: 'Delete account', password: ADA.password });
  await expect(privacy.receipt).toContainText('Account deleted', { timeout: 15_000 });
  await expect(privacy.receipt.getByRole('row', { name: 'Cutouts 1 0' })).toBeVisible();
  await expect(privacy.receipt.getByRole('heading', { name: 'Account deleted' })).toBeFocused();
  await expect(other.page.getByRole('heading', { name: 'as a guest' })).toBeVisible();
  expect(faults, 'the other window').toEqual([]);
  expect(await matte.inside.history()).toEqual([]);
  expect(await matte.inside.blobIds()).toEqual([]);
  const { body: receipt } = await matte.download(() => privacy.press('Save receipt'));
  expect(receipt.toString()).toContain('Cutouts: 1 → 0');

  const fresh = await launch('tiny');
  const there = await PrivacyTab.open(fresh);
  expect(await there.import(zip)).toBe('1 imported.');
  expect(await there.import(zip)).toBe('0 imported, 1 already there.');
  const restored = await fresh.inside.blob(`${job.id}/cutout`);
  expect(restored.equals(png)).toBe(true);
  expect(difference(await decode(restored), await decode(png))).toBe(0);
  expect(await there.count('Credits book')).toBe(0);
  const latest = await Popup.open(fresh);
  await expect(latest.latest).toContainText('scene');
  await expect(latest.latest.locator('img')).toBeVisible();
});

test('a guest deletes everything: a receipt, no second welcome [P-RECEIPT]', async ({ launch, site }) => {
  const matte = await launch('tiny');
  const { popup, cut } = await cutScene(matte, site);
  await cut();
  await matte.done();
  await expect(popup.credits).toContainText('19');
  const privacy = await PrivacyTab.open(matte);
  await privacy.press('Delete everything');
  await privacy.page.keyboard.press('Escape');
  await expect(privacy.dialog).toHaveCount(0);
  expect(await matte.inside.history()).toHaveLength(1);
  await privacy.press('Delete everything', { verb: 'Delete everything' });
  await expect(privacy.receipt).toContainText('Everything deleted');
  await expect(privacy.receipt).toContainText('welcome credits were given');
  expect(await matte.inside.blobIds()).toEqual([]);
  await expect(popup.latest).toHaveCount(0);
  await expect(popup.credits).not.toContainText('20');
  expect((await matte.inside.ledger()).map(({ credits }) => credits)).toEqual([0]);
});

test('badge and notification, which has the name, go with the history [P-DELETE-HISTORY-ALL]', async ({
  matte,
  site,
}) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  site.hold();
  await matte.rightClick(page, '#it');
  await matte.inStage('fetch');
  const privacy = await PrivacyTab.open(matte);
  site.release();
  const { id } = await matte.done();
  await matte.delivered('announced');
  await expect.poll(() => matte.inside.notifications()).toEqual([id]);
  await privacy.press('Delete history', { verb: 'Delete history' });
  await expect(privacy.receipt).toContainText('History deleted');
  await expect.poll(() => matte.inside.notifications()).toEqual([]);
  await expect.poll(() => matte.inside.badge()).toBe('');
  expect([await matte.inside.history(), await matte.inside.jobs()]).toEqual([[], []]);
});

test('what is no export is refused in words, and nothing changes [P-IMPORT]', async ({ matte, site }) => {
  const { cut } = await cutScene(matte, site);
  await cut();
  await matte.done();
  const privacy = await PrivacyTab.open(matte);
  const { body: zip } = await privacy.export();
  const before = await matte.inside.blobIds();
  expect(await privacy.import(zip.subarray(0, zip.length - 40))).toContain('damaged or cut off');
  expect(await privacy.import(zip.subarray(0, zip.length >> 1))).toContain('damaged or cut off');
  const bomb = zipOf('matte-export.json', deflateRawSync(Buffer.alloc(30_000_000)), 30_000_000);
  expect(bomb.length).toBeLessThan(100_000);
  expect(await privacy.import(bomb)).toContain('far larger than it says');
  const liar = zipOf('matte-export.json', deflateRawSync(Buffer.alloc(30_000_000)), 1000);
  expect(await privacy.import(liar)).toContain('far larger than it says');
  expect(await privacy.import(Buffer.from('hello'))).toContain('no ZIP');
  expect(await privacy.import(zipOf('../matte-export.json', deflateRawSync('{}'), 2))).toContain('out of its folder');
  expect(await matte.inside.blobIds()).toEqual(before);
});

test('by keyboard: the question has the focus, Escape is no, and the focus goes back', async ({ matte }) => {
  const { page } = await PrivacyTab.open(matte);
  const button = page.getByRole('button', { name: 'Delete history' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('an account whose e-mail is damaged stays locked, and is taken along all the same, by its password [P-EXPORT]', async ({
  matte,
  site,
}) => {
  const { account, cut } = await cutScene(matte, site);
  await account.register();
  await cut();
  const { id } = await matte.done();
  const row = (await matte.inside.account()) as unknown as { id: string; email: Uint8Array };
  await matte.inside.put('accounts', { ...row, email: row.email.with(-1, (row.email.at(-1) ?? 0) ^ 1) });
  const privacy = await PrivacyTab.open(matte);
  await expect(privacy.page.getByText('Your account is locked. Unlock it to import.')).toBeVisible();
  await expect(privacy.page.getByRole('button', { name: 'Import cutouts' })).toHaveCount(0);
  const { body: zip } = await privacy.export(ADA.password);
  expect(zip.includes(`images/${id}.png`)).toBe(true);
  expect(zip.includes('"email": null')).toBe(true);
  expect(zip.toString('latin1')).toMatch(/"damaged": \[\s*"email"\s*\]/);
});
