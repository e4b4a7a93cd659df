/** What Matte promises, it promises in every language: the same sentences, in the same order, with the same numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPromises } from '@/entrypoints/dashboard/privacy/promises';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readPromises(readFileSync(join(ROOT, path), 'utf8'));
const english = read('PRIVACY.md');
const idsOf = (groups: typeof english) => groups.map(({ promises }) => promises.map(({ id }) => id));
const numbersIn = (sentence: string) => sentence.match(/\d+/g) ?? [];

describe.each(['de', 'zh-CN'])('PRIVACY.md in %s', (language) => {
  const translated = read(`locales/${language}/PRIVACY.md`);

  it('promises the same, group by group', () => {
    expect(idsOf(translated), `a promise more goes into locales/${language}/PRIVACY.md, too`).toEqual(idsOf(english));
  });

  it.each(english.flatMap(({ promises }) => promises).map(({ id, sentence }) => [id, sentence]))(
    'says %s in its own words, with its numbers',
    (id, sentence) => {
      const said = translated.flatMap(({ promises }) => promises).find((each) => each.id === id)?.sentence ?? '';
      expect(said).not.toBe(sentence);
      expect(numbersIn(said)).toEqual(numbersIn(sentence));
    },
  );
});
