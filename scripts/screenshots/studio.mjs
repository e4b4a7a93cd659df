/** The studio on the newest cutout: as it comes, and as a shop's photo. */
import { openPage, shoot } from './looks.mjs';

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
  await preset.selectOption('shop-square-shadow');
  await shoot(studio, studio, look, 'studio-shop', { fullPage: zoom > 1 });
  await studio.reload(); // undoes the long words
  await preset.selectOption('none');
  await studio.close();
}
