/** `npm run screenshots`: card and popup at work on the samples, light and dark, into docs/screenshots/. */
import { join } from 'node:path';
import { ensureBuild } from './setup/build.mjs';
import { repeatOnModernNode } from './setup/node.mjs';
import { ROOT } from './setup/paths.mjs';
import { runMain } from './setup/say.mjs';
import { ensureSetup } from './setup.mjs';

const PHOTOS = ['coffee.png', 'chelsea.png', 'astronaut.png'];
const CARD_AREA = { x: 1280 - 640, y: 900 - 460, width: 640, height: 460 };

await runMain(import.meta.url, async () => {
  await ensureSetup({ chromium: true });
  const repeated = await repeatOnModernNode();
  if (repeated !== null) return repeated;
  await ensureBuild();
  const { launchMatte } = await import('./browser.mjs');
  const matte = await launchMatte({ headless: true });
  try {
    await fillHistory(matte);
    for (const colorScheme of ['light', 'dark']) {
      await shootPopup(matte, colorScheme);
      await shootCard(matte, colorScheme);
    }
  } finally {
    await matte.close();
  }
  return 0;
});

async function fillHistory(matte) {
  const { endOfJob, openDoor, startJob } = await import('./session.mjs');
  const door = await openDoor(matte);
  for (const photo of PHOTOS) {
    const { jobId } = await startJob(door, join(ROOT, 'tests/fixtures/photos', photo));
    await endOfJob(door, jobId, 300_000);
  }
  await door.close();
}

async function shootPopup({ context, extensionId }, colorScheme) {
  const popup = await context.newPage();
  await popup.emulateMedia({ colorScheme });
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await popup.getByRole('button', { name: 'Download PNG' }).waitFor();
  await popup.waitForTimeout(400);
  await popup.screenshot({ path: pathOf('popup', colorScheme) });
  await popup.close();
}

/** Once in the middle of the job and once at its end, on the sample page. */
async function shootCard(matte, colorScheme) {
  const { serveSamples } = await import('./start/server.mjs');
  const { chooseMenuItem } = await import('./start/right-click.mjs');
  const server = await serveSamples();
  const page = await matte.context.newPage();
  await page.emulateMedia({ colorScheme });
  await page.goto(server.url);
  const photo = page.locator('#astronaut');
  await photo.click({ button: 'right' });
  await chooseMenuItem(matte.serviceWorker, server.url, await photo.evaluate((image) => image.currentSrc));
  await page.waitForTimeout(4000);
  await page.screenshot({ path: pathOf('card-working', colorScheme), clip: CARD_AREA });
  const card = page.frames().find((frame) => frame.url().includes('/card.html'));
  await card.getByText('Copied').first().waitFor({ timeout: 300_000 });
  await page.waitForTimeout(400);
  await page.screenshot({ path: pathOf('card-done', colorScheme) });
  await page.close();
  server.close();
}

function pathOf(name, colorScheme) {
  return join(ROOT, 'docs', 'screenshots', `${name}-${colorScheme}.png`);
}
