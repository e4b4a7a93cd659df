/**
 * Makes a fresh clone work: dependencies, weights, kernels and, when asked, a browser and a virtual screen. Safe to run at any
 * time and quick when nothing is to do. It runs before `npm ci`, so nothing here may import from node_modules at the top.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDisplay } from './setup/display.mjs';
import { ensureFonts } from './setup/fonts.mjs';
import { ensureKernels } from './setup/kernels.mjs';
import { childEnv, nodeBinary } from './setup/node.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { ROOT } from './setup/paths.mjs';
import { mustRun } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';

/**
 * @param {{chromium?: boolean, display?: boolean, fonts?: boolean}} [wish] what is needed beyond dependencies, weights and kernels
 * @returns {Promise<{chromium: string | null, display: boolean}>} the browser's path; whether a screen can be faked
 */
export async function ensureSetup({ chromium = false, display = false, fonts = false } = {}) {
  await ensurePackages();
  await ensureModels();
  await ensureKernels();
  if (fonts) await ensureFonts();
  return {
    chromium: chromium ? await ensureChromium() : null,
    display: display ? await ensureDisplay() : false,
  };
}

async function ensureModels() {
  const script = join(ROOT, 'scripts', 'models.mjs');
  if (!existsSync(script)) return;
  const failed = 'The model could not be made ready: see the lines above.';
  await mustRun(nodeBinary(), [script], failed, { env: childEnv() });
}

await runMain(import.meta.url, async () => {
  await ensureSetup();
});
