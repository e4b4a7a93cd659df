/** What a batch costs at most, and what of it comes out small. Pure. */
import type { Credits } from '../credits/ledger-store';

export interface Need {
  /** One for each picture; those as small as a preview will give theirs back. */
  readonly credits: number;
  /** Null for who has no limit. */
  readonly left: number | null;
  /** How many come out as small previews, if nothing else is cut meanwhile. */
  readonly previews: number;
}

export function needOf(pictures: number, { plan, balance, suspension }: Credits): Need {
  if (suspension) return { credits: pictures, left: 0, previews: pictures };
  if (plan.name === 'pro') return { credits: 0, left: null, previews: 0 };
  return { credits: pictures, left: balance, previews: Math.max(0, pictures - balance) };
}
