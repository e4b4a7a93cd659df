import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesToDrop, HISTORY_LIMITS, type Kept, type Limits } from '@/utils/history/retention';

/** Four cutouts of 10 bytes, a being the oldest, and limits into which they fit exactly; each test changes one thing. */
const FOUR: readonly Kept[] = ['a', 'b', 'c', 'd'].map((id, createdAt) => ({ id, bytes: 10, createdAt }));
const FITS: Limits = { count: 4, bytes: 40 };

const entry = fc.record({ id: fc.uuid(), bytes: fc.nat(1000), createdAt: fc.nat(50) });
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 30 });
const limits = fc.record({ count: fc.nat(20), bytes: fc.nat(5000) });

describe('entriesToDrop', () => {
  it('drops nothing that fits exactly', () => {
    expect(entriesToDrop(FOUR, FITS)).toEqual([]);
  });

  it('drops the oldest when one is too many', () => {
    expect(entriesToDrop(FOUR, { ...FITS, count: 3 })).toEqual(['a']);
  });

  it('drops the oldest when one byte is too much', () => {
    expect(entriesToDrop(FOUR, { ...FITS, bytes: 39 })).toEqual(['a']);
  });

  it('names the oldest first', () => {
    expect(entriesToDrop(FOUR, { ...FITS, count: 1 })).toEqual(['a', 'b', 'c']);
  });

  it('goes by age, not by the order in the list', () => {
    expect(entriesToDrop([...FOUR].reverse(), { ...FITS, count: 3 })).toEqual(['a']);
  });

  it('keeps the newest even if it alone is over the limit', () => {
    expect(entriesToDrop(FOUR, { count: 0, bytes: 1 })).toEqual(['a', 'b', 'c']);
  });

  it('keeps nothing older than what it drops: history has no holes', () => {
    const bigOne = FOUR.map((each) => (each.id === 'b' ? { ...each, bytes: 1000 } : each));
    expect(entriesToDrop(bigOne, FITS)).toEqual(['a', 'b']);
  });

  it('has nothing to drop from nothing', () => {
    expect(entriesToDrop([], { count: 0, bytes: 0 })).toEqual([]);
  });

  it('leaves the list as it was', () => {
    const list = structuredClone(FOUR) as Kept[];
    entriesToDrop(list, { count: 1, bytes: 1 });
    expect(list).toEqual(FOUR);
  });
});

describe('whatever the history', () => {
  const split = (all: readonly Kept[], limit: Limits) => {
    const ids = entriesToDrop(all, limit);
    const kept = all.filter(({ id }) => !ids.includes(id));
    const dropped = ids.flatMap((id) => all.filter((each) => each.id === id));
    return { kept, dropped };
  };
  const total = (list: readonly Kept[]) => list.reduce((sum, { bytes }) => sum + bytes, 0);

  it('the rest fits the limits, or is the newest alone', () => {
    fc.assert(
      fc.property(entries, limits, (all, limit) => {
        const { kept } = split(all, limit);
        if (kept.length <= 1) return;
        expect(kept.length).toBeLessThanOrEqual(limit.count);
        expect(total(kept)).toBeLessThanOrEqual(limit.bytes);
      }),
    );
  });

  it('each is dropped once, oldest first, and none is newer than one that stays', () => {
    fc.assert(
      fc.property(entries, limits, (all, limit) => {
        const { kept, dropped } = split(all, limit);
        expect(kept.length + dropped.length).toBe(all.length);
        const ages = dropped.map(({ createdAt }) => createdAt);
        expect(ages).toEqual([...ages].sort((a, b) => a - b));
        for (const { createdAt } of kept) expect(createdAt).toBeGreaterThanOrEqual(Math.max(-1, ...ages));
      }),
    );
  });

  it('a newest one always stays', () => {
    fc.assert(
      fc.property(entries, limits, (all, limit) => {
        if (all.length === 0) return;
        const newest = Math.max(...all.map(({ createdAt }) => createdAt));
        expect(split(all, limit).kept.map(({ createdAt }) => createdAt)).toContain(newest);
      }),
    );
  });

  it('it drops no more than it must', () => {
    fc.assert(
      fc.property(entries, limits, (all, limit) => {
        const { kept, dropped } = split(all, limit);
        const last = dropped.at(-1);
        if (!last) return;
        const withLast = [...kept, last];
        expect(withLast.length > limit.count || total(withLast) > limit.bytes).toBe(true);
      }),
    );
  });
});

it('the limits are a number of cutouts and a share of the disk', () => {
  expect(HISTORY_LIMITS).toEqual({ count: 200, bytes: 1_000_000_000 });
});
