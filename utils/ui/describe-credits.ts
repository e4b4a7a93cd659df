/** Credits in plain words. Pure; how loudly they are said is decided here too, so that a test can read both. */
import type { Account } from '../credits/ledger';
import { FREE, isNearlyUsed, type Plan } from '../credits/plans';
import type { Suspension } from '../credits/standing';
import { lastDay } from './describe-date';

export interface CreditWords {
  /** `low`: four fifths are used. `none`: pictures come out as previews, for want of credits or by a suspension. */
  readonly tone: 'quiet' | 'low' | 'none';
  readonly sentence: string;
  /** The ways on; empty where there is nothing to say. */
  readonly more: string;
}

const REFILL = `${FREE.daily} tomorrow`;

export interface CreditFacts extends Pick<Account, 'balance' | 'allowance'> {
  readonly plan: Plan;
  readonly suspension: Suspension | null;
}

export function describeCredits({ plan, balance, allowance, suspension }: CreditFacts): CreditWords {
  if (suspension) return describeSuspension(suspension);
  if (plan.name === 'pro') return { tone: 'quiet', sentence: `Pro until ${lastDay(plan.until)} · no limit`, more: '' };
  if (balance === 0) return { tone: 'none', sentence: `No credits left · ${REFILL}`, more: NONE };
  const sentence = `${count(balance)} · ${refillFrom(balance)}`;
  if (isNearlyUsed({ balance, allowance })) return { tone: 'low', sentence, more: LOW };
  return { tone: 'quiet', sentence, more: '' };
}

const NONE = 'Until then pictures come out as small previews, free of charge.';
const LOW = 'At least 80 % of your credits are used. One pays for one cutout at full size.';

function describeSuspension({ until, reason }: Suspension): CreditWords {
  const sentence = `Full-size cutouts are suspended${until === null ? '' : ` until ${lastDay(until)}`}`;
  return { tone: 'none', sentence, more: reason === null ? SUSPENDED : `${SUSPENDED} The shop says: “${reason}”` };
}

const SUSPENDED = 'Pictures come out as small previews; all that you have stays yours. Ask the shop to lift it.';

function count(credits: number): string {
  return credits === 1 ? '1 credit' : `${credits} credits`;
}

/** Who has as much as a refill gives gets none tomorrow. */
function refillFrom(balance: number): string {
  return balance < FREE.daily ? `refilled to ${REFILL}` : `refilled to ${FREE.daily} each day`;
}
