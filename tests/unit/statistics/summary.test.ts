import { describe, expect, it } from 'vitest';
import { dayBars, monthBars, totalsOf } from '@/utils/statistics/summary';

const day = (name: string, counts: Record<string, number>) => ({ owner: 'guest', day: name, counts });

describe('bars', () => {
  it('are one for each day up to today, also for those on which nothing happened', () => {
    const days = [day('2024-02-28', { done: 2, 'failed/fetch': 1, cancelled: 1 }), day('2024-01-01', { done: 9 })];
    expect(dayBars(days, '2024-03-01', 3)).toEqual([
      { period: '2024-02-28', done: 2, undone: 2 },
      { period: '2024-02-29', done: 0, undone: 0 },
      { period: '2024-03-01', done: 0, undone: 0 },
    ]);
  });

  it('are the sum of their days for months, over the turn of the year', () => {
    const days = [day('2025-12-01', { done: 1 }), day('2025-12-31', { done: 2 }), day('2026-01-31', { done: 4 })];
    expect(monthBars(days, '2026-01-31', 2)).toEqual([
      { period: '2025-12', done: 3, undone: 0 },
      { period: '2026-01', done: 4, undone: 0 },
    ]);
    expect(new Set(monthBars([], '2026-03-31', 12).map(({ period }) => period)).size).toBe(12);
  });
});

describe('totals', () => {
  it('add up, and share the cutouts out among the ways they ran', () => {
    const days = [
      day('2026-01-01', { done: 3, visits: 2, 'on/wasm': 3, 'failed/engine': 1 }),
      day('2026-01-02', { done: 1, 'on/webgpu-fp16': 1, 'failed/no-subject': 1, cancelled: 2, hacked: 7 }),
    ];
    expect(totalsOf(days)).toMatchObject({ visits: 2, done: 4, failed: 2, cancelled: 2 });
    expect(totalsOf(days).shares).toEqual([
      { backend: 'webgpu-fp16', share: 0.25 },
      { backend: 'wasm', share: 0.75 },
    ]);
  });

  it.each([
    [{}, null],
    [{ 'took/3-10s': 1 }, '3-10s'],
    [{ 'took/under-1s': 1, 'took/over-30s': 1 }, 'under-1s'],
    [{ 'took/under-1s': 1, 'took/over-30s': 2 }, 'over-30s'],
    [{ 'took/under-1s': 2, 'took/1-3s': 1, 'took/3-10s': 2 }, '1-3s'],
  ])('the usual time of %j is %s', (counts, median) => {
    expect(totalsOf([day('2026-01-01', counts)]).median).toBe(median);
  });
});
