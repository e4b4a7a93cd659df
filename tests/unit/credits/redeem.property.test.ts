/** What no order of events can break: codes are redeemed again and again, by several tabs, dying, under any clock. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leaveSeat } from '@/utils/account/account-store';
import { accountOf } from '@/utils/credits/ledger';
import { redeemVoucher } from '@/utils/credits/redeem';
import { ALICE, BOB, DAY_S, NOW_S } from '../vouchers/shop';
import { DAY_MS, dieAtWrite, issue, LATER_S, membership, openCounter, reinstate, suspend } from './counter';

/** A purse of vouchers; each code is the same voucher whenever it comes up. */
const PURSE = await Promise.all([
  issue({ credits: 5 }),
  issue({ credits: 7, until: LATER_S }),
  issue({ credits: 11, sub: ALICE }),
  issue({ credits: 13, sub: BOB }),
  membership(LATER_S),
  membership(LATER_S + DAY_S),
  suspend(NOW_S - 300),
  reinstate(NOW_S - 200),
  suspend(NOW_S - 100, { until: LATER_S }),
]);

interface Event {
  readonly act: 'redeem' | 'redeem in both tabs' | 'redeem and die' | 'sit down' | 'clock';
  readonly code: number;
  readonly seat: 'guest' | 'alice' | 'bob';
  /** At which write to die; how far the clock goes, days. */
  readonly nth: number;
  readonly days: number;
}

const events = fc.array(
  fc.record<Event>({
    act: fc.constantFrom('redeem', 'redeem in both tabs', 'redeem and die', 'sit down', 'clock'),
    code: fc.nat(PURSE.length - 1),
    seat: fc.constantFrom('guest', 'alice', 'bob'),
    nth: fc.nat(3),
    days: fc.integer({ min: -40, max: 40 }),
  }),
  { maxLength: 30, size: 'max' },
);

type Counter = ReturnType<typeof openCounter>;

async function live(counter: Counter, { act, code, seat, nth, days }: Event): Promise<void> {
  const voucher = PURSE[code] ?? '';
  if (act === 'clock') counter.tick(days * DAY_MS);
  else if (act === 'sit down')
    await (seat === 'guest' ? leaveSeat(counter.db) : counter.seat(seat, seat === 'bob' ? BOB : ALICE));
  else if (act === 'redeem in both tabs')
    await Promise.all([counter.redeem(voucher), redeemVoucher(counter.otherTab(), voucher)]);
  else {
    const stop = dieAtWrite(counter.db, act === 'redeem' ? Number.POSITIVE_INFINITY : nth);
    await counter.redeem(voucher).catch(() => {});
    stop();
  }
}

it('each voucher is granted once to one owner, and its id is written exactly when its grant is', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (life) => {
      const counter = openCounter();
      for (const event of life) await live(counter, event);
      const [redeemed, ledger] = [await counter.db.redeemed.toArray(), await counter.db.ledger.toArray()];
      const grants = ledger.flatMap((entry) => (entry.kind === 'grant' && entry.day === null ? [entry] : []));
      const names = grants.map(({ grant }) => grant);
      expect(new Set(names).size).toBe(names.length);
      for (const { grant, owner } of grants) {
        expect(redeemed.find(({ id }) => `voucher ${id}` === grant)).toMatchObject({ owner });
      }
      for (const owner of ['guest', 'alice', 'bob']) {
        const book = ledger.filter((entry) => entry.owner === owner);
        expect(accountOf(book).lots.every(({ left, held }) => left >= 0 && held >= 0)).toBe(true);
        const welcomes = book.filter((entry) => entry.kind === 'grant' && entry.grant === 'welcome');
        expect(welcomes.length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 60 },
  );
});

it('in whichever order measures and memberships are redeemed, the same stands in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(PURSE.slice(4), { minLength: 5 }), async (order) => {
      const counter = openCounter();
      await counter.seat('alice', ALICE);
      for (const code of order) await counter.redeem(code);
      expect(await counter.credits()).toMatchObject({
        plan: { name: 'pro', until: (LATER_S + DAY_S) * 1000 },
        suspension: { until: LATER_S * 1000 },
      });
    }),
    { numRuns: 30 },
  );
});
