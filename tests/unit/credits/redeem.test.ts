import { liveQuery } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { leaveSeat } from '@/utils/account/account-store';
import { GUEST } from '@/utils/credits/ledger';
import { holdCredit, ledgerTables, ownerHere, readCredits } from '@/utils/credits/ledger-store';
import { lookAtVoucher, redeemVoucher } from '@/utils/credits/redeem';
import { ALICE, BOB, DAY_S, NOW, NOW_S } from '../vouchers/shop';
import { DAY_MS, dieAtWrite, dump, issue, LATER_S, membership, openCounter, reinstate, suspend } from './counter';

type Counter = ReturnType<typeof openCounter>;

const refused = (reason: string) => ({ ok: false, reason });
const hold = ({ db, now }: Counter, jobId: string) =>
  db.transaction('rw', ledgerTables(db), async () => holdCredit(db, { owner: await ownerHere(db), jobId }, now()));

describe('a recharge', () => {
  it('is credits on top of the welcome, and tomorrow’s refill is of the free ones alone', async () => {
    const counter = openCounter();
    expect(await counter.redeem(await issue({ credits: 50 }))).toMatchObject({ ok: true, voucher: { credits: 50 } });
    expect(await counter.credits()).toMatchObject({ balance: 70, allowance: 70 });
    for (let i = 0; i < 15; i++) await hold(counter, `job ${i}`);
    counter.tick(DAY_MS);
    expect(await counter.credits()).toMatchObject({ balance: 55 });
  });

  it('ends with its `until`, and is spent before what never ends', async () => {
    const counter = openCounter();
    await counter.redeem(await issue({ credits: 5, until: LATER_S }));
    await hold(counter, 'a');
    const [, grant, taken] = await counter.db.ledger.toArray();
    expect(grant).toMatchObject({ kind: 'grant', day: null, credits: 5, expiresAt: LATER_S * 1000 });
    expect(taken).toMatchObject({ kind: 'hold', from: grant?.kind === 'grant' && grant.grant });
    counter.tick(31 * DAY_MS);
    expect((await counter.credits()).balance).toBe(20);
  });

  it('is refused the second time, also in another tab, another year and another account', async () => {
    const counter = openCounter();
    const code = await issue();
    await counter.redeem(code);
    const before = await dump(counter.db);
    expect(await counter.redeem(code)).toEqual(refused('already-redeemed'));
    expect(await redeemVoucher(counter.otherTab(), code)).toEqual(refused('already-redeemed'));
    counter.tick(400 * DAY_MS);
    expect(await counter.redeem(code)).toEqual(refused('already-redeemed'));
    counter.tick(-800 * DAY_MS);
    expect(await counter.redeem(code)).toEqual(refused('already-redeemed'));
    expect(await dump(counter.db)).toEqual(before);
    await counter.seat('alice', ALICE);
    expect(await counter.redeem(code)).toEqual(refused('already-redeemed'));
  });

  it('in two tabs at once is one', async () => {
    const counter = openCounter();
    const code = await issue();
    const tabs = [counter, counter.otherTab(), counter.otherTab()];
    const answers = await Promise.all(tabs.map((tab) => redeemVoucher(tab, code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([refused('already-redeemed'), refused('already-redeemed')]);
    expect((await counter.credits()).balance).toBe(70);
  });

  it('is for the account that sits here; the guest’s stay the guest’s', async () => {
    const counter = openCounter();
    await counter.redeem(await issue({ credits: 1 }));
    await counter.seat('alice', ALICE);
    await counter.redeem(await issue({ credits: 2 }));
    expect((await counter.credits()).balance).toBe(22);
    await leaveSeat(counter.db);
    expect((await counter.credits()).balance).toBe(21);
  });

  it('for an address needs the account of that address', async () => {
    const counter = openCounter();
    const code = await issue({ sub: ALICE });
    expect(await counter.redeem(code)).toEqual(refused('no-account'));
    await counter.seat('bob', BOB);
    expect(await counter.redeem(code)).toEqual(refused('other-account'));
    await counter.seat('alice', ALICE);
    expect(await counter.redeem(code)).toMatchObject({ ok: true });
  });

  it('is not given to whoever sat down while it was checked', async () => {
    const counter = openCounter();
    await counter.seat('alice', ALICE);
    const redeeming = counter.redeem(await issue({ sub: ALICE }));
    await counter.seat('bob', BOB);
    const answer = await redeeming;
    const owners = (await counter.db.redeemed.toArray()).map(({ owner }) => owner);
    expect(answer.ok ? owners : [answer, ...owners]).toEqual(answer.ok ? ['alice'] : [refused('other-account')]);
  });
});

it('a job that the guest has paid for is not paid again by whoever signs in before it runs', async () => {
  const counter = openCounter();
  await hold(counter, 'a');
  await counter.seat('alice', ALICE);
  expect(await hold(counter, 'a')).toBe(null);
  expect(await counter.db.ledger.where('owner').equals('alice').count()).toBe(0);
  expect((await counter.credits()).balance).toBe(20);
});

it('is seen at once by whoever watches the credits', async () => {
  const counter = openCounter();
  const seen: number[] = [];
  const watching = liveQuery(() => readCredits(counter.db, NOW)).subscribe(({ balance }) => seen.push(balance));
  await vi.waitFor(() => expect(seen).toEqual([20]));
  await counter.redeem(await issue({ credits: 50 }));
  await vi.waitFor(() => expect(seen.at(-1)).toBe(70));
  watching.unsubscribe();
});

describe('looking', () => {
  it('says what redeeming would answer, and writes nothing', async () => {
    const counter = openCounter();
    const code = await issue();
    const before = await dump(counter.db);
    expect(await lookAtVoucher(counter, code)).toMatchObject({ ok: true, voucher: { kind: 'recharge' } });
    expect(await lookAtVoucher(counter, `${code.slice(0, -4)}AAAA`)).toEqual(refused('bad-signature'));
    expect(await lookAtVoucher(counter, await issue({ exp: NOW_S - 1, iat: NOW_S - DAY_S }))).toEqual(
      refused('expired'),
    );
    expect(await dump(counter.db)).toEqual(before);
  });
});

describe('a membership', () => {
  it('runs from now, or from the end of the present one, to its own end', async () => {
    const counter = openCounter();
    await counter.redeem(await membership(LATER_S));
    expect((await counter.credits()).plan).toEqual({ name: 'pro', until: LATER_S * 1000 });
    await counter.redeem(await membership(LATER_S + DAY_S));
    expect((await counter.credits()).plan).toEqual({ name: 'pro', until: (LATER_S + DAY_S) * 1000 });
  });

  it('that ends no later is refused and not used up: it is good again when the other is over', async () => {
    const counter = openCounter();
    const short = await membership(LATER_S);
    await counter.redeem(await membership(LATER_S));
    expect(await counter.redeem(short)).toEqual(refused('no-gain'));
    expect(await counter.db.redeemed.count()).toBe(1);
    await counter.seat('bob', BOB);
    expect(await counter.redeem(short)).toMatchObject({ ok: true });
  });

  it('gives no second time to a clock that goes back', async () => {
    const counter = openCounter();
    await counter.redeem(await membership(LATER_S));
    counter.tick(-365 * DAY_MS);
    expect((await counter.credits()).plan).toEqual({ name: 'pro', until: LATER_S * 1000 });
  });
});

describe('a suspension', () => {
  it('lets no job hold a credit, until it is lifted; what is held is held', async () => {
    const counter = openCounter();
    await counter.seat('alice', ALICE);
    await hold(counter, 'before');
    await counter.redeem(await suspend());
    expect(await counter.credits()).toMatchObject({
      balance: 19,
      suspension: { until: null, reason: 'Charged back' },
    });
    expect([await hold(counter, 'before'), await hold(counter, 'after')]).toEqual([null, 'suspended']);
    await counter.redeem(await reinstate(NOW_S));
    expect([await hold(counter, 'after'), (await counter.credits()).suspension]).toEqual([null, null]);
  });

  it('ends by itself where it has an end, and counts under Pro too', async () => {
    const counter = openCounter();
    await counter.seat('alice', ALICE);
    await counter.redeem(await membership(LATER_S));
    await counter.redeem(await suspend(NOW_S, { until: NOW_S + DAY_S }));
    expect(await hold(counter, 'a')).toBe('suspended');
    counter.tick(DAY_MS);
    expect(await hold(counter, 'a')).toBe(null);
  });

  it('is of one account: others and the guest go on', async () => {
    const counter = openCounter();
    await counter.seat('alice', ALICE);
    await counter.redeem(await suspend());
    await counter.seat('bob', BOB);
    expect(await hold(counter, 'of bob')).toBe(null);
    await leaveSeat(counter.db);
    expect(await hold(counter, 'of the guest')).toBe(null);
  });

  it('of before its end changes nothing, nor does the same second', async () => {
    const counter = openCounter();
    await counter.seat('alice', ALICE);
    await counter.redeem(await reinstate(NOW_S - 60));
    expect(await counter.redeem(await suspend(NOW_S - 61))).toEqual(refused('outdated'));
    expect(await counter.redeem(await suspend(NOW_S - 60))).toEqual(refused('outdated'));
    expect((await counter.credits()).suspension).toBe(null);
  });

  it('lets credits be redeemed: they wait', async () => {
    const counter = openCounter();
    await counter.seat('alice', ALICE);
    await counter.redeem(await suspend());
    expect(await counter.redeem(await issue())).toMatchObject({ ok: true });
    expect((await counter.credits()).balance).toBe(70);
  });
});

it.each(['recharge', 'membership', 'suspend'] as const)(
  'a %s that dies at any write has changed nothing',
  async (kind) => {
    for (let nth = 0; ; nth++) {
      const counter = openCounter();
      await counter.seat('alice', ALICE);
      const code = await { recharge: issue, membership: () => membership(LATER_S), suspend }[kind]();
      const before = await dump(counter.db);
      const stop = dieAtWrite(counter.db, nth);
      const answer = await counter.redeem(code).catch(() => 'died');
      stop();
      if (answer !== 'died') {
        expect(nth, 'there is more than one write to die at').toBeGreaterThan(1);
        return;
      }
      expect(await dump(counter.db)).toEqual(before);
      expect(await counter.redeem(code)).toMatchObject({ ok: true });
    }
  },
);

it('the guest is the owner of what nobody has registered for', async () => {
  const counter = openCounter();
  await counter.redeem(await issue({ jti: 'v-9' }));
  expect(await counter.db.redeemed.toArray()).toEqual([{ id: 'v-9', owner: GUEST, at: NOW }]);
});
