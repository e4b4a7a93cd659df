import { describe, expect, it } from 'vitest';
import { accountOf, closingEntries, dueEntries, type Entry, GUEST, hasHold, holdEntries } from '@/utils/credits/ledger';
import { momentAt } from '@/utils/credits/moment';
import { bought, DAY_MS, HOUR_MS, holding, jobs, moment, NOON, order, settling } from './book';

const balance = (book: readonly Entry[]) => accountOf(book).balance;
const spent = (book: readonly Entry[], ids: readonly string[], at = NOON) => settling(holding(book, ids, at), ids, at);
const due = (book: readonly Entry[], now: number) => [...book, ...dueEntries(book, GUEST, momentAt(now))];

describe('a new owner', () => {
  it('gets 20 credits once, and no refill on the same day', () => {
    const book = due([], NOON);
    expect(balance(book)).toBe(20);
    expect(due(book, NOON)).toEqual(book);
    expect(balance(due(spent(book, jobs(20)), NOON + HOUR_MS))).toBe(0);
  });
});

describe('a new day', () => {
  it.each([
    [20, 10],
    [13, 10],
    [10, 10],
    [5, 15],
  ])('after %i of the welcome are spent begins with %i', (used, left) => {
    expect(balance(due(spent(due([], NOON), jobs(used)), NOON + DAY_MS))).toBe(left);
  });

  it('refills to ten, not by ten; what is left of the day before goes', () => {
    const first = spent(due([], NOON), jobs(20));
    const second = spent(first, jobs(3, 'second'), NOON + DAY_MS);
    expect(balance(second)).toBe(7);
    const third = due(second, NOON + 2 * DAY_MS);
    expect(balance(third)).toBe(10);
    expect(third.filter(({ kind }) => kind === 'expire')).toMatchObject([{ credits: 7 }]);
  });

  it('is refilled once, also when there was nothing to fill in the morning', () => {
    const morning = due(spent(due([], NOON), jobs(5)), NOON + DAY_MS);
    expect(balance(morning)).toBe(15);
    expect(balance(due(spent(morning, jobs(15, 'new'), NOON + DAY_MS), NOON + DAY_MS + HOUR_MS))).toBe(0);
  });

  it('counts what is held: given back, it makes no more than ten', () => {
    const evening = holding(spent(due([], NOON), jobs(19)), ['late']);
    const morning = due(evening, NOON + DAY_MS);
    expect(balance(morning)).toBe(9);
    expect(balance([...morning, ...closingEntries(morning, 'late', 'release', NOON + DAY_MS)])).toBe(10);
  });

  it('after weeks is one refill', () => {
    expect(balance(due(spent(due([], NOON), jobs(20)), NOON + 40 * DAY_MS))).toBe(10);
  });

  it('leaves bought credits out of the count', () => {
    const book = [...spent(due([], NOON), jobs(20)), bought('voucher', 50, null)];
    expect(balance(due(book, NOON + DAY_MS))).toBe(60);
  });
});

describe('a clock', () => {
  const used = spent(due(spent(due([], NOON), jobs(20)), NOON + DAY_MS), jobs(10, 'next'), NOON + DAY_MS);

  it.each([1, 12, 24, 40])('that goes back by %i hours grants nothing', (hours) => {
    expect(balance(due(used, NOON + DAY_MS - hours * HOUR_MS))).toBe(0);
  });

  it('that comes forward again over the same midnight grants nothing', () => {
    expect(balance(due(due(used, NOON), NOON + DAY_MS))).toBe(0);
  });

  it('that was years ahead at the last refill costs no years: that refill is taken back, and today gets its own', () => {
    const ahead = due(spent(due([], NOON), jobs(20)), NOON + 1000 * DAY_MS);
    const right = due(ahead, NOON + DAY_MS);
    expect(right.filter(({ kind }) => kind === 'adjust')).toMatchObject([{ credits: -10 }]);
    expect(balance(right)).toBe(10);
    expect(balance(due(right, NOON + DAY_MS + HOUR_MS))).toBe(10);
  });

  it('that was ahead at the welcome takes nothing of it back', () => {
    const ahead = due([], NOON + 1000 * DAY_MS);
    expect(balance(due(ahead, NOON))).toBe(20);
  });

  it('carried west sees the same day twice, and is refilled once', () => {
    const tokyo = moment('2026-11-23', NOON + DAY_MS);
    const losAngeles = moment('2026-11-22', NOON + DAY_MS + HOUR_MS);
    const empty = spent(due([], NOON), jobs(20));
    const refilled = [...empty, ...dueEntries(empty, GUEST, tokyo)];
    expect(dueEntries(refilled, GUEST, losAngeles)).toEqual([]);
    expect(dueEntries(refilled, GUEST, { ...losAngeles, day: '2026-11-23', now: NOON + 2 * DAY_MS })).toEqual([]);
  });
});

describe('a hold', () => {
  it('takes a credit out of what can be spent, and is one however often it is asked for', () => {
    const book = holding(due([], NOON), ['a', 'a', 'a']);
    expect(balance(book)).toBe(19);
    expect(hasHold(book, 'a')).toBe(true);
  });

  it('is refused when nothing is left; what is due is written all the same', () => {
    const book = settling(holding([], jobs(21)), jobs(20));
    expect(balance(book)).toBe(0);
    expect(hasHold(book, 'job 20')).toBe(false);
    expect(holdEntries(book, order('b'), momentAt(NOON + DAY_MS))).toMatchObject([{ kind: 'grant' }, { kind: 'hold' }]);
  });

  it('takes from what expires soonest: the day’s, then what has an end, then the rest', () => {
    const day = due(spent(due([], NOON), jobs(12)), NOON + DAY_MS);
    const book = [...day, bought('year', 1, NOON + 365 * DAY_MS), bought('month', 1, NOON + 30 * DAY_MS)];
    const from = holding(book, jobs(13, 'new'), NOON + DAY_MS)
      .filter((entry) => entry.kind === 'hold')
      .slice(12)
      .map((entry) => entry.kind === 'hold' && entry.from);
    expect(from).toEqual(
      [momentAt(NOON + DAY_MS).day, momentAt(NOON + DAY_MS).day]
        .map((day) => `day ${day}`)
        .concat(['month', 'year'], Array(8).fill('welcome')),
    );
  });

  it('under an unlimited plan costs nothing, and ends like any other', () => {
    const book = [...due([], NOON), ...holdEntries(due([], NOON), order('a', true), momentAt(NOON))];
    expect(balance(book)).toBe(20);
    expect(hasHold(book, 'a')).toBe(true);
    expect(balance(settling(book, ['a']))).toBe(20);
  });

  it('of credits that expire meanwhile is kept; given back, they expire then', () => {
    const held = holding([bought('month', 1, NOON + DAY_MS / 2)], ['a']);
    const later = due(held, NOON + DAY_MS / 2);
    expect(hasHold(later, 'a')).toBe(true);
    const back = [...later, ...closingEntries(later, 'a', 'release', NOON + DAY_MS)];
    expect(accountOf(due(back, NOON + DAY_MS)).lots.find(({ grant }) => grant === 'month')).toMatchObject({ left: 0 });
  });
});

describe('a book that was edited by hand', () => {
  it('counts what fits nothing for nothing', () => {
    const written = { owner: GUEST, at: NOON, credits: 5 };
    const strange: Entry[] = [
      { ...written, kind: 'settle', jobId: 'nobody' },
      { ...written, kind: 'release', jobId: 'nobody' },
      { ...written, kind: 'expire', from: 'nothing' },
      { ...written, kind: 'adjust', from: 'nothing' },
    ];
    expect(balance([...due([], NOON), ...strange])).toBe(20);
  });

  it('counts a grant of the same name once', () => {
    const book = due([], NOON);
    expect(balance([...book, ...book])).toBe(20);
  });
});
