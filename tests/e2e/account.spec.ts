/// <reference types="chrome" />
/** The Account tab: what an account can change about itself, and that the new holds and the old does not. */
import { expect, type Page } from '@playwright/test';
import { test as base } from './fixtures';
import { Account, ADA } from './pages/account';
import { AccountTab } from './pages/account-tab';
import { Authenticator } from './pages/authenticator';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';
import type { PictureName } from './site/pictures';
import type { Site } from './site/site';

/** A browser with Ada in it; her key must not stay in the session for the next test. */
const test = base.extend<{ mine: Matte; tab: AccountTab }>({
  mine: async ({ launch }, use) => use(await launch('tiny')),
  tab: async ({ mine }, use) => use(await AccountTab.open(mine)),
});
test.setTimeout(120_000);

const BOB = { email: 'bob@example.org', password: 'nineteen copper umbrellas dance' };
const NEW_PASSWORD = 'eleven quiet lanterns hum';

const file = ({ pictures }: Site, name: PictureName) => {
  return { name, mimeType: pictures[name].type, buffer: pictures[name].file };
};

test('name, e-mail and password are changed, and one signs in with the new ones [P-CORRECT]', async ({ tab }) => {
  await tab.register();
  await tab.change('Change name', { Name: 'Ada Lovelace' }, 'Save name');
  await tab.says('Your name is saved');
  await expect(tab.section('Profile')).toContainText('Ada Lovelace');
  await expect(tab.tab.getByRole('button', { name: 'Change name' })).toBeFocused();

  await tab.change('Change e-mail', { 'New e-mail': 'ada', Password: ADA.password }, 'Save e-mail');
  await expect(tab.refusal).toContainText('no e-mail address');
  await tab.fill('New e-mail', 'ada@lovelace.example');
  await tab.press('Save e-mail');
  await tab.says('sign in with the new e-mail');
  await expect(tab.section('Sign-in')).toContainText('ada@lovelace.example');

  const weak = { 'Password until now': ADA.password, 'New password': 'ada lovelace' };
  await tab.change('Change password', weak, 'Save password');
  await expect(tab.refusal).toContainText(/too easy to guess.*Add more words/);
  await tab.fill('New password', NEW_PASSWORD);
  await tab.press('Save password');
  await tab.says('Your password is changed');

  await tab.press('Sign out');
  await tab.signIn(ADA);
  await expect(tab.refusal).toContainText('E-mail or password is wrong');
  await tab.fill('E-mail', 'ada@lovelace.example');
  await tab.fill('Password', NEW_PASSWORD);
  await tab.press('Sign in');
  await expect(tab.section('Profile')).toContainText('Ada Lovelace');
});

test('a new recovery code works, the old one does not', async ({ tab }) => {
  const old = await tab.register();
  await tab.change('New recovery code', { Password: ADA.password }, 'Make new code');
  const code = await tab.noteCode();
  expect(code).not.toBe(old);
  await tab.press('Lock now');
  await tab.press('Forgot password');
  await tab.fill('E-mail', ADA.email);
  await tab.fill('Recovery code', old);
  await tab.fill('New password', NEW_PASSWORD);
  await tab.press('Set new password');
  await expect(tab.refusal).toContainText('recovery code is wrong');
  await tab.fill('Recovery code', code);
  await tab.press('Set new password');
  await tab.noteCode();
});

test('wrong passwords are said, wait, and stand in the security log', async ({ tab }) => {
  await tab.register();
  await tab.change('New recovery code', { Password: 'wrong' }, 'Make new code');
  for (let i = 0; i < 2; i++) {
    await expect(tab.refusal).toContainText('not the password');
    await expect(tab.timer).toHaveCount(0);
    await tab.press('Make new code');
    await expect(tab.tab.locator('form')).toHaveAttribute('aria-busy', 'true');
    await expect(tab.tab.locator('form')).toHaveAttribute('aria-busy', 'false');
  }
  await expect(tab.timer).toContainText('Next try in 0:0');
  await expect(tab.section('Security log')).toContainText('30 days');
  expect(await tab.log()).toEqual(['Wrong password', 'Wrong password', 'Wrong password', 'Account registered']);
  await expect(tab.timer).toHaveCount(0, { timeout: 20_000 });
  await tab.fill('Password', ADA.password);
  await tab.press('Make new code');
  await tab.noteCode();
});

test('one signs in as another, and nobody reads here who else is', async ({ tab }) => {
  await tab.register(BOB);
  await tab.press('Sign out');
  await tab.register();
  await expect(tab.tab).not.toContainText(BOB.email);
  await tab.press('Sign in as another');
  await tab.fill('E-mail', BOB.email);
  await tab.fill('Password', BOB.password);
  await tab.press('Sign in');
  await expect(tab.section('Sign-in')).toContainText(BOB.email);
  await expect(tab.tab).not.toContainText(ADA.email);
  await expect(tab.tab.getByRole('heading', { level: 2 })).toBeFocused();
});

test('a picture is cropped, seen in the popup while unlocked alone, and removed', async ({ mine, tab, site }) => {
  await tab.register();
  await tab.give(file(site, 'scene.jpg'));
  await tab.tab.getByLabel('Zoom').press('PageUp');
  await tab.tab.getByLabel('Top to bottom').press('Home');
  await expect(tab.tab.getByLabel('Left to right')).toHaveValue('50');
  await tab.drag(60, 0);
  await expect(tab.tab.getByLabel('Left to right')).not.toHaveValue('50');
  await tab.press('Save picture');
  await tab.says('Your picture is saved');
  const side = () =>
    tab.avatar.evaluate(({ naturalWidth, naturalHeight }: HTMLImageElement) => [naturalWidth, naturalHeight]);
  await expect.poll(side).toEqual([256, 256]);
  await expect(tab.tab.getByRole('button', { name: 'Change picture' })).toBeFocused();

  const popup = await Popup.open(mine);
  const inLine = popup.page.locator('details.account summary img');
  await expect(inLine).toBeVisible();
  await tab.press('Lock now');
  await expect(inLine).toHaveCount(0);
  await new Account(popup.page).unlock();
  await expect(inLine).toBeVisible({ timeout: 15_000 });

  await tab.press('Remove picture');
  await tab.says('Your picture is removed');
  await expect(inLine).toHaveCount(0);
});

test('files that are no picture to keep get a sentence', async ({ tab, site }) => {
  await tab.register();
  await tab.give(file(site, 'scene.svg'));
  await expect(tab.refusal).toContainText('SVG');
  await tab.give({ name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') });
  await expect(tab.refusal).toContainText('damaged or cut off');
  await tab.give({ name: 'empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0) });
  await expect(tab.refusal).toContainText('empty');
  await tab.give({ name: 'huge.png', mimeType: 'image/png', buffer: hugePng() });
  await expect(tab.refusal).toContainText('100 megapixels');
  await tab.give(file(site, 'animated.gif'));
  await tab.says('only its first frame');
  await tab.press('Cancel');
  await expect(tab.avatar).toHaveCount(0);
});

test('the background goes by our own engine, and costs nothing', async ({ mine, tab, site }) => {
  await tab.register();
  await tab.give(file(site, 'square.png'));
  await tab.tab.getByLabel('Remove the background').check();
  await mine.ask(() => tab.press('Save picture'));
  await mine.done();
  await tab.says('Your picture is saved');
  expect((await mine.inside.ledger()).filter(({ kind }) => kind === 'settle')).toEqual([]);
  const corner = await tab.avatar.evaluate(async (img: HTMLImageElement) => {
    await img.decode();
    const context = new OffscreenCanvas(img.naturalWidth, img.naturalHeight).getContext('2d');
    context?.drawImage(img, 0, 0);
    return context?.getImageData(2, 2, 1, 1).data[3];
  });
  expect(corner, 'alpha of a corner').toBe(0);
});

test('a passkey is added with the password, unlocks tab and popup, and opens nothing once removed', async ({
  mine,
  tab,
}) => {
  const finger = await Authenticator.plugIn(tab.page);
  await tab.register();
  await tab.change('Add a passkey', { Password: 'wrong' }, 'Continue');
  await expect(tab.refusal).toContainText('not the password');
  expect(await finger.passkeys()).toEqual([]);
  await tab.fill('Password', ADA.password);
  await tab.press('Continue');
  await tab.says('The passkey is added');
  const passkeys = await finger.passkeys();
  expect(passkeys).toMatchObject([{ rpId: `chrome-extension://${mine.chrome.extensionId}` }]);
  expect(JSON.stringify(passkeys)).not.toContain(ADA.email);
  await tab.change('Add a passkey', { Password: ADA.password }, 'Continue');
  await expect(tab.refusal).toContainText('already has a passkey');

  await tab.press('Lock now');
  await tab.press('Unlock with a passkey');
  await expect(tab.section('Profile')).toBeVisible();
  expect((await tab.log())[0]).toBe('Unlocked with a passkey');

  await tab.press('Lock now');
  await expect(tab.tab.getByRole('button', { name: 'Unlock with a passkey' })).toBeVisible(); // the lock is closed
  await tab.page.goto(mine.inside.url('popup.html'));
  const account = new Account(tab.page);
  const opened = mine.chrome.context.waitForEvent('page');
  const restore = await pretendPopup(tab.page);
  await account.press('Unlock with a passkey');
  expect((await opened).url(), 'from the real popup').toBe(mine.inside.url('dashboard.html#account'));
  await restore();
  await account.press('Unlock with a passkey');
  await account.says('Signed in as');

  await tab.page.goto(mine.inside.url('dashboard.html#account'));
  await tab
    .section('Sign-in')
    .getByRole('button', { name: /^Remove the passkey/ })
    .click();
  await expect(tab.section('Sign-in').getByRole('listitem')).toHaveCount(0);
  await tab.press('Lock now');
  await expect(tab.tab.getByLabel('Password', { exact: true })).toBeVisible();
  await expect(tab.tab.getByRole('button', { name: 'Unlock with a passkey' })).toHaveCount(0);
});

test('a passkey that is refused is a sentence, and the password still unlocks', async ({ tab }) => {
  const finger = await Authenticator.plugIn(tab.page);
  await tab.register();
  await tab.change('Add a passkey', { Password: ADA.password }, 'Continue');
  await tab.says('The passkey is added');
  await tab.press('Lock now');
  await finger.recognises(false);
  await tab.press('Unlock with a passkey');
  await expect(tab.refusal).toContainText('passkey was not used');
  await tab.fill('Password', ADA.password);
  await tab.press('Unlock');
  await expect(tab.section('Profile')).toBeVisible();
});

test('an authenticator that keeps no secrets is told so, and nothing is added', async ({ tab }) => {
  await Authenticator.plugIn(tab.page, { hasPrf: false });
  await tab.register();
  await tab.change('Add a passkey', { Password: ADA.password }, 'Continue');
  await expect(tab.refusal).toContainText('cannot keep a secret');
  await expect(tab.section('Sign-in').getByRole('listitem')).toHaveCount(0);
});

/** Makes the page believe that it is no tab. @returns what ends that */
async function pretendPopup(page: Page): Promise<() => Promise<void>> {
  const inTab = await page.evaluateHandle(() => {
    const { getCurrent } = chrome.tabs;
    Object.assign(chrome.tabs, { getCurrent: async () => undefined });
    return { getCurrent };
  });
  return () => inTab.evaluate((kept) => void Object.assign(chrome.tabs, kept));
}

/** A header that says 30000 × 30000, and no pixels. */
function hugePng(): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(30_000, 0);
  size.writeUInt32BE(30_000, 4);
  return Buffer.concat([header, size, Buffer.from('080600000000000000', 'hex')]);
}
