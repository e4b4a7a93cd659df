/** What every language must have in common: the same sentences, the same values in them, and none that nobody says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { CHINESE } from '@/utils/i18n/chinese';
import { ENGLISH } from '@/utils/i18n/english';
import { GERMAN } from '@/utils/i18n/german';

const ROOT = join(import.meta.dirname, '../../..');
type Flat = Readonly<Record<string, string>>;

const flat = (messages: object): Flat =>
  Object.fromEntries(
    Object.entries(messages).flatMap(([part, said]) =>
      Object.entries(said as Flat).map(([name, text]) => [`${part}.${name}`, text]),
    ),
  );
const english = flat(ENGLISH);
const others = [
  ['de', flat(GERMAN)],
  ['zh-CN', flat(CHINESE)],
] as const;

describe.each(others)('%s', (language, messages) => {
  it('has the same sentences', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it('has the same values and tags in each of them', () => {
    const differing = Object.keys(english).filter(
      (key) => holesOf(english[key], 'en').join() !== holesOf(messages[key], language).join(),
    );
    expect(differing).toEqual([]);
  });

  it('says nothing in English', () => {
    const same = Object.keys(english).filter(
      (key) => messages[key] === english[key] && / \p{L}+ /u.test(english[key] ?? ''),
    );
    expect(same).toEqual([]);
  });
});

it('every sentence is said somewhere', () => {
  const code = ['entrypoints', 'utils']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, folder, file)),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  // A key may be put together, `errors.${code}`: then its beginning stands in the code.
  const prefixes = [...code.matchAll(/`([a-z]+\.[A-Za-z.-]*)\$\{/g)].map((match) => match[1] ?? '');
  const unsaid = Object.keys(english)
    .filter((key) => !key.startsWith('manifest.'))
    .filter((key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)));
  expect(unsaid).toEqual([]);
});

/** The names of all values and tags of a message, once each. */
function holesOf(message: string | undefined, language: string): string[] {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) walk(each);
    else if (typeof node === 'object' && node !== null) {
      if ('type' in node && node.type !== 0 && node.type !== 7 && 'value' in node) names.add(String(node.value));
      for (const child of Object.values(node)) walk(child);
    }
  };
  walk(new IntlMessageFormat(message ?? '', language).getAst());
  return [...names].sort();
}
