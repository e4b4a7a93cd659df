/** Vouchers in plain words: what one will do, what it has done, and why it is not taken. Pure. */
import { joinSentences } from '../i18n/join-sentences';
import { say } from '../i18n/say';
import type { Voucher, VoucherGrant } from '../vouchers/claims';
import type { VoucherRefusal } from '../vouchers/refusals';
import { lastDay } from './describe-date';

export function describeVoucher(voucher: Voucher, isRedeemed: boolean): string {
  const what = (isRedeemed ? describeDone : describeOffer)(voucher);
  return joinSentences([what, shopSays(voucher.reason)]);
}

/** What happened, then what to do. */
export function refusalSentence(reason: VoucherRefusal): string {
  return say(`vouchers.refused.${reason}`);
}

/** The issuer's own words; empty where there are none. */
export function shopSays(reason: string | null): string {
  return reason === null ? '' : say('vouchers.shopSays', { reason });
}

function describeOffer(grant: VoucherGrant): string {
  switch (grant.kind) {
    case 'recharge': {
      const { credits, until } = grant;
      if (until === null) return say('vouchers.offerCredits', { credits });
      return say('vouchers.offerCreditsUntil', { credits, day: lastDay(until) });
    }
    case 'membership':
      return say('vouchers.offerPro', { day: lastDay(grant.until) });
    case 'reinstate':
      return say('vouchers.offerReinstate');
    case 'suspend':
      if (grant.until === null) return say('vouchers.offerSuspend');
      return say('vouchers.offerSuspendUntil', { day: lastDay(grant.until) });
  }
}

function describeDone(grant: VoucherGrant): string {
  switch (grant.kind) {
    case 'recharge': {
      const { credits, until } = grant;
      if (until === null) return say('vouchers.doneCredits', { credits });
      return say('vouchers.doneCreditsUntil', { credits, day: lastDay(until) });
    }
    case 'membership':
      return say('vouchers.donePro', { day: lastDay(grant.until) });
    case 'reinstate':
      return say('vouchers.doneReinstate');
    case 'suspend':
      if (grant.until === null) return say('vouchers.doneSuspend');
      return say('vouchers.doneSuspendUntil', { day: lastDay(grant.until) });
  }
}
