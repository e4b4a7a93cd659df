/** Credits in plain words. Pure; how loudly they are said is decided here too, so that a test can read both. */
import type { Account } from '../credits/ledger';
import { FREE, isNearlyUsed, type Plan } from '../credits/plans';
import type { Suspension } from '../credits/standing';
import { joinSentences } from '../i18n/join-sentences';
import { say } from '../i18n/say';
import { lastDay } from './describe-date';
import { shopSays } from './describe-voucher';

export interface CreditWords {
  /** `low`: four fifths are used. `none`: pictures come out as previews, for want of credits or by a suspension. */
  readonly tone: 'quiet' | 'low' | 'none';
  readonly sentence: string;
  /** The ways on; empty where there is nothing to say. */
  readonly more: string;
}

export interface CreditFacts extends Pick<Account, 'balance' | 'allowance'> {
  readonly plan: Plan;
  readonly suspension: Suspension | null;
}

export function describeCredits({ plan, balance, allowance, suspension }: CreditFacts): CreditWords {
  if (suspension) return describeSuspension(suspension);
  if (plan.name === 'pro')
    return { tone: 'quiet', sentence: say('credits.pro', { day: lastDay(plan.until) }), more: '' };
  const left = { credits: balance, daily: FREE.daily };
  if (balance === 0) return { tone: 'none', sentence: say('credits.noneLeft', left), more: say('credits.untilThen') };
  // Who has as much as a refill gives gets none tomorrow.
  const sentence = balance < FREE.daily ? say('credits.left', left) : say('credits.leftFull', left);
  if (isNearlyUsed({ balance, allowance })) return { tone: 'low', sentence, more: say('credits.low') };
  return { tone: 'quiet', sentence, more: '' };
}

function describeSuspension({ until, reason }: Suspension): CreditWords {
  const sentence = until === null ? say('credits.suspended') : say('credits.suspendedUntil', { day: lastDay(until) });
  return { tone: 'none', sentence, more: joinSentences([say('credits.suspendedMeans'), shopSays(reason)]) };
}
