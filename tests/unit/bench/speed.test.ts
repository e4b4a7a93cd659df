/** `npm run bench` but for its browsers: how a side is measured, and what is made of its figures. */
import { describe, expect, it } from 'vitest';
import { load } from '../scripts/load';

const { figuresOf } = await load('../bench/speed/figures.mjs');
const { divide, formatRows, median, toRow } = await load('../bench/speed/rows.mjs');

describe('rows', () => {
  const pair = { photo: '2 MP', backend: 'wasm', quality: 'balanced', model: 'isnet_fp16' };
  const ours = { coldMs: 6000, warmMs: 4000, longestTaskMs: 0, peakMiB: 900 };
  const theirs = { coldMs: 18000, warmMs: 15000, longestTaskMs: 14000, peakMiB: 1800 };

  it('have exactly the promised shape', () => {
    expect(toRow(pair, ours, theirs)).toEqual({
      photo: '2 MP',
      backend: 'wasm',
      quality: 'balanced',
      ours,
      theirs: { model: 'isnet_fp16', ...theirs },
      ratio: { warm: 0.267, cold: 0.333, memory: 0.5 },
    });
  });

  it('a side that failed leaves no figures and no ratios', () => {
    const row = toRow(pair, null, theirs);
    expect(row.ours.warmMs).toBeNull();
    expect(row.ratio).toEqual({ warm: null, cold: null, memory: null });
    expect(formatRows([row])).toContain('—');
    expect(divide(1, 0)).toBeNull();
  });

  it('print in columns', () => {
    const [head, first, second, third] = formatRows([toRow(pair, ours, theirs)]).split('\n');
    expect(head).toMatch(/cold s +warm s +task ms +MiB +model/);
    expect(first).toMatch(/^2 MP, wasm, balanced +ours +6\.0 +4\.0 +0 +900$/);
    expect(second).toMatch(/theirs +18\.0 +15\.0 +14000 +1800 +isnet_fp16$/);
    expect(third).toMatch(/ratio +0\.33 +0\.27 +0\.50$/);
  });

  it('the median is the middle value, or the mean of the two', () => {
    expect(median([9, 1, 4])).toBe(4);
    expect(median([9, 1, 4, 6])).toBe(5);
  });
});

describe('figures of a side', () => {
  it('the first run is cold, the median of the next is warm, and only the last, which counts for neither, is sampled', async () => {
    const times = [6000.4, 4100, 3900, 99_000];
    const log: string[] = [];
    const session = { longestTaskMs: async () => log.push('longest task') };
    const cut = async () => {
      log.push('run');
      return times.shift();
    };
    const peakOf = async (act: () => Promise<unknown>) => {
      log.push('sampling');
      await act();
      return 900;
    };
    expect(await figuresOf(session, cut, 2, peakOf)).toMatchObject({ coldMs: 6000, warmMs: 4000, peakMiB: 900 });
    expect(log).toEqual(['run', 'run', 'run', 'longest task', 'sampling', 'run']);
  });
});
