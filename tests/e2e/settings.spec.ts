/** What is chosen in the popup's Engine section: it reaches every job, stays, and can be told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { Popup } from './pages/popup';
import type { Site } from './site/site';

const file = ({ pictures }: Site, name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: pictures['scene.png'].file,
});

test.setTimeout(120_000);

test('quality and engine reach the jobs of popup and page', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.choose('Best');
  await popup.choose('Processor');
  await popup.pick(file(site, 'cup.png'));
  expect(await matte.done()).toMatchObject({ quality: 'best', backendChoice: 'wasm' });
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  expect(await matte.copied(page)).toMatchObject({ quality: 'best', backendChoice: 'wasm' });
});

test('the settings are still there after a restart of the browser', async ({ launch, site }) => {
  const profile = mkdtempSync(join(tmpdir(), 'matte-profile-'));
  const before = await launch('tiny', { profile });
  await (await Popup.open(before)).choose('Fast');
  await before.chrome.close();

  const after = await launch('tiny', { profile });
  const popup = await Popup.open(after);
  await expect((await popup.engine()).getByRole('radio', { name: 'Fast', exact: true })).toBeChecked();
  await popup.pick(file(site, 'cup.png'));
  expect(await after.done()).toMatchObject({ quality: 'fast', backendChoice: 'auto' });
  await after.chrome.close();
  rmSync(profile, { recursive: true, force: true });
});

test('one way only: the job runs on that rung, and on no other', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.choose('One way only');
  const section = await popup.engine();
  await section.getByRole('combobox').selectOption({ label: 'Processor (one thread)' });
  await popup.pick(file(site, 'cup.png'));
  const job = await matte.done(90_000); // one thread takes its time
  expect(job).toMatchObject({ backendChoice: 'only:wasm', outcome: { backend: 'wasm' } });
});

test('by keyboard alone: open the section, choose, close it', async ({ matte }) => {
  const popup = await Popup.open(matte);
  const { page } = popup;
  const summary = page.locator('.engine > summary');
  for (let steps = 0; steps < 12; steps++) {
    await page.keyboard.press('Tab');
    if (await summary.evaluate((it) => it === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Balanced' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Best' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Automatic' })).toBeFocused();
  await summary.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'Best' })).toBeHidden();
  await expect(summary).toContainText('Best');
});

test('Copy diagnostics: what ran and for how long, without address or name', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  await matte.copied(page);
  const popup = await Popup.open(matte);
  await popup.press('Copy diagnostics', await popup.engine());
  await popup.says('Diagnostics copied');
  const text = await matte.clipboard.text();
  expect(text).toMatch(/^Matte \d+\.\d+\.\d+/);
  expect(text).toContain('640 × 480');
  expect(text).toMatch(/infer \d+ ms/);
  expect(text).toMatch(/wasm-threads: used/);
  expect(text).not.toMatch(/https?:|scene|\.test/);
});
