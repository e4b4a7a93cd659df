/** The studio on the newest cutout: as it comes, as a shop's photo, and beside the photo that it was cut from. */
import { join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';
import { openPage, shoot } from './looks.mjs';

const PHOTO = join(ROOT, 'tests/fixtures/photos/astronaut.png');

export async function shootStudio({ context, extensionId }, look) {
  const zoom = look.zoom ?? 1;
  const popup = await openPage(context, look, { width: 380, height: 600 });
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  const href = await popup.getByRole('link', { name: /^Edit/ }).first().getAttribute('href');
  await popup.close();

  const studio = await openPage(context, look, { width: 1280 / zoom, height: 800 / zoom });
  await studio.goto(`chrome-extension://${extensionId}${href}`);
  await studio.getByRole('button', { name: 'Copy' }).waitFor();
  await shoot(studio, studio, look, 'studio', { fullPage: zoom > 1 });
  await studio.reload();
  const preset = studio.getByLabel('Made for');
  await preset.selectOption({ label: 'Shop photo, square, white, with shadow' });
  await shoot(studio, studio, look, 'studio-shop', { fullPage: zoom > 1 });
  await studio.reload(); // undoes the long words
  await preset.selectOption({ label: 'As it was cut out' });
  await studio.getByRole('button', { name: 'Compare' }).click();
  await studio.getByLabel('The photo it was cut from').setInputFiles(PHOTO);
  await studio.getByRole('slider', { name: 'How much of the photo is shown' }).waitFor();
  await studio.getByRole('button', { name: 'Blue' }).click();
  await shoot(studio, studio, look, 'studio-compare', { fullPage: zoom > 1 });
  await studio.getByRole('button', { name: 'Undo' }).click();
  await studio.close();
}
