/** Brings what a benchmark needs: the project's packages, the packages of this folder, a build. */
import { ensureBuild } from '../scripts/setup/build.mjs';
import { repeatOnModernNode } from '../scripts/setup/node.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { ensureSetup } from '../scripts/setup.mjs';
import { BENCH } from './paths.mjs';

/**
 * @param {{browser: boolean}} needs with `browser` also Chromium and the built extension
 * @returns {Promise<number | null>} the exit code of the same script under a newer Node, or null: go on
 */
export async function prepare({ browser }) {
  await ensureSetup({ chromium: browser });
  const repeated = await repeatOnModernNode();
  if (repeated !== null) return repeated;
  await ensurePackages(BENCH);
  if (browser) await ensureBuild();
  return null;
}
