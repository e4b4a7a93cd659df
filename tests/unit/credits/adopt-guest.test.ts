import { describe, expect, it } from 'vitest';
import { register } from '@/utils/account/register';
import { signOut } from '@/utils/account/session';
import { createCreditsAdopter } from '@/utils/credits/adopt-guest';
import { GUEST } from '@/utils/credits/ledger';
import { closeHold, grantCredits, holdCredit, ledgerTables, readCredits } from '@/utils/credits/ledger-store';
import { createAccountWorld, DAY, FORM, registered, T0 } from '../account/world';

/** A browser at which a guest has cut two pictures, one of them not finished, and bought 50 credits. */
async function guestWithHistory() {
  const account = createAccountWorld();
  const { db, now } = account.world;
  const world = { ...account.world, adopters: [createCreditsAdopter(db, now)] };
  const inBook = (act: () => Promise<unknown>) =>
    db.transaction('rw', ledgerTables(db), async () => void (await act()));
  await inBook(() => holdCredit(db, { owner: GUEST, jobId: 'done' }, now()));
  await inBook(() => closeHold(db, 'done', 'settle', now()));
  await inBook(() => holdCredit(db, { owner: GUEST, jobId: 'open' }, now()));
  await inBook(() => grantCredits(db, { owner: GUEST, grant: 'voucher v', credits: 50, expiresAt: null }, now()));
  await db.redeemed.add({ id: 'v', owner: GUEST, at: now() });
  await db.memberships.put({ owner: GUEST, until: T0 + DAY });
  const balance = async () => (await readCredits(db, now())).balance;
  return { ...account, world, db, inBook, balance };
}

describe('a guest who registers', () => {
  it('keeps credits, membership and what was redeemed', async () => {
    const { world, db, balance } = await guestWithHistory();
    const { accountId } = await registered(world);
    expect(await readCredits(db, world.now())).toMatchObject({ balance: 68, plan: { name: 'pro', until: T0 + DAY } });
    expect(await db.redeemed.toArray()).toEqual([{ id: 'v', owner: accountId, at: T0 }]);
    expect(await db.memberships.toArray()).toEqual([{ owner: accountId, until: T0 + DAY }]);
    expect(await balance()).toBe(68);
  });

  it('ends jobs that were begun before, and a job that was paid is not paid again', async () => {
    const { world, db, inBook, balance } = await guestWithHistory();
    await registered(world);
    await inBook(async () => expect(await holdCredit(db, { owner: GUEST, jobId: 'open' }, world.now())).toBe(null));
    await inBook(() => closeHold(db, 'open', 'release', world.now()));
    expect(await balance()).toBe(69);
  });

  it('leaves a guest without a second welcome, who is refilled from tomorrow on', async () => {
    const { world, balance, tick } = await guestWithHistory();
    await registered(world);
    await signOut(world);
    expect(await balance()).toBe(0);
    tick(DAY);
    expect(await balance()).toBe(10);
  });

  it('again, with another address, gets no second welcome either', async () => {
    const { world, balance } = await guestWithHistory();
    await registered(world);
    await signOut(world);
    await registered(world, { email: 'eve@example.org' });
    expect(await balance()).toBe(0);
  });

  it('who has never cut anything takes the whole welcome along', async () => {
    const account = createAccountWorld();
    const { db, now } = account.world;
    await registered({ ...account.world, adopters: [createCreditsAdopter(db, now)] });
    expect((await readCredits(db, now())).balance).toBe(20);
  });

  it('keeps everything as a guest when the address is taken meanwhile', async () => {
    const { world, db } = await guestWithHistory();
    const outcomes = await Promise.all([register(world, FORM), register(world, FORM)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const owners = new Set((await db.ledger.toArray()).map(({ owner }) => owner));
    expect(owners.size).toBe(2);
    expect((await readCredits(db, world.now())).balance).toBe(68);
  });
});
