/** What no order of events can break: jobs begin and end, steps are repeated, processes die, clocks go where they like. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf, closingEntries, dueEntries, type Entry, GUEST, hasHold, holdEntries } from '@/utils/credits/ledger';
import { momentAt } from '@/utils/credits/moment';
import { FREE } from '@/utils/credits/plans';
import { bought, DAY_MS, HOUR_MS, NOON, order } from './book';

interface Event {
  readonly act: 'look' | 'hold' | 'hold under Pro' | 'settle' | 'release' | 'buy';
  readonly job: number;
  /** How far the clock goes before, ms; also back. */
  readonly wait: number;
  /** The same step again at once, as after a crash. */
  readonly again: boolean;
}

const wait = fc.oneof(fc.integer({ min: 0, max: HOUR_MS }), fc.integer({ min: -3 * DAY_MS, max: 3 * DAY_MS }));
const forward = fc.integer({ min: 0, max: 2 * DAY_MS });
const act = fc.constantFrom<Event['act']>('look', 'hold', 'hold', 'hold', 'hold under Pro', 'settle', 'release', 'buy');
const eventWith = (clock: fc.Arbitrary<number>) =>
  fc.record({ act, job: fc.nat(40), wait: clock, again: fc.boolean() });
const life = (clock = wait) => fc.array(eventWith(clock), { maxLength: 120, size: 'max' });

function step(book: readonly Entry[], { act, job }: Event, now: number): readonly Entry[] {
  const jobId = `job ${job}`;
  if (act === 'look') return dueEntries(book, GUEST, momentAt(now));
  if (act === 'buy')
    return book.some((e) => e.kind === 'grant' && e.grant === jobId)
      ? []
      : [bought(jobId, job, now + job * DAY_MS, now)];
  if (act === 'settle' || act === 'release') return closingEntries(book, jobId, act, now);
  return holdEntries(book, order(jobId, act === 'hold under Pro'), momentAt(now));
}

/** Lives the events; `see` gets the book after each step and the clock. */
function live(events: readonly Event[], see: (book: readonly Entry[], now: number) => void = () => {}) {
  let book: readonly Entry[] = [];
  let now = NOON;
  for (const event of events) {
    now += event.wait;
    book = [...book, ...step(book, event, now)];
    if (event.again) expect(step(book, event, now), 'the same step again writes nothing').toEqual([]);
    see(book, now);
  }
  return book;
}

const named = (book: readonly Entry[], kind: Entry['kind']) => book.filter((entry) => entry.kind === kind);
const closed = (book: readonly Entry[], jobId: string) =>
  book.filter((entry) => (entry.kind === 'settle' || entry.kind === 'release') && entry.jobId === jobId).length;

describe('whatever happens', () => {
  it('nobody ever has less than nothing, of any grant', () => {
    fc.assert(
      fc.property(life(), (events) => {
        live(events, (book) => {
          const { balance, lots } = accountOf(book);
          expect(balance).toBeGreaterThanOrEqual(0);
          for (const lot of lots) {
            expect(lot.left).toBeGreaterThanOrEqual(0);
            expect(lot.held).toBeGreaterThanOrEqual(0);
            expect(lot.left + lot.held).toBeLessThanOrEqual(lot.credits);
          }
        });
      }),
    );
  });

  it('the balance is the sum of what was written', () => {
    const signs = { grant: 1, hold: -1, settle: 0, release: 1, expire: -1, adjust: 1 };
    fc.assert(
      fc.property(life(), (events) => {
        const book = live(events);
        const sum = book.reduce((total, { kind, credits }) => total + signs[kind] * credits, 0);
        expect(accountOf(book).balance).toBe(sum);
      }),
    );
  });

  it('a job has at most one hold, and a hold at most one end', () => {
    fc.assert(
      fc.property(life(), (events) => {
        const book = live(events);
        const held = book.flatMap((entry) => (entry.kind === 'hold' ? [entry.jobId] : []));
        expect(new Set(held).size).toBe(held.length);
        for (const jobId of held) expect(closed(book, jobId)).toBe(hasHold(book, jobId) ? 0 : 1);
        const ends = named(book, 'settle').length + named(book, 'release').length;
        expect(ends).toBe(held.filter((jobId) => !hasHold(book, jobId)).length);
      }),
    );
  });

  it('entries are only appended, and only whole credits', () => {
    fc.assert(
      fc.property(life(), (events) => {
        let before: readonly Entry[] = [];
        live(events, (book) => {
          expect(book.slice(0, before.length)).toEqual(before);
          before = book;
        });
        for (const { credits } of before) expect(Number.isInteger(credits)).toBe(true);
      }),
    );
  });
});

describe('free credits, wherever the clock goes', () => {
  it('are granted once a day by its name, the welcome once, and never more than the day’s measure', () => {
    fc.assert(
      fc.property(life(), (events) => {
        const seen = new Set<string>([momentAt(NOON).day]);
        const book = live(events, (_, now) => seen.add(momentAt(now).day));
        const free = book.flatMap((entry) => (entry.kind === 'grant' && entry.day !== null ? [entry] : []));
        expect(new Set(free.map(({ day }) => day)).size, 'one grant a day').toBe(free.length);
        for (const { day, credits, grant } of free) {
          expect(seen).toContain(day);
          expect(credits).toBeLessThanOrEqual(grant === 'welcome' ? FREE.welcome : FREE.daily);
        }
      }),
    );
  });

  it('with a clock that only goes forward never are more than 20, and spent are no more than 20 and 10 a day', () => {
    fc.assert(
      fc.property(life(forward), (events) => {
        const days = new Set<string>();
        const book = live(events, (grown, now) => {
          days.add(momentAt(now).day);
          const free = accountOf(grown).lots.filter(({ day }) => day !== null);
          const fresh = free.filter(({ grant }) => grant === 'welcome' || grant === free.at(-1)?.grant);
          expect(fresh.reduce((sum, { left }) => sum + left, 0)).toBeLessThanOrEqual(FREE.welcome);
        });
        const granted = book.reduce((sum, e) => sum + (e.kind === 'grant' && e.day !== null ? e.credits : 0), 0);
        expect(granted).toBeLessThanOrEqual(FREE.welcome + FREE.daily * Math.max(0, days.size - 1));
      }),
    );
  });

  it('a clock that goes back, no more than two days behind the last refill, grants nothing at all', () => {
    fc.assert(
      fc.property(life(forward), fc.integer({ min: 0, max: 2 * DAY_MS }), (events, back) => {
        const book = live([...events, { act: 'look', job: 0, wait: DAY_MS, again: false }]);
        const last = book.findLast((entry) => entry.kind === 'grant' && entry.day !== null);
        if (!last) return;
        const again = dueEntries(book, GUEST, momentAt(last.at - back));
        expect(again.filter(({ kind }) => kind === 'grant')).toEqual([]);
      }),
    );
  });
});
