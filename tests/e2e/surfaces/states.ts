/** Empty, busy, wrong and asking: what surfaces show beside their usual look. */
import { expect, type Frame } from '@playwright/test';
import type { Matte } from '../pages/matte';
import { Popup } from '../pages/popup';
import type { Site } from '../site/site';
import { FIRST_ID, furnish } from './world';

export interface State {
  readonly name: string;
  readonly show: (matte: Matte, site: Site) => Promise<Frame>;
}

export const STATES: readonly State[] = [
  { name: 'the popup before anything', show: (matte) => opened(matte, 'popup.html') },
  { name: 'the popup with a complaint', show: complaint },
  { name: 'the card with a failure', show: failedCard },
  { name: 'the history before anything', show: (matte) => opened(matte, 'dashboard.html#history') },
  { name: 'a cutout in its dialog', show: dialog },
  { name: 'the form to register', show: registerForm },
  { name: 'settings among which nothing was found', show: nothingFound },
  { name: 'a batch before it starts', show: batchBeforeStart },
  { name: 'the studio before anything', show: (matte) => opened(matte, 'studio.html') },
  { name: 'the studio of what was deleted', show: (matte) => opened(matte, `studio.html#${FIRST_ID}`) },
];

async function opened(matte: Matte, file: string): Promise<Frame> {
  const page = await matte.open(matte.inside.url(file));
  await expect(page.locator('main')).not.toHaveAttribute('aria-busy', 'true');
  return page.mainFrame();
}

async function complaint(matte: Matte): Promise<Frame> {
  const popup = await Popup.open(matte);
  const text = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') };
  await popup.page.getByLabel('Choose pictures').setInputFiles(text);
  await popup.says('This is not a picture');
  return popup.page.mainFrame();
}

async function failedCard(matte: Matte, site: Site): Promise<Frame> {
  site.serve('gone.png', { status: 404 });
  const page = await matte.open(
    site.page({ body: `<img id="it" width="200" height="100" src="${site.url('img.test', 'gone.png')}">` }),
  );
  await matte.rightClick(page, '#it');
  await matte.failed();
  const frame = await matte.card(page).shown();
  await expect(frame.getByRole('progressbar')).toHaveCount(0);
  return frame;
}

async function dialog(matte: Matte): Promise<Frame> {
  await furnish(matte, 'en');
  const frame = await opened(matte, 'dashboard.html#history');
  await frame.getByRole('gridcell').first().press('Enter');
  await expect(frame.getByRole('dialog')).toBeVisible();
  return frame;
}

async function registerForm(matte: Matte): Promise<Frame> {
  const frame = await opened(matte, 'dashboard.html#account');
  await frame.getByRole('button', { name: 'Register' }).click();
  await expect(frame.getByRole('button', { name: 'Back' })).toBeVisible();
  return frame;
}

async function nothingFound(matte: Matte): Promise<Frame> {
  const frame = await opened(matte, 'dashboard.html#settings');
  await frame.getByRole('searchbox').fill('zzzz');
  await expect(frame.getByRole('radio')).toHaveCount(0);
  return frame;
}

async function batchBeforeStart(matte: Matte, site: Site): Promise<Frame> {
  const frame = await opened(matte, 'dashboard.html#batch');
  const { file, type } = site.pictures['scene.png'];
  const pictures = ['a.png', 'b.png'].map((name) => ({ name, mimeType: type, buffer: file }));
  await frame.locator('input[type=file]').first().setInputFiles(pictures);
  await expect(frame.getByRole('button', { name: /^Start/ })).toBeVisible();
  return frame;
}
