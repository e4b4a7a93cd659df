import { describe, expect, it } from 'vitest';
import { costOf, isNearlyUsed, planAt } from '@/utils/credits/plans';

const UNTIL = 1_800_000_000_000;

describe('the plan', () => {
  it('is Free without a membership', () => {
    expect(planAt(undefined, UNTIL)).toEqual({ name: 'free' });
  });

  it.each([
    [UNTIL - 1, 'pro'],
    [UNTIL, 'free'],
    [UNTIL + 1, 'free'],
  ])('is Pro up to the end of the membership: at %i it is %s', (now, name) => {
    expect(planAt({ owner: 'guest', until: UNTIL }, now).name).toBe(name);
  });
});

describe('the cost', () => {
  it.each([
    [500, 500, 0],
    [1, 250_000, 0],
    [501, 500, 1],
    [4000, 3000, 1],
  ])('of %i × %i is %i', (width, height, cost) => {
    expect(costOf({ width, height })).toBe(cost);
  });
});

describe('the notice', () => {
  it.each([
    [20, 5, false],
    [20, 4, true],
    [10, 3, false],
    [10, 2, true],
    [10, 0, true],
  ])('of %i credits with %i left: %s', (allowance, balance, notice) => {
    expect(isNearlyUsed({ balance, allowance })).toBe(notice);
  });
});
