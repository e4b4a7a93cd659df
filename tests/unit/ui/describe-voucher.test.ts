import { expect, it } from 'vitest';
import { describeVoucher } from '@/utils/ui/describe-voucher';
import type { VoucherGrant } from '@/utils/vouchers/claims';

const until = new Date(2027, 2, 4).getTime();
const day = new Date(2027, 2, 3).toLocaleDateString(undefined, { dateStyle: 'medium' });

const HEAD = { id: 'v', issuer: 's', keyId: 'k', account: '*', issuedAt: 0, validFrom: 0, expiresAt: 1, reason: null };

it.each<[VoucherGrant, string, string]>([
  [{ kind: 'recharge', credits: 1, until: null }, 'Adds 1 credit.', 'Redeemed: 1 credit more.'],
  [
    { kind: 'recharge', credits: 50, until },
    `Adds 50 credits, to be used by ${day}.`,
    `Redeemed: 50 credits more, to be used by ${day}.`,
  ],
  [
    { kind: 'membership', plan: 'pro', until },
    `Gives you Pro until ${day}: cutouts without limit.`,
    `Redeemed: you have Pro until ${day}.`,
  ],
  [
    { kind: 'suspend', until },
    `Suspends cutouts at full size until ${day}.`,
    `Cutouts at full size are suspended until ${day}. All that you have stays yours.`,
  ],
  [
    { kind: 'reinstate' },
    'Lifts the suspension: cutouts at full size again.',
    'The suspension is lifted: cutouts at full size again.',
  ],
])('%o', (grant, offer, done) => {
  const voucher = { ...HEAD, ...grant };
  expect([describeVoucher(voucher, false), describeVoucher(voucher, true)]).toEqual([offer, done]);
  expect(describeVoucher({ ...voucher, reason: 'Order 17' }, false)).toBe(`${offer} The shop says: “Order 17”`);
});
