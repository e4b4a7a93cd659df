/** Midnights of the user's own zone, also where the clocks change. Node takes a new zone as soon as TZ says so. */
import { afterEach, describe, expect, it } from 'vitest';
import { accountOf, dueEntries, type Entry, GUEST } from '@/utils/credits/ledger';
import { momentAt } from '@/utils/credits/moment';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const home = process.env.TZ;

afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

describe('a day', () => {
  it('is the local one, and ends at the local midnight', () => {
    process.env.TZ = 'Asia/Tokyo';
    const lateInLondon = Date.parse('2026-11-22T20:00:00Z');
    expect(momentAt(lateInLondon)).toEqual({
      now: lateInLondon,
      day: '2026-11-23',
      dayEnds: Date.parse('2026-11-23T15:00:00Z'),
    });
  });

  it('of one figure is written with two, so that days compare', () => {
    expect(momentAt(new Date(2027, 0, 5, 9).getTime()).day).toBe('2027-01-05');
  });

  it('in a zone whose midnight is skipped ends where the next begins', () => {
    process.env.TZ = 'Africa/Cairo'; // from Thursday 23:59 to Friday 1:00
    const evening = Date.parse('2026-04-23T20:00:00Z');
    const { day, dayEnds } = momentAt(evening);
    expect(momentAt(dayEnds - 1).day).toBe(day);
    expect(momentAt(dayEnds).day).toBe('2026-04-24');
  });
});

describe.each([
  ['Europe/Berlin', 'spring', '2026-03-27T00:00:00Z'],
  ['Europe/Berlin', 'autumn', '2026-10-23T00:00:00Z'],
  ['America/Havana', 'autumn, in which midnight comes twice', '2026-10-30T00:00:00Z'],
  ['Africa/Cairo', 'spring, in which midnight is skipped', '2026-04-22T00:00:00Z'],
  ['Australia/Lord_Howe', 'autumn, by half an hour', '2026-04-03T00:00:00Z'],
])('in %s in %s', (zone, _, from) => {
  it('each day is granted once, whenever Matte looks', () => {
    process.env.TZ = zone;
    const begin = Date.parse(from);
    let book: readonly Entry[] = [];
    for (let now = begin; now < begin + 96 * HOUR_MS; now += 10 * MINUTE_MS) {
      book = [...book, ...dueEntries(book, GUEST, momentAt(now))];
    }
    const days = book.flatMap((entry) => (entry.kind === 'grant' ? [entry.day] : []));
    const count = new Set(Array.from({ length: 96 }, (_, hour) => momentAt(begin + hour * HOUR_MS).day)).size;
    expect(days).toHaveLength(count);
    expect(new Set(days).size).toBe(count);
    expect(accountOf(book).balance).toBe(20);
  });
});
