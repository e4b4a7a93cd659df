/** Vouchers for an address, and the account that was really registered with it. */
import { expect, it } from 'vitest';
import { changeEmail } from '@/utils/account/change-secrets';
import { emailHash } from '@/utils/account/email-hash';
import { lock } from '@/utils/account/session';
import { readCredits } from '@/utils/credits/ledger-store';
import { redeemVoucher } from '@/utils/credits/redeem';
import { createAccountWorld, FORM } from '../account/world';
import { NOW } from '../vouchers/shop';
import { issue, openCounter, suspend } from './counter';

async function registeredAda() {
  const { world, ada } = createAccountWorld();
  await ada();
  const counter = { db: world.db, issuers: openCounter().issuers, now: () => NOW };
  return { world, redeem: (code: string) => redeemVoucher(counter, code), credits: () => readCredits(world.db, NOW) };
}

const ADA = await emailHash('ada@example.org');

it('is redeemed by the account of the address, also while it is locked', async () => {
  const { world, redeem, credits } = await registeredAda();
  expect(await redeem(await issue({ sub: ADA }))).toMatchObject({ ok: true });
  await lock(world);
  expect(await redeem(await issue({ sub: ADA }))).toMatchObject({ ok: true });
  expect((await credits()).balance).toBe(120);
});

it('goes by the new address after a change of it; what was decided and bought stays', async () => {
  const { world, redeem, credits } = await registeredAda();
  await redeem(await issue({ sub: ADA }));
  await redeem(await suspend(undefined, { sub: ADA }));
  expect(await changeEmail(world, { password: FORM.password, newEmail: 'eve@example.org' })).toEqual({ ok: true });
  expect(await credits()).toMatchObject({ balance: 70, suspension: { reason: 'Charged back' } });
  expect(await redeem(await issue({ sub: ADA }))).toEqual({ ok: false, reason: 'other-account' });
  expect(await redeem(await issue({ sub: await emailHash('eve@example.org') }))).toMatchObject({ ok: true });
});
