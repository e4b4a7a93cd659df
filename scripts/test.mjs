/** `npm test [-- --no-e2e]`: set-up, then every check there is. The last line alone says how it went. */

import { runMain, say } from './setup/say.mjs';
import { ensureSetup } from './setup.mjs';
import { build, check, e2e, e2eWithoutBuild, vitest } from './test/steps.mjs';
import { lastLine, NOTHING, sum } from './test/tally.mjs';

await runMain(import.meta.url, async () => {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg !== '--no-e2e')) {
    say('Usage: npm test [-- --no-e2e]');
    return 2;
  }
  const total = await testAll(!args.includes('--no-e2e'));
  console.log(`\n${lastLine(total)}`);
  return total.failed === 0 ? 0 : 1;
});

async function testAll(withE2e) {
  const ready = await titled('Set-up', () =>
    ensureSetup({ chromium: withE2e, display: withE2e, fonts: withE2e }),
  ).catch(failedSetup);
  if (!ready) return { ...NOTHING, failed: 1 };
  const tallies = [await titled('Types and lint', check), await titled('Unit and integration', vitest)];
  const built = await titled('Build', build);
  tallies.push(built);
  if (withE2e && built.failed > 0) tallies.push(await titled('End to end: no build to test', e2eWithoutBuild));
  else if (withE2e) tallies.push(await titled('End to end', () => e2e(ready.chromium)));
  return sum(tallies);
}

function failedSetup(error) {
  say(error.message);
  return null;
}

function titled(title, step) {
  console.log(`\n── ${title} ──`);
  return step();
}
