/** Vouchers in plain words: what one will do, and what it has done. Pure. */
import type { Voucher, VoucherGrant } from '../vouchers/claims';
import { lastDay } from './describe-date';

export function describeVoucher(voucher: Voucher, isRedeemed: boolean): string {
  const what = (isRedeemed ? describeDone : describeOffer)(voucher);
  return voucher.reason === null ? what : `${what} The shop says: “${voucher.reason}”`;
}

function describeOffer(grant: VoucherGrant): string {
  if (grant.kind === 'recharge') return `Adds ${count(grant.credits)}${useBy(grant.until)}.`;
  if (grant.kind === 'membership') return `Gives you Pro until ${lastDay(grant.until)}: cutouts without limit.`;
  if (grant.kind === 'reinstate') return 'Lifts the suspension: cutouts at full size again.';
  return `Suspends cutouts at full size${end(grant.until)}.`;
}

function describeDone(grant: VoucherGrant): string {
  if (grant.kind === 'recharge') return `Redeemed: ${count(grant.credits)} more${useBy(grant.until)}.`;
  if (grant.kind === 'membership') return `Redeemed: you have Pro until ${lastDay(grant.until)}.`;
  if (grant.kind === 'reinstate') return 'The suspension is lifted: cutouts at full size again.';
  return `Cutouts at full size are suspended${end(grant.until)}. All that you have stays yours.`;
}

function count(credits: number): string {
  return credits === 1 ? '1 credit' : `${credits.toLocaleString()} credits`;
}

function useBy(until: number | null): string {
  return until === null ? '' : `, to be used by ${lastDay(until)}`;
}

function end(until: number | null): string {
  return until === null ? '' : ` until ${lastDay(until)}`;
}
