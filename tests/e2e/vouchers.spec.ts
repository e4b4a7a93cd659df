/** Vouchers, from the issuer's own tool to the popup: credits rise once, and every other code is refused with its reason. */
import { expect } from '@playwright/test';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { forge, issue, qrOf, recharge } from './browser/shop';
import { test } from './fixtures';
import { sizeOf } from './measure/compare';
import { Account, ADA } from './pages/account';
import { Popup } from './pages/popup';
import type { VoucherSection } from './pages/voucher-section';

const DAY_MS = 86_400_000;
const png = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

test('a recharge says what it will do, does it, and is refused the second time', async ({ matte }) => {
  const code = recharge(50, '--reason', 'Order 17');
  const popup = await Popup.open(matte);
  const vouchers = await popup.vouchers();
  await vouchers.hand(code);
  await vouchers.says('Adds 50 credits. The shop says: “Order 17”');
  await expect(popup.credits).toContainText('20 credits');
  await vouchers.press();
  await vouchers.says('Redeemed: 50 credits more. The shop says: “Order 17”');
  await expect(popup.credits).toHaveText('70 credits · refilled to 10 each day');
  await expect(vouchers.field).toHaveValue('');
  await vouchers.redeem(code);
  await vouchers.refuses('already-redeemed');
  await popup.page.reload();
  await (await popup.vouchers()).redeem(code);
  await (await popup.vouchers()).refuses('already-redeemed');
  await expect(popup.credits).toContainText('70 credits');
});

test('two popups that redeem one code at the same time are granted it once', async ({ matte }) => {
  const code = recharge(5);
  const popups = [await Popup.open(matte), await Popup.open(matte)];
  const desks: VoucherSection[] = [];
  for (const popup of popups) {
    await popup.page.bringToFront();
    const desk = await popup.vouchers();
    await desk.hand(code);
    desks.push(desk);
  }
  // Only one of them can be in front, and a real click waits for that.
  await Promise.all(desks.map(({ section }) => section.locator('[type=submit]').dispatchEvent('click')));
  const said = desks.map(async (desk) => {
    await expect(desk.answers).not.toHaveText(/^Adds/);
    return desk.answers.innerText();
  });
  expect((await Promise.all(said)).map((each) => each.startsWith('Redeemed')).sort()).toEqual([false, true]);
  for (const popup of popups) await expect(popup.credits).toContainText('25 credits');
});

test('tampered, foreign, expired and empty ones are refused, each with its sentence', async ({ matte }) => {
  const code = recharge(50, '--expires', '12h');
  const popup = await Popup.open(matte);
  const vouchers = await popup.vouchers();
  const [head, body = '', signature] = code.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const richer = Buffer.from(JSON.stringify({ ...claims, credits: 5000 })).toString('base64url');
  await vouchers.redeem(`${head}.${richer}.${signature}`);
  await vouchers.refuses('bad-signature');
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  await vouchers.redeem(`${unsigned}.${body}.`);
  await vouchers.refuses('wrong-alg');
  await vouchers.redeem(forge('--kind', 'recharge', '--credits', '50', '--sub', '*'));
  await vouchers.refuses('unknown-key');
  await vouchers.redeem(issue('--kind', 'recharge', '--credits', '50', '--email', 'ann@example.org'));
  await vouchers.refuses('no-account');
  await vouchers.redeem('no voucher at all');
  await vouchers.refuses('malformed');
  // By hand: Playwright's clock would be that of all later tests in this browser too.
  await popup.page.evaluate((ahead) => {
    const now = Date.now;
    Date.now = () => now() + ahead;
  }, DAY_MS);
  await vouchers.redeem(code);
  await vouchers.refuses('expired');
  expect((await matte.inside.ledger()).filter(({ kind }) => kind === 'grant')).toEqual([]);
});

test('a mail with two codes, a QR picture and a boat: each is answered, and none is taken for a picture to cut', async ({
  matte,
  site,
}) => {
  const popup = await Popup.open(matte);
  const vouchers = await popup.vouchers();
  const quoted = recharge(3).replace(/.{60}/g, '$&\n> ');
  const mail = Buffer.from(`Dear Ann,\n\n> ${quoted}\n\nand a gift:\n\n${recharge(4)}\n`);
  await vouchers.choose({ name: 'order.eml', mimeType: 'message/rfc822', buffer: mail });
  await vouchers.says('Voucher 1 of 2Adds 3 credits.', 'Voucher 2 of 2Adds 4 credits.');
  await vouchers.press();
  await vouchers.says('Voucher 1 of 2Redeemed: 3 credits more.', 'Voucher 2 of 2Redeemed: 4 credits more.');
  await vouchers.choose(png('gift.png', qrOf(6)));
  await vouchers.says('Adds 6 credits.');
  await vouchers.press();
  await vouchers.says('Redeemed: 6 credits more.');
  await vouchers.choose(png('boat.png', site.pictures['scene.png'].file));
  await vouchers.says(/^boat\.pngNo QR code can be read/);
  await expect(popup.credits).toContainText('33 credits');
  expect(await matte.inside.jobs()).toEqual([]);
});

test('a picture dropped on the vouchers is read there, and dropped beside them is cut', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  const vouchers = await popup.vouchers();
  await popup.dropOn('details.voucher', png('gift.png', qrOf(6)));
  await vouchers.says('Adds 6 credits.');
  expect(await matte.inside.jobs()).toEqual([]);
  await popup.drop(png('scene.png', site.pictures['scene.png'].file));
  await matte.done();
});

test('with the keyboard alone: unfold, paste, Enter; the focus stays where it is', async ({ matte }) => {
  const popup = await Popup.open(matte);
  const { page } = popup;
  await page.bringToFront();
  const summary = page.locator('.voucher > summary');
  for (let i = 0; i < 10 && !(await summary.evaluate((it) => it === document.activeElement)); i++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const vouchers = await popup.vouchers();
  await expect(vouchers.field).toBeFocused();
  await page.keyboard.insertText(recharge(2));
  await vouchers.says('Adds 2 credits.');
  await page.keyboard.press('Enter');
  await vouchers.says('Redeemed: 2 credits more.');
  await expect(vouchers.field).toBeFocused();
});

test('a membership lifts the limit; one that adds nothing is refused and kept', async ({ matte }) => {
  const until = (years: number) => `${new Date().getUTCFullYear() + years}-06-01`;
  const pro = (years: number) =>
    issue('--kind', 'membership', '--plan', 'pro', '--until', until(years), '--sub', '*', '--expires', '30d');
  const popup = await Popup.open(matte);
  const vouchers = await popup.vouchers();
  await vouchers.redeem(pro(2));
  await vouchers.says(/^Redeemed: you have Pro until /);
  await expect(popup.credits).toContainText('no limit');
  await vouchers.redeem(pro(1));
  await vouchers.refuses('no-gain');
});

test('suspended: full size comes out as a preview that says why, copy stays; reinstated, all is as before', async ({
  matte,
  site,
}) => {
  const toAda = ['--email', ADA.email, '--json'];
  const suspend = JSON.parse(issue('--kind', 'suspend', '--reason', 'Payment was called back', ...toAda));
  const popup = await Popup.open(matte);
  await new Account(popup.page).register();
  const vouchers = await popup.vouchers();
  await vouchers.redeem(suspend.code);
  await vouchers.says(/^Cutouts at full size are suspended\. All that you have stays yours\./);
  await expect(popup.credits).toContainText('Full-size cutouts are suspended');
  await expect(popup.credits).toContainText('“Payment was called back”');

  const scene = png('scene.png', site.pictures['scene.png'].file);
  await popup.pick(scene);
  const preview = await matte.done();
  const size = sizeOf(site.pictures['scene.png'].size);
  expect(preview.outcome).toMatchObject({ reducedFrom: size, reducedBy: 'suspended' });
  await expect(popup.latest).toContainText(sentenceOf('suspended'));
  await expect(popup.latest.getByRole('button', { name: 'Copy' })).toBeEnabled();
  await expect(popup.latest.getByRole('button', { name: 'Download PNG' })).toBeEnabled();

  await vouchers.redeem(JSON.parse(issue('--kind', 'reinstate', ...toAda)).code);
  await vouchers.says('The suspension is lifted: cutouts at full size again.');
  await expect(popup.credits).toContainText('20 credits');
  await popup.pick(scene);
  expect((await matte.done()).outcome).toMatchObject({ ...size });
  await expect(popup.credits).toContainText('19 credits');
});
