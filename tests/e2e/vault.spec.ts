/** An account on one browser: its pictures lie sealed, reach the page all the same, and open with password or code. */
import { expect, type Locator } from '@playwright/test';
import { decode, difference } from './measure/compare';
import { expectCutout } from './measure/expect-cutout';
import { filesHolding } from './measure/search-files';
import { Account, ADA } from './pages/account';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';
import { test } from './profile';
import type { Site } from './site/site';

test.setTimeout(120_000);

const scene = ({ pictures }: Site) => {
  return { name: 'scene.png', mimeType: pictures['scene.png'].type, buffer: pictures['scene.png'].file };
};

async function openPopup(matte: Matte) {
  const popup = await Popup.open(matte);
  return { popup, account: new Account(popup.page) };
}

/** The files as the user can have them: the PNG by download, the WebP as it is shown. */
async function filesOf(matte: Matte, popup: Popup): Promise<{ png: Buffer; webp: Buffer }> {
  const { body: png } = await matte.download(() => popup.press('Download PNG', popup.latest));
  return { png, webp: await shownBytes(popup.latest.locator('img')) };
}

async function shownBytes(picture: Locator): Promise<Buffer> {
  const bytes = await picture.evaluate(async (img: HTMLImageElement) => {
    return [...new Uint8Array(await (await fetch(img.src)).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

test('register → job → lock: no byte of it can be read from the disk; unlock: history opens [P-SEALED] [P-LOCK]', async ({
  launch,
  site,
  profile,
}) => {
  const matte = await launch('tiny', { profile });
  const { popup, account } = await openPopup(matte);
  await account.register();
  await popup.pick(scene(site));
  const job = await matte.done();
  await expect(popup.latest).toContainText('scene');
  const { png, webp } = await filesOf(matte, popup);
  expectCutout(await decode(png), site.pictures['scene.png']);

  await account.press('Lock now');
  await popup.says('Unlock to see them');
  await expect(popup.latest).toHaveCount(0);
  await expect(popup.page.locator('img')).toHaveCount(0);
  const stored = await matte.inside.blob(`${job.id}/cutout`);
  expect(stored.includes(png.subarray(0, 8)), 'a PNG’s signature').toBe(false);
  expect((await matte.inside.blob(`${job.id}/preview`)).includes('WEBP')).toBe(false);
  await matte.chrome.close();
  expect(filesHolding(profile, stored), 'the search finds what is there').not.toEqual([]);
  expect(filesHolding(profile, png)).toEqual([]);
  expect(filesHolding(profile, webp)).toEqual([]);

  const again = await launch('tiny', { profile });
  const later = await openPopup(again);
  await later.popup.press('Unlock to see them');
  await expect(later.popup.page.getByLabel('Password')).toBeFocused();
  await later.account.unlock();
  await expect(later.popup.latest).toContainText('scene', { timeout: 15_000 });
  expect((await filesOf(again, later.popup)).png.equals(png)).toBe(true);
});

test('what the guest had goes along, sealed [P-SEALED]', async ({ launch, site, profile }) => {
  const matte = await launch('tiny', { profile });
  const { popup, account } = await openPopup(matte);
  await popup.pick(scene(site));
  const job = await matte.done();
  await expect(popup.latest).toContainText('scene');
  const { png } = await filesOf(matte, popup);
  expect(filesHolding(profile, png), 'a guest’s lies there as it is').not.toEqual([]);
  await account.register();
  expect((await matte.inside.blob(`${job.id}/cutout`)).includes(png.subarray(0, 8))).toBe(false);
  await expect(popup.latest).toContainText('scene');
  expect((await filesOf(matte, popup)).png.equals(png)).toBe(true);
  await account.press('Sign out');
  await expect(popup.latest).toHaveCount(0);
  await matte.chrome.close();
  const again = await launch('tiny', { profile });
  await openPopup(again);
  await again.chrome.close();
  expect(filesHolding(profile, png), 'the browser has deleted the guest’s file').toEqual([]);
});

test('while it is locked a right-click is copied as ever, and then nothing opens', async ({ launch, site }) => {
  const matte = await launch('tiny');
  const { popup, account } = await openPopup(matte);
  await account.register();
  await account.press('Lock now');
  await account.says('Locked');
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  const job = await matte.copied(page);
  const copied = await matte.clipboard.pixels(page);
  expectCutout(copied, site.pictures['scene.png']);
  await expect.poll(() => matte.inside.deliveries()).toEqual([]);
  await expect(popup.page.getByRole('list', { name: 'Locked cutouts' }).locator('li')).toHaveCount(1);
  await account.unlock();
  await expect(popup.latest).toContainText('scene', { timeout: 15_000 });
  const { png } = await filesOf(matte, popup);
  expect(difference(await decode(png), copied), job.id).toBeLessThanOrEqual(1);
});

test('the recovery code sets a new password, and is replaced', async ({ launch, site }) => {
  const matte = await launch('tiny');
  const { popup, account } = await openPopup(matte);
  const code = await account.register();
  await popup.pick(scene(site));
  await matte.done();
  await account.press('Sign out');
  await account.press('Sign in');
  await account.press('Forgot password');
  await account.fill('E-mail', ADA.email);
  await account.fill('Recovery code', code.slice(0, -2));
  await account.fill('New password', 'nineteen copper umbrellas dance');
  await account.press('Set new password');
  await account.says('seven groups of four');
  await account.fill('Recovery code', code.toLowerCase().replaceAll('-', ' '));
  await account.press('Set new password');
  expect(await account.noteCode()).not.toBe(code);
  await expect(popup.latest).toContainText('scene');
});

test('by keyboard alone: unfold, register as far as the first refusal, go back', async ({ matte }) => {
  const { popup, account } = await openPopup(matte);
  const { page } = popup;
  await page.locator('.account > summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.evaluate(() => navigator.clipboard.writeText('nobody'));
  await page.keyboard.press('Control+V');
  await expect(page.getByLabel('E-mail')).toHaveValue('nobody');
  await page.keyboard.press('Enter');
  await account.says('no e-mail address');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).press('Space');
  await account.says('works without an account');
});

test('nobody touches the computer: every window is locked [P-LOCK]', async ({ launch }) => {
  const matte = await launch('tiny');
  const { account } = await openPopup(matte);
  await account.register();
  const other = await openPopup(matte);
  await other.account.says('Unlocked');
  await matte.chrome.serviceWorker.evaluate(() => {
    const { onStateChanged } = chrome.idle as unknown as { onStateChanged: { dispatch(state: string): void } };
    onStateChanged.dispatch('idle');
  });
  await account.says('Locked');
  await other.account.says('Locked');
});
