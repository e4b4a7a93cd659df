/** PRIVACY.md and the code say the same: each sentence has a test that carries its name, and each number is a constant's. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPromises } from '@/entrypoints/dashboard/privacy/promises';
import * as backoff from '@/utils/account/backoff';
import * as securityLog from '@/utils/account/security-log-store';
import * as diagnostics from '@/utils/diagnostics/diagnostics';
import * as retention from '@/utils/history/retention';
import * as statistics from '@/utils/statistics/statistics';

const ROOT = join(import.meta.dirname, '..');
const markdown = readFileSync(join(ROOT, 'PRIVACY.md'), 'utf8');
const promises = readPromises(markdown).flatMap((group) => group.promises);
const promised = new Set(promises.map(({ id }) => id));

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Module = Readonly<Record<string, unknown>>;

/** What a sentence promises, the constant that keeps it, and what one of its unit is in that constant. */
const NUMBERS: Readonly<Record<string, readonly [phrase: string, module: Module, constant: string, unit: number]>> = {
  'P-ORIGINALS-1H': ['1 hour', retention, 'BRIEFLY_MS', HOUR_MS],
  'P-BATCH-24H': ['24 hours', retention, 'BATCH_MS', HOUR_MS],
  'P-LOG-30D': ['30 days', securityLog, 'SECURITY_LOG_MS', DAY_MS],
  'P-GUESSING': ['15 minutes', backoff, 'LONGEST_WAIT_MS', MINUTE_MS],
  'P-STATS-12M': ['12 months', statistics, 'KEPT_MONTHS', 1],
  'P-DIAG-30D': ['30 days', diagnostics, 'DIAGNOSTICS_MS', DAY_MS],
};

const ID = /\[(P-[A-Z0-9-]+)\]/g;

/** Ids in titles, and the file of each. A title that is skipped or only planned proves nothing. */
function titled(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of testFiles()) {
    for (const line of readFileSync(join(ROOT, path), 'utf8').split('\n')) {
      if (!/\b(it|test)\b.*\(|^\s*\]( as const)?\)\(|^\s+['"`]/.test(line) || /\.(skip|todo|fixme|fails)\(/.test(line))
        continue;
      for (const [, title = ''] of line.matchAll(/['"`](.*)['"`]/g)) {
        for (const [, id = ''] of title.matchAll(ID)) found.set(id, path);
      }
    }
  }
  return found;
}

function testFiles(): string[] {
  const files = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path) && path !== 'privacy.test.ts')
    .map((path) => `tests/${path}`);
}

const tests = titled();

describe('PRIVACY.md', () => {
  it('is read whole: each item of a list is a sentence with a name of its own', () => {
    const items = markdown.split('\n').filter((line) => line.startsWith('- '));
    expect(promises).toHaveLength(items.length);
    expect(promised.size).toBe(items.length);
    expect(items.length).toBeGreaterThan(20);
  });

  it.each(promises.map(({ id, sentence }) => [id, sentence]))('%s is proved by a test: %s', (id) => {
    expect([...tests.keys()]).toContain(id);
  });

  it.each([...tests])('%s, of %s, stands in it', (id) => {
    expect([...promised]).toContain(id);
  });

  it.each(promises.filter(({ sentence }) => /\d/.test(sentence)).map(({ id, sentence }) => [id, sentence]))(
    '%s keeps its number: %s',
    (id, sentence) => {
      const [phrase, module, constant, unit] = NUMBERS[id] ?? [];
      expect(phrase, 'a number without a constant').toBeDefined();
      expect(sentence.match(/\d+ \w+/g)).toEqual([phrase]);
      expect(Number(module?.[constant ?? '']) / (unit ?? 0), constant).toBe(Number.parseInt(phrase ?? '', 10));
    },
  );
});
