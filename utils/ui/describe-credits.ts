/** Credits in plain words. Pure; how loudly they are said is decided here too, so that a test can read both. */
import type { Account } from '../credits/ledger';
import { FREE, isNearlyUsed, type Plan } from '../credits/plans';

export interface CreditWords {
  /** `low`: four fifths are used. `none`: pictures come out as previews. */
  readonly tone: 'quiet' | 'low' | 'none';
  readonly sentence: string;
  /** The ways on; empty where there is nothing to say. */
  readonly more: string;
}

const REFILL = `${FREE.daily} tomorrow`;

export interface CreditFacts extends Pick<Account, 'balance' | 'allowance'> {
  readonly plan: Plan;
}

export function describeCredits({ plan, balance, allowance }: CreditFacts): CreditWords {
  if (plan.name === 'pro') return { tone: 'quiet', sentence: `Pro until ${dateOf(plan.until)} · no limit`, more: '' };
  if (balance === 0) return { tone: 'none', sentence: `No credits left · ${REFILL}`, more: NONE };
  const sentence = `${count(balance)} · ${refillFrom(balance)}`;
  if (isNearlyUsed({ balance, allowance })) return { tone: 'low', sentence, more: LOW };
  return { tone: 'quiet', sentence, more: '' };
}

const NONE = 'Until then pictures come out as small previews, free of charge.';
const LOW = 'At least 80 % of your credits are used. One pays for one cutout at full size.';

function count(credits: number): string {
  return credits === 1 ? '1 credit' : `${credits} credits`;
}

/** Who has as much as a refill gives gets none tomorrow. */
function refillFrom(balance: number): string {
  return balance < FREE.daily ? `refilled to ${REFILL}` : `refilled to ${FREE.daily} each day`;
}

/** The last day with it, as the user's language writes dates. */
function dateOf(until: number): string {
  return new Date(until - 1).toLocaleDateString(undefined, { dateStyle: 'medium' });
}
