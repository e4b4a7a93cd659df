/** The popup: with results, with a picture at work, with one in which nothing stands out, with its settings unfolded. */
import { join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';
import { wallPng } from './card.mjs';
import { openPage, shoot } from './looks.mjs';

const WIDTH = 380;
const HEIGHT = 600;
const PHOTO = join(ROOT, 'tests/fixtures/photos/chelsea.png');
const JOB_LIMIT_MS = 300_000;

export async function shootPopup({ context, extensionId }, look) {
  const popup = await openPage(context, look, { width: WIDTH, height: HEIGHT / (look.zoom ?? 1) });
  const picker = popup.getByLabel('Choose pictures');
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await popup.getByRole('button', { name: 'Download PNG' }).waitFor();
  await shoot(popup, popup, look, 'popup');

  await popup.reload();
  await picker.setInputFiles([PHOTO, PHOTO]);
  await popup.getByText('First look').waitFor({ timeout: JOB_LIMIT_MS });
  await shoot(popup, popup, look, 'popup-working');
  await popup.reload();
  await popup.getByRole('button', { name: 'Download PNG' }).waitFor({ timeout: JOB_LIMIT_MS });

  await picker.setInputFiles({ name: 'wall.png', mimeType: 'image/png', buffer: await wallPng() });
  await popup.getByRole('button', { name: /anyway$/ }).waitFor({ timeout: JOB_LIMIT_MS });
  await shoot(popup, popup, look, 'popup-no-subject');
  await popup.getByRole('button', { name: 'Dismiss' }).click();

  await popup.locator('.engine > summary').click();
  await popup.locator('.engine > summary').scrollIntoViewIfNeeded();
  await shoot(popup, popup, look, 'popup-engine', { fullPage: true });
  await popup.close();
}
