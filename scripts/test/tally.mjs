/** Counting: what the tools' reports say, and never "all fine" when a tool itself failed. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{passed: number, failed: number, skipped: number, names?: string[]}} Tally */

const MAX_NAMES = 20;

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** One test per exit code. @returns {Tally} */
export function countByCode(codes) {
  const passed = codes.filter((code) => code === 0).length;
  return { passed, failed: codes.length - passed, skipped: 0 };
}

/** @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    NOTHING,
  );
}

/** From Vitest's JSON report and exit code. @returns {Tally} */
export function readVitest(path, code) {
  const report = readJson(path);
  if (!report) return { ...NOTHING, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests = 0, numTodoTests = 0 } = report;
  const names = (report.testResults ?? []).flatMap(failedIn).slice(0, MAX_NAMES);
  return atLeastOne({ passed, failed, skipped: numPendingTests + numTodoTests, names }, code);
}

/** From Playwright's JSON report and exit code; a flaky test has passed, on a second try. @returns {Tally} */
export function readPlaywright(path, code) {
  const stats = readJson(path)?.stats;
  if (!stats) return { ...NOTHING, failed: 1 };
  const { expected, flaky, unexpected, skipped } = stats;
  return atLeastOne({ passed: expected + flaky, failed: unexpected, skipped }, code);
}

/** One part of `npm test`: what it came to and how long it took; of a failed one, the names that its report knows. */
export function partLine({ title, tally, seconds }) {
  const names = (tally.names ?? []).map((name) => `\n  ✗ ${name}`).join('');
  return `${title}: ${lastLine(tally)} (${Math.round(seconds)} s)${names}`;
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function failedIn({ name, status, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName);
  return failed.length === 0 && status === 'failed' ? [name] : failed;
}

// A file that does not even load, or a run out of time, has no failed test of its own to count.
function atLeastOne(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readJson(path) {
  try {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  } catch {
    return null;
  }
}
