import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from './load';

const { countByCode, lastLine, partLine, readPlaywright, readVitest, sum } = await load('test/tally.mjs');
const folder = mkdtempSync(join(tmpdir(), 'matte-tally-'));

function report(content: unknown): string {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('the tally of npm test', () => {
  it('counts exit codes', () => {
    expect(countByCode([0, 1, 124])).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });

  it('reads Vitest', () => {
    const path = report({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 });
    expect(readVitest(path, 0)).toEqual({ passed: 5, failed: 0, skipped: 2, names: [] });
  });

  it('reads Playwright', () => {
    const path = report({ stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 0 } });
    expect(readPlaywright(path, 1)).toEqual({ passed: 4, failed: 2, skipped: 0 });
  });

  it('never calls a failed tool a success', () => {
    const clean = report({ numPassedTests: 5, numFailedTests: 0 });
    expect(readVitest(clean, 1)).toMatchObject({ passed: 5, failed: 1 });
    expect(readVitest(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(readPlaywright(report('{ cut o'), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(readPlaywright(report({ stats: { expected: 1, flaky: 0, unexpected: 0, skipped: 4 } }), 1).failed).toBe(1);
  });

  it('names what failed in Vitest: tests, and files that did not even load', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'a boat floats' },
      { status: 'failed', fullName: 'a stone floats' },
    ];
    const testResults = [
      { name: 'a.test.ts', status: 'failed', assertionResults },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
    ];
    const tally = readVitest(report({ numPassedTests: 1, numFailedTests: 1, testResults }), 1);
    expect(partLine({ title: 'Unit', tally, seconds: 61.6 })).toBe(
      'Unit: 1 passed, 1 failed (62 s)\n  ✗ a stone floats\n  ✗ b.test.ts',
    );
  });

  it('names skipped tests only when there are some', () => {
    const total = sum([countByCode([0, 0]), { passed: 1, failed: 0, skipped: 0 }]);
    expect(lastLine(total)).toBe('3 passed, 0 failed');
    expect(lastLine({ ...total, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped');
  });
});
