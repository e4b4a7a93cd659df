/** The parts of `npm test`. Limits keep one that hangs from taking the rest along; a usual run takes 17 to 20 minutes of the 25 it may. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../setup/node.mjs';
import { ROOT } from '../setup/paths.mjs';
import { countByCode, NOTHING, readPlaywright, readVitest } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

const REPORTS = join(ROOT, 'out', 'reports');
const MINUTE_MS = 60_000;
const E2E_MINUTES = 21;

/** Types of everything, types of the pure folders, lint: one test each. @returns {Promise<Tally>} */
export async function check() {
  const prepared = await tool(1, 'wxt', 'prepare');
  const types = (...args) => (prepared === 0 ? tool(2, 'tsc', '--noEmit', ...args) : prepared);
  return countByCode([await types(), await types('-p', 'tsconfig.pure.json'), await tool(1, 'biome', 'check', '.')]);
}

/** Unit and integration tests. @returns {Promise<Tally>} */
export async function vitest() {
  const report = freshReport('vitest.json');
  const code = await tool(5, 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  return readVitest(report, code);
}

/** The extension itself. @returns {Promise<Tally>} */
export async function build() {
  return countByCode([await tool(1, 'wxt', 'build')]);
}

/** End to end, in the browser at `chromium`. @returns {Promise<Tally>} */
export async function e2e(chromium) {
  const report = freshReport('e2e.json');
  // Playwright's own limit comes first: it still writes the report.
  const args = ['test', '--reporter=list,json', `--global-timeout=${E2E_MINUTES * MINUTE_MS}`];
  const env = { CHROME_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await runTool('playwright', args, { env, output: 'inherit', limitMs: (E2E_MINUTES + 1) * MINUTE_MS });
  return readPlaywright(report, code);
}

/** Without a build no end-to-end test can pass: all of them have failed. @returns {Promise<Tally>} */
export async function e2eWithoutBuild() {
  const report = freshReport('e2e-list.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  await runTool('playwright', ['test', '--list', '--reporter=json'], { env, limitMs: MINUTE_MS });
  return { ...NOTHING, failed: listedIn(report) };
}

function listedIn(report) {
  try {
    const count = (suite) =>
      (suite.specs ?? []).reduce((n, { tests }) => n + tests.length, 0) +
      (suite.suites ?? []).reduce((n, inner) => n + count(inner), 0);
    return Math.max(1, count(JSON.parse(readFileSync(report, 'utf8'))));
  } catch {
    return 1;
  }
}

function tool(minutes, name, ...args) {
  return runTool(name, args, { output: 'inherit', limitMs: minutes * MINUTE_MS });
}

function freshReport(name) {
  const path = join(REPORTS, name);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(path, { force: true });
  return path;
}
