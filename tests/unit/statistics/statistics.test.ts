/** What a count is made of: a closed list of words, whatever row it is made from. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, RETRY } from '@/utils/errors';
import type { Job } from '@/utils/jobs/job';
import {
  addCounts,
  bucketOf,
  COUNTS,
  countsOf,
  known,
  lastDroppedDay,
  mergeCounts,
} from '@/utils/statistics/statistics';
import { cancelled, done, failed, OUTCOME, running } from '../jobs/world';

describe('countsOf', () => {
  it('says of a cutout where it ran, how long it took and what was asked for', () => {
    expect(countsOf(done)).toEqual(['done', 'took/1-3s', 'on/wasm', 'asked/balanced']);
  });

  it('says of other ends no more than their kind; of an open job nothing', () => {
    expect(countsOf(failed)).toEqual(['failed/fetch']);
    expect(countsOf({ ...failed, error: 'no-subject' })).toEqual(['failed/no-subject']);
    expect(countsOf(cancelled)).toEqual(['cancelled']);
    expect(countsOf(running)).toEqual([]);
  });

  it.each(Object.keys(RETRY) as ErrorCode[])('%s falls into a group', (error) => {
    expect(countsOf({ ...failed, error })).toHaveLength(1);
  });

  it('knows its own words only, whatever is in the row [P-STATS-BARE]', () => {
    const secret = fc.webUrl().map((url) => `${url}/passport.png`);
    const anything = fc.oneof(secret, fc.anything());
    const row = fc.record({
      status: fc.oneof(fc.constantFrom('done', 'failed', 'cancelled', 'running'), anything),
      error: fc.oneof(fc.constantFrom('not-found', null), anything),
      quality: anything,
      outcome: fc.oneof(fc.record({ backend: anything, ms: anything }), fc.constant(OUTCOME), fc.constant(null)),
      name: secret,
      source: fc.record({ url: secret }),
    });
    fc.assert(
      fc.property(row, (careless) => {
        const counts = countsOf(careless as unknown as Job);
        expect(counts.filter((count) => !COUNTS.includes(count))).toEqual([]);
      }),
    );
  });
});

it.each([
  [0, 'under-1s'],
  [999, 'under-1s'],
  [1000, '1-3s'],
  [2999, '1-3s'],
  [3000, '3-10s'],
  [10_000, '10-30s'],
  [29_999, '10-30s'],
  [30_000, 'over-30s'],
  [Number.NaN, 'over-30s'],
] as const)('%d ms fall into %s', (ms, bucket) => {
  expect(bucketOf(ms)).toBe(bucket);
});

describe('counts of a day', () => {
  it('go up by one, and two days add up', () => {
    expect(addCounts({ done: 2 }, ['done', 'visits'])).toEqual({ done: 3, visits: 1 });
    expect(mergeCounts({ done: 2, visits: 1 }, { done: 3, cancelled: 1 })).toEqual({
      done: 5,
      visits: 1,
      cancelled: 1,
    });
  });

  it('are read as whole numbers of known words; anything else in the row is left out [P-STATS-BARE]', () => {
    expect(known({ done: 2, visits: -1, cancelled: 1.5, 'https-address': 4, 'on/wasm': '3' })).toEqual({ done: 2 });
    expect(addCounts({ 'my passport': 1 }, ['done'])).toEqual({ done: 1 });
    for (const row of [null, undefined, 'done', 7]) expect(known(row)).toEqual({});
  });
});

it('a day goes when its date comes round, also in leap years', () => {
  expect(lastDroppedDay('2026-11-22')).toBe('2025-11-22');
  expect(lastDroppedDay('2024-02-29') > '2023-02-28' && lastDroppedDay('2024-02-29') < '2023-03-01').toBe(true);
});
