/** The bars and their table, as they are drawn. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Bars } from '@/entrypoints/dashboard/statistics/Bars';
import { BarTable } from '@/entrypoints/dashboard/statistics/BarTable';
import { describeBars, describePeriod } from '@/entrypoints/dashboard/statistics/statistics-words';
import { TotalsList } from '@/entrypoints/dashboard/statistics/TotalsList';
import { totalsOf } from '@/utils/statistics/summary';

const bars = [
  { period: '2026-11-20', done: 4, undone: 1 },
  { period: '2026-11-21', done: 0, undone: 0 },
  { period: '2026-11-22', done: 2, undone: 0 },
];

it('the highest bar fills the height, the others their share of it', () => {
  const markup = renderToStaticMarkup(createElement(Bars, { bars }));
  const heights = [...markup.matchAll(/class="(done|undone)" y="-?\d+" width="7" height="(\d+)"/g)];
  expect(heights.map(([, kind, height]) => [kind, Number(height)])).toEqual([
    ['done', 80],
    ['undone', 20],
    ['done', 0],
    ['undone', 0],
    ['done', 40],
    ['undone', 0],
  ]);
});

it('bars have words for who does not see them', () => {
  expect(describeBars(bars)).toBe(`6 cutouts in this time; most on ${describePeriod('2026-11-20')}: 4.`);
  expect(describeBars([])).toBe('No cutouts in this time.');
  const markup = renderToStaticMarkup(createElement(Bars, { bars }));
  expect(markup).toContain(`role="img" aria-label="${describeBars(bars)}"`);
});

it('the table has a row for each period with something in it, newest first', () => {
  const markup = renderToStaticMarkup(createElement(BarTable, { bars }));
  const rows = [...markup.matchAll(/<th scope="row">(.*?)<\/th><td>(\d+)<\/td><td>(\d+)<\/td>/g)];
  expect(rows.map(([, when, done, undone]) => [when, done, undone])).toEqual([
    [describePeriod('2026-11-22'), '2', '0'],
    [describePeriod('2026-11-20'), '4', '1'],
  ]);
});

it('totals claim nothing that was not counted: before the first cutout there is no usual time', () => {
  const empty = renderToStaticMarkup(createElement(TotalsList, { totals: totalsOf([]) }));
  expect(empty).toMatch(/Usual time<\/dt><dd>–/);
  expect(empty).not.toMatch(/saved|%/i);
});
