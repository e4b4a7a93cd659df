/** `npm test [-- --no-e2e]`: set-up, then every check there is. The last line alone says how it went. */

import { runMain, say } from './setup/say.mjs';
import { ensureSetup } from './setup.mjs';
import { build, check, e2e, e2eWithoutBuild, vitest } from './test/steps.mjs';
import { lastLine, NOTHING, partLine, sum } from './test/tally.mjs';

await runMain(import.meta.url, async () => {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg !== '--no-e2e')) {
    say('Usage: npm test [-- --no-e2e]');
    return 2;
  }
  const parts = await testAll(!args.includes('--no-e2e'));
  const total = sum(parts.map(({ tally }) => tally));
  // Again at the end: of a long log, often only the end is kept.
  console.log(`\n${parts.map(partLine).join('\n')}`);
  console.log(`\n${lastLine(total)}`);
  return total.failed === 0 ? 0 : 1;
});

async function testAll(withE2e) {
  const ready = await titled('Set-up', () => setUp(withE2e));
  if (!ready.result) return [{ ...ready, tally: { ...NOTHING, failed: 1 } }];
  const parts = [await counted('Types and lint', check), await counted('Unit and integration', vitest)];
  const built = await counted('Build', build);
  parts.push(built);
  if (withE2e && built.tally.failed > 0) parts.push(await counted('End to end: no build to test', e2eWithoutBuild));
  else if (withE2e) parts.push(await counted('End to end', () => e2e(ready.result.chromium)));
  return [{ ...ready, tally: NOTHING }, ...parts];
}

function setUp(withE2e) {
  return ensureSetup({ chromium: withE2e, display: withE2e, fonts: withE2e }).catch((error) => say(error.message));
}

async function counted(title, step) {
  const { result, ...part } = await titled(title, step);
  return { ...part, tally: result };
}

async function titled(title, step) {
  console.log(`\n── ${title} ──`);
  const start = Date.now();
  const result = await step();
  return { title, result, seconds: (Date.now() - start) / 1000 };
}
