/**
 * `npm run screenshots`: every surface at work on the samples, light and dark, into docs/screenshots/. With `-- --review`
 * also as people with other needs meet them (twice the size, long words, no motion), into out/screenshots/, to be looked at.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuild } from './setup/build.mjs';
import { repeatOnModernNode } from './setup/node.mjs';
import { ROOT } from './setup/paths.mjs';
import { runMain } from './setup/say.mjs';
import { ensureSetup } from './setup.mjs';

const PHOTOS = ['coffee.png', 'chelsea.png', 'astronaut.png'];
const DOCS = join(ROOT, 'docs', 'screenshots');
const REVIEW = join(ROOT, 'out', 'screenshots');

const LOOKS = [
  { name: 'light', folder: DOCS, colorScheme: 'light' },
  { name: 'dark', folder: DOCS, colorScheme: 'dark' },
];
const REVIEWED = [
  { name: 'double', folder: REVIEW, colorScheme: 'light', zoom: 2 },
  { name: 'long', folder: REVIEW, colorScheme: 'dark', longWords: true },
  { name: 'double-long', folder: REVIEW, colorScheme: 'light', zoom: 2, longWords: true, reducedMotion: 'reduce' },
];

await runMain(import.meta.url, async () => {
  await ensureSetup({ chromium: true });
  const repeated = await repeatOnModernNode();
  if (repeated !== null) return repeated;
  await ensureBuild();
  const looks = process.argv.includes('--review') ? [...LOOKS, ...REVIEWED] : LOOKS;
  const { launchMatte } = await import('./browser.mjs');
  const { shootCard } = await import('./screenshots/card.mjs');
  const { shootDashboard, shootWelcome } = await import('./screenshots/dashboard.mjs');
  const { shootPopup } = await import('./screenshots/popup.mjs');
  const { shootStudio } = await import('./screenshots/studio.mjs');
  const matte = await launchMatte({ headless: true });
  try {
    await fillHistory(matte);
    for (const look of looks) {
      await mkdir(look.folder, { recursive: true });
      await shootPopup(matte, look);
      await shootCard(matte, look);
      await shootStudio(matte, look);
      await shootDashboard(matte, look);
      await shootWelcome(matte, look);
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
