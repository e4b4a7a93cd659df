import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entriesToDrop,
  isBrieflyOver,
  KEEP_BYTES,
  KEEP_RESULTS,
  type Kept,
  type Limits,
  limitsOf,
  TIDY_MINUTES,
} from '@/utils/history/retention';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = 1_700_000_000_000;

/** Four cutouts of 10 bytes, a being the oldest, and limits into which they fit exactly; each test changes one thing. */
const FOUR: readonly Kept[] = ['a', 'b', 'c', 'd'].map((id, i) => ({ id, bytes: 10, createdAt: NOW - 4 + i }));
const FITS: Limits = { bytes: 40, ageMs: null };

const pin = (...ids: readonly string[]) => FOUR.map((each) => ({ ...each, pinned: ids.includes(each.id) }));

const entry = fc.record({
  id: fc.uuid(),
  bytes: fc.nat(1000),
  createdAt: fc.integer({ min: NOW - 3 * HOUR, max: NOW + HOUR }),
  pinned: fc.boolean(),
});
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 30 });
const limits = fc.record({ bytes: fc.nat(5000), ageMs: fc.constantFrom(HOUR, 2 * HOUR, null) });

describe('want of room', () => {
  it('drops nothing that fits exactly', () => {
    expect(entriesToDrop(FOUR, FITS, NOW)).toEqual([]);
  });

  it('drops the oldest when one byte is too much [P-QUOTA]', () => {
    expect(entriesToDrop(FOUR, { ...FITS, bytes: 39 }, NOW)).toEqual(['a']);
  });

  it('names the oldest first', () => {
    expect(entriesToDrop(FOUR, { ...FITS, bytes: 10 }, NOW)).toEqual(['a', 'b', 'c']);
  });

  it('goes by age, not by the order in the list, and leaves the list as it was', () => {
    const list = [...FOUR].reverse();
    expect(entriesToDrop(list, { ...FITS, bytes: 30 }, NOW)).toEqual(['a']);
    expect(list).toEqual([...FOUR].reverse());
  });

  it('keeps the newest even if it alone is over the limit [P-QUOTA]', () => {
    expect(entriesToDrop(FOUR, { ...FITS, bytes: 1 }, NOW)).toEqual(['a', 'b', 'c']);
  });

  it('keeps nothing older than what it drops: history has no holes', () => {
    const bigOne = FOUR.map((each) => (each.id === 'b' ? { ...each, bytes: 1000 } : each));
    expect(entriesToDrop(bigOne, FITS, NOW)).toEqual(['a', 'b']);
  });

  it('never takes a pinned one, whose weight counts [P-QUOTA]', () => {
    expect(entriesToDrop(pin('a'), { ...FITS, bytes: 30 }, NOW)).toEqual(['b']);
    expect(entriesToDrop(pin('a', 'b', 'c'), { ...FITS, bytes: 1 }, NOW)).toEqual([]);
  });

  it('does not count how many there are: thousands of small ones stay', () => {
    const many = Array.from({ length: 5000 }, (_, i) => ({ id: `${i}`, bytes: 1, createdAt: NOW - i }));
    expect(entriesToDrop(many, { ...FITS, bytes: 5000 }, NOW)).toEqual([]);
    expect(entriesToDrop(many, { ...FITS, bytes: 4998 }, NOW)).toEqual(['4999', '4998']);
  });
});

describe('age', () => {
  const kept = (ageMs: number, change: Partial<Kept> = {}) => [
    { id: 'a', bytes: 1, createdAt: NOW - ageMs, ...change },
  ];
  const hour: Limits = { ...FITS, ageMs: HOUR };

  it('of an hour means gone before the hour is over, whenever the rounds fall [P-RESULTS-KEPT]', () => {
    for (let offset = 0; offset < TIDY_MINUTES; offset++) {
      const rounds = Array.from({ length: 12 }, (_, i) => (offset + i * TIDY_MINUTES) * MINUTE);
      const goneAt = rounds.find((age) => entriesToDrop(kept(age), hour, NOW).length > 0);
      expect(goneAt).toBeLessThanOrEqual(HOUR - MINUTE);
    }
  });

  it('takes nothing much before its time', () => {
    expect(entriesToDrop(kept(45 * MINUTE), hour, NOW)).toEqual([]);
    expect(entriesToDrop(kept(23 * HOUR), { ...FITS, ageMs: 24 * HOUR }, NOW)).toEqual([]);
  });

  it('takes the newest as well, for an hour is an hour', () => {
    expect(entriesToDrop(kept(HOUR), hour, NOW)).toEqual(['a']);
  });

  it('never takes a pinned one', () => {
    expect(entriesToDrop(kept(1000 * HOUR, { pinned: true }), hour, NOW)).toEqual([]);
  });

  it('of for ever takes nothing', () => {
    expect(entriesToDrop(kept(NOW), FITS, NOW)).toEqual([]);
  });

  it('takes nothing when a clock was set back', () => {
    expect(entriesToDrop(kept(-24 * HOUR), hour, NOW)).toEqual([]);
  });
});

describe('what is kept briefly', () => {
  it('is over before the hour is, whenever the rounds fall [P-ORIGINALS-1H]', () => {
    for (let offset = 0; offset < TIDY_MINUTES; offset++) {
      const rounds = Array.from({ length: 12 }, (_, i) => (offset + i * TIDY_MINUTES) * MINUTE);
      expect(rounds.find((age) => isBrieflyOver(NOW - age, NOW))).toBeLessThanOrEqual(HOUR - MINUTE);
    }
  });

  it('has three quarters of an hour', () => {
    expect(isBrieflyOver(NOW - 45 * MINUTE, NOW)).toBe(false);
  });

  it('is over when a clock was set back, which would keep it longer; a second is none', () => {
    expect(isBrieflyOver(NOW + 2 * MINUTE, NOW)).toBe(true);
    expect(isBrieflyOver(NOW + 1000, NOW)).toBe(false);
  });
});

describe('whatever the history', () => {
  const split = (all: readonly Kept[], limit: Limits) => {
    const ids = entriesToDrop(all, limit, NOW);
    const kept = all.filter(({ id }) => !ids.includes(id));
    const dropped = ids.flatMap((id) => all.filter((each) => each.id === id));
    return { kept, dropped };
  };
  const total = (list: readonly Kept[]) => list.reduce((sum, { bytes }) => sum + bytes, 0);

  it('the rest fits the limits, but for pinned ones and the newest', () => {
    fc.assert(
      fc.property(entries, limits, (all, limit) => {
        const { kept } = split(all, limit);
        const newest = Math.max(...kept.map(({ createdAt }) => createdAt));
        const may = kept.filter(({ pinned, createdAt }) => !pinned && createdAt < newest);
        if (may.length > 0) expect(total(kept)).toBeLessThanOrEqual(limit.bytes);
        for (const { createdAt } of may) expect(NOW - createdAt).toBeLessThan(limit.ageMs ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('each is dropped once, oldest first, none pinned, and none newer than an unpinned one that stays', () => {
    fc.assert(
      fc.property(entries, limits, (all, limit) => {
        const { kept, dropped } = split(all, limit);
        expect(kept.length + dropped.length).toBe(all.length);
        expect(dropped.filter(({ pinned }) => pinned)).toEqual([]);
        const ages = dropped.map(({ createdAt }) => createdAt);
        expect(ages).toEqual([...ages].sort((a, b) => a - b));
        for (const { createdAt } of kept.filter(({ pinned }) => !pinned))
          expect(createdAt).toBeGreaterThanOrEqual(Math.max(-1, ...ages));
      }),
    );
  });

  it('room takes no more than it must', () => {
    fc.assert(
      fc.property(entries, limits, (all, limit) => {
        const { kept, dropped } = split(all, { ...limit, ageMs: null });
        const last = dropped.at(-1);
        if (last) expect(total([...kept, last])).toBeGreaterThan(limit.bytes);
      }),
    );
  });
});

it('each choice of the settings is a limit', () => {
  const ages = KEEP_RESULTS.map((keepResults) => limitsOf({ keepResults, keepBytes: 250_000_000 }).ageMs);
  expect(ages).toEqual([HOUR, 24 * HOUR, 30 * 24 * HOUR, null]);
  const bytes = KEEP_BYTES.map((keepBytes) => limitsOf({ keepResults: '1h', keepBytes }).bytes);
  expect(bytes).toEqual([250e6, 1e9, 5e9, 20e9]);
});
