import { describe, expect, it } from 'vitest';
import { askOf, type Key } from '@/entrypoints/dashboard/history/grid-keys';
import { heirOf, rowOf, type Step, stepFrom, toRows } from '@/entrypoints/dashboard/history/grid-rows';
import { extend, NOTHING, selectAll, toggle, within } from '@/entrypoints/dashboard/history/selection';

/**
 * a b c
 * d
 * – the day before –
 * e f
 */
const ITEMS = [...'abcdef'].map((id) => ({ id, day: id < 'e' ? '2026-11-22' : '2026-11-21' }));
const ROWS = toRows(ITEMS, 3);

describe('toRows', () => {
  it('puts a heading before each day, and a day begins a row', () => {
    const drawn = ROWS.map((row) =>
      row.kind === 'day' ? `${row.day} ${row.count}` : row.items.map(({ id }) => id).join(''),
    );
    expect(drawn).toEqual(['2026-11-22 4', 'abc', 'd', '2026-11-21 2', 'ef']);
  });

  it('of nothing is nothing', () => {
    expect(toRows([], 3)).toEqual([]);
    expect(rowOf([], 'a')).toBe(-1);
  });
});

describe('stepFrom', () => {
  it.each<[string, Step, string]>([
    ['a', 'next', 'b'],
    ['c', 'next', 'd'],
    ['d', 'next', 'e'],
    ['f', 'next', 'f'],
    ['a', 'previous', 'a'],
    ['e', 'previous', 'd'],
    ['a', 'below', 'd'],
    ['c', 'below', 'd'],
    ['d', 'below', 'e'],
    ['f', 'below', 'f'],
    ['f', 'above', 'd'],
    ['d', 'above', 'a'],
    ['b', 'above', 'b'],
    ['b', 'row-start', 'a'],
    ['b', 'row-end', 'c'],
    ['b', 'first', 'a'],
    ['b', 'last', 'f'],
  ])('from %s %s is %s', (from, step, to) => {
    expect(stepFrom(ROWS, from, step)).toBe(to);
  });

  it('from what is gone leads nowhere', () => {
    expect(stepFrom(ROWS, 'x', 'next')).toBeNull();
  });
});

it.each([
  ['b', 'c'],
  ['bc', 'd'],
  ['f', 'e'],
  ['ef', 'd'],
  ['ac', 'd'],
  ['adf', 'e'],
  ['abcdef', null],
  ['x', 'f'],
])('when %s go the focus goes to %s', (gone, heir) => {
  const ids = gone === 'x' ? [] : [...gone];
  expect(heirOf(ITEMS, new Set(ids))).toBe(gone === 'x' ? 'a' : heir);
});

describe('keys', () => {
  const key = (name: string, change: Partial<Key> = {}): Key => {
    return { key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...change };
  };
  it.each([
    ['ArrowRight', {}, { kind: 'move', step: 'next', extends: false }],
    ['ArrowDown', { shiftKey: true }, { kind: 'move', step: 'below', extends: true }],
    ['End', {}, { kind: 'move', step: 'row-end', extends: false }],
    ['End', { ctrlKey: true }, { kind: 'move', step: 'last', extends: false }],
    ['Home', { metaKey: true }, { kind: 'move', step: 'first', extends: false }],
    [' ', {}, { kind: 'select' }],
    ['Enter', {}, { kind: 'open' }],
    ['Delete', {}, { kind: 'delete' }],
    ['a', { ctrlKey: true }, { kind: 'select-all' }],
    ['A', { metaKey: true }, { kind: 'select-all' }],
    ['Escape', {}, { kind: 'clear' }],
    ['a', {}, null],
    ['z', { ctrlKey: true }, null],
    ['ArrowLeft', { altKey: true }, null],
    ['Tab', {}, null],
  ])('%s %j', (name, change, ask) => {
    expect(askOf(key(name, change), false)).toEqual(ask);
  });

  it('left and right are mirrored where one reads from the right', () => {
    expect(askOf(key('ArrowLeft'), true)).toMatchObject({ step: 'next' });
    expect(askOf(key('ArrowRight'), true)).toMatchObject({ step: 'previous' });
  });
});

describe('selection', () => {
  const order = [...'abcdef'];
  const ids = (selection: { readonly ids: ReadonlySet<string> }) => [...selection.ids].sort().join('');

  it('a range goes from the last that was chosen by itself, in both directions', () => {
    const c = toggle(NOTHING, 'c');
    expect(ids(extend(c, 'e', order))).toBe('cde');
    expect(ids(extend(c, 'a', order))).toBe('abc');
    expect(ids(extend(extend(c, 'e', order), 'b', order))).toBe('bcde');
  });

  it('a range without a beginning is one', () => {
    expect(ids(extend(NOTHING, 'd', order))).toBe('d');
    expect(ids(extend(toggle(NOTHING, 'x'), 'd', order))).toBe('dx');
  });

  it('choosing twice is not choosing', () => {
    expect(ids(toggle(toggle(NOTHING, 'a'), 'a'))).toBe('');
  });

  it('loses what is not seen any more, and stays the same object when nothing is lost', () => {
    const all = selectAll(order);
    expect(ids(within(all, ['b', 'c']))).toBe('bc');
    expect(within(all, order)).toBe(all);
  });
});
