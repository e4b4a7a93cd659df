import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countHosts, type Filter, fold, foldedWords, NO_FILTER, type Searchable, search } from '@/utils/history/search';

interface Item extends Searchable {
  readonly name: string;
}

function item(name: string, change: { host?: string | null; day?: string; isPinned?: boolean } = {}): Item {
  const { host = null, day = '2026-11-22', isPinned = false } = change;
  return { name, host, day, isPinned, folded: foldedWords({ name, host }) };
}

const named = (items: readonly Item[], filter: Partial<Filter>) =>
  search(items, { ...NO_FILTER, ...filter }).map(({ name }) => name);

describe('words', () => {
  it.each([
    ['Boat', 'boat'],
    ['CAFÉ', 'cafe'],
    ['cafe\u0301', 'café'],
    ['Straße', 'STRASSE'],
    ['ｂｏａｔ', 'boat'],
    ['ｶﾒﾗ', 'カメラ'],
    ['ΟΔΟΣ', 'οδός'],
    ['İstanbul', 'istanbul'],
    ['Ёлка', 'елка'],
    ['ﬁsh', 'fish'],
  ])('%j is found by %j', (name, text) => {
    expect(named([item(name), item('other')], { text })).toEqual([name]);
  });

  it('do not take a voiced kana for its plain sister', () => {
    expect(named([item('ガム'), item('カム')], { text: 'カ' })).toContain('カム');
    expect(fold('ガ')).not.toBe(fold('カ'));
  });

  it('must all be there, in whatever order, in name or page', () => {
    const boats = [item('red boat', { host: 'shop.test' }), item('red car', { host: 'shop.test' }), item('boat')];
    expect(named(boats, { text: '  boat  SHOP ' })).toEqual(['red boat']);
  });

  it('do not reach from the name into the page', () => {
    expect(named([item('boat', { host: 'shop.test' })], { text: 'boatshop' })).toEqual([]);
  });

  it('every part of a name finds it, whatever its letters', () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/\s/.test(text.normalize('NFKD')));
    fc.assert(
      fc.property(part, part, part, (before, middle, after) => {
        const whole = item(`${before} ${middle} ${after}`);
        expect(search([whole], { ...NO_FILTER, text: `${after} ${middle}` })).toEqual([whole]);
      }),
    );
  });

  it('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('days', () => {
  const items = ['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => item(day, { day }));
  it.each([
    [{ from: '2026-11-21' }, ['2026-11-21', '2026-11-22']],
    [{ to: '2026-11-21' }, ['2026-11-20', '2026-11-21']],
    [{ from: '2026-11-21', to: '2026-11-21' }, ['2026-11-21']],
    [{ from: '2026-11-22', to: '2026-11-20' }, []],
  ])('%j, both ends included', (filter, expected) => {
    expect(named(items, filter)).toEqual(expected);
  });
});

describe('pages and pins', () => {
  const items = [
    item('a', { host: 'one.test', isPinned: true }),
    item('b', { host: 'two.test' }),
    item('c', { host: 'two.test', isPinned: true }),
    item('d'),
    item('e'),
    item('f'),
  ];

  it('one page, no page, pinned alone', () => {
    expect(named(items, { host: 'two.test' })).toEqual(['b', 'c']);
    expect(named(items, { host: '' })).toEqual(['d', 'e', 'f']);
    expect(named(items, { host: 'two.test', pinnedOnly: true })).toEqual(['c']);
  });

  it('are counted, the most frequent first and no page last', () => {
    expect(countHosts(items, NO_FILTER)).toEqual([
      { host: 'two.test', count: 2 },
      { host: 'one.test', count: 1 },
      { host: '', count: 3 },
    ]);
  });

  it('are counted among what else fits, whatever page is chosen', () => {
    expect(countHosts(items, { ...NO_FILTER, host: 'one.test', pinnedOnly: true })).toEqual([
      { host: 'one.test', count: 1 },
      { host: 'two.test', count: 1 },
    ]);
  });
});
