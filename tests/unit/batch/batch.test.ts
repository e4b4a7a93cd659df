import { describe, expect, it } from 'vitest';
import { fractionOf, inOrder, milestoneOf, remainingMs, tallyOf } from '@/utils/batch/batch';
import { needOf } from '@/utils/batch/need';
import type { Job } from '@/utils/jobs/job';
import { aJob, cancelled, done, failed, OUTCOME, running, T0 } from '../jobs/world';

const waiting = aJob();
const placed = (job: Job, place: number): Job => ({ ...job, id: `${place}`, batch: { id: 'b', place } });

describe('a batch as its jobs tell it', () => {
  it('counts what became of each', () => {
    const tally = tallyOf([waiting, running, done, done, failed, cancelled]);
    expect(tally).toEqual({ total: 6, done: 2, failed: 1, cancelled: 1, open: 2 });
    expect(fractionOf(tally)).toBeCloseTo(4 / 6);
  });

  it('of nothing is done', () => {
    expect(fractionOf(tallyOf([]))).toBe(1);
  });

  it('stands in the order in which it was given, also where one was tried again', () => {
    const again = { ...placed(waiting, 1), createdAt: T0 + 9999 };
    expect(inOrder([placed(done, 2), again, placed(done, 0)]).map(({ id }) => id)).toEqual(['0', '1', '2']);
  });

  it('takes as long as its latest took: the first, which started the engine, is soon forgotten', () => {
    const took = (ms: number, at: number): Job => ({ ...done, endedAt: T0 + at, outcome: { ...OUTCOME, ms } });
    expect(remainingMs([waiting])).toBeNull();
    const latest = Array.from({ length: 10 }, (_, at) => took(2000, at + 1));
    expect(remainingMs([took(90_000, 0), ...latest, waiting, running])).toBe(4000);
  });

  it('is told in tenths, so that 200 pictures make ten sentences', () => {
    const said = Array.from({ length: 201 }, (_, over) => {
      return milestoneOf({ total: 200, done: over, failed: 0, cancelled: 0, open: 200 - over });
    });
    expect(new Set(said).size).toBe(11);
    expect([said[0], said[19], said[20], said[140], said[199], said[200]]).toEqual([0, 0, 1, 7, 9, 10]);
  });
});

describe('what a batch costs', () => {
  const free = { plan: { name: 'free' }, balance: 7, allowance: 10, suspension: null } as const;
  it('is a credit each; what is beyond comes out as previews', () => {
    expect(needOf(5, free)).toEqual({ credits: 5, left: 7, previews: 0 });
    expect(needOf(9, free)).toEqual({ credits: 9, left: 7, previews: 2 });
  });
  it('is nothing with Pro, and all previews while suspended', () => {
    expect(needOf(200, { ...free, plan: { name: 'pro', until: 1 } })).toEqual({ credits: 0, left: null, previews: 0 });
    const suspension = { until: null, reason: null };
    expect(needOf(3, { ...free, plan: { name: 'pro', until: 1 }, suspension }).previews).toBe(3);
  });
});
