/** What another language changes in the dashboard: plurals and cases, the marks in numbers, dates, lists. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { countCutouts } from '@/entrypoints/dashboard/history/cutout-words';
import { packCutouts } from '@/entrypoints/dashboard/history/zip-cutouts';
import { describeBytes, describeImport, listOf } from '@/entrypoints/dashboard/privacy/privacy-words';
import { BarTable } from '@/entrypoints/dashboard/statistics/BarTable';
import { describeBars, describePeriod, describeShare } from '@/entrypoints/dashboard/statistics/statistics-words';
import { CHINESE } from '@/utils/i18n/chinese';
import { ENGLISH } from '@/utils/i18n/english';
import { GERMAN } from '@/utils/i18n/german';
import { say, speak } from '@/utils/i18n/say';
import { describeHolding } from '@/utils/privacy/holding-words';
import { TABLE_NAMES } from '@/utils/privacy/holdings';
import { receiptText } from '@/utils/privacy/receipt-words';

const english = () => speak(ENGLISH, 'en');
const german = () => speak(GERMAN, 'de');
const chinese = () => speak(CHINESE, 'zh-CN');

afterEach(english);

const IMPORTED = { imported: 1200, present: 0, damaged: 1, noRoom: 0, stopped: 'storage-full' } as const;
const BARS = [
  { period: '2026-11-20', done: 1200, undone: 1 },
  { period: '2026-11-21', done: 2, undone: 0 },
];

describe('in German', () => {
  it('counts have their own plurals, cases and marks', () => {
    german();
    expect([1, 1200].map(countCutouts)).toEqual(['1 Freisteller', '1.200 Freisteller']);
    expect(say('history.foundOf', { found: 2, count: 5 })).toBe('2 von 5 Freistellern');
    expect(say('history.keepLess', { count: 1 })).toMatch(/^1 Freisteller würde jetzt/);
    expect(say('history.keepLess', { count: 2 })).toMatch(/^2 Freisteller würden jetzt/);
    expect(say('history.zipLeftOut', { count: 1, total: 1200 })).toMatch(
      /^1 von 1.200 Freistellern ließ .* nennt ihn\.$/,
    );
  });

  it('an import is summed up, and what was not there is not said', () => {
    german();
    expect(describeImport(IMPORTED)).toBe(
      '1.200 importiert, 1 beschädigt. Die Festplatte ist voll, deshalb wurde der Rest ausgelassen. Schaffen Sie Platz und importieren Sie dann noch einmal.',
    );
  });

  it('dates, shares and sizes are written as there', () => {
    german();
    expect(describePeriod('2026-11-20')).toBe('20. Nov.');
    expect(describeShare(0.5)).toBe('50\u00a0%');
    expect(describeBytes(2_500_000)).toMatch(/^2,5\sMB$/);
    expect(describeBars(BARS)).toBe('1.202 Freisteller in dieser Zeit; am meisten: 20. Nov. (1.200).');
    const table = renderToStaticMarkup(createElement(BarTable, { bars: BARS }));
    expect(table).toContain('<th scope="row">20. Nov.</th><td>1.200</td><td>1</td>');
  });

  it('the notes of a ZIP and a receipt are read by people, too', async () => {
    german();
    const read = async () => ({ state: 'damaged' }) as const;
    const cutouts = [{ id: 'a', name: 'Boot', entry: { createdAt: 0 } }];
    const [notes] = await Array.fromAsync(packCutouts(cutouts, { read, tell: () => {}, now: () => 0 }));
    expect(await notes?.blob.text()).toContain('Boot: auf der Festplatte beschädigt');
    const lines = [{ table: 'history', before: 1200, after: 0 }] as const;
    const remainders = [{ count: 1, what: 'privacy.settings', why: 'privacy.whyShared' }] as const;
    const text = receiptText({ deleted: 'account', at: 0, lines, remainders }, 'jetzt');
    expect(text).toMatch(/^Matte\. Konto gelöscht\.\njetzt\n/);
    expect(text).toContain('Freisteller: 1.200 → 0');
    expect(text).toContain('1 × Einstellungen. Es gehört zu diesem Browser');
  });
});

describe('in Chinese', () => {
  it('no plurals, its own stops and commas', () => {
    chinese();
    expect([1, 1200].map(countCutouts)).toEqual(['1 张抠图', '1,200 张抠图']);
    expect(describeImport(IMPORTED)).toBe(
      '已导入 1,200 张，1 张已损坏。磁盘已满，因此其余内容未导入。请释放一些空间，然后重新导入。',
    );
    expect(listOf(['图片', '任务'])).toBe('图片、任务');
    expect(describePeriod('2026-11')).toBe('2026年11月');
  });
});

it.each([
  ['en', english],
  ['de', german],
  ['zh-CN', chinese],
])('in %s every table has a name of its own, and says for how long', (_, choose) => {
  choose();
  const words = TABLE_NAMES.map(describeHolding);
  expect(new Set(words.map(({ label }) => label)).size).toBe(TABLE_NAMES.length);
  expect(describeHolding('securityLog').kept).toMatch(/^30 /);
});
