/**
 * What the plans give and what things cost, in whole credits. Pure; who has which plan lies in ledger-store. The issuer's
 * tool reads this file too: its imports end in `.ts`.
 */
import { PREVIEW_PIXELS } from '../pipeline/raster.ts';

/** Free: a welcome once, and from the next day on a refill to `daily` on each day on which Matte is used. */
export const FREE = { welcome: 20, daily: 10 } as const;

/** Pro: no limit until its end. */
export interface Membership {
  readonly owner: string;
  /** Epoch ms: the first instant without it. */
  readonly until: number;
}

/** Those that a voucher can give. */
export const PAID_PLANS = ['pro'] as const;
export type PaidPlan = (typeof PAID_PLANS)[number];

export type Plan = { readonly name: 'free' } | { readonly name: PaidPlan; readonly until: number };

/** @param now epoch ms */
export function planAt(membership: Membership | undefined, now: number): Plan {
  return membership && now < membership.until ? { name: 'pro', until: membership.until } : { name: 'free' };
}

/** Why a picture comes out as a preview; also the codes of the sentences that say so. */
export type PreviewReason = 'no-credit' | 'suspended';

/** One credit is one cutout at full size; what is no larger than a preview costs nothing. Pixels. */
export function costOf({ width, height }: { readonly width: number; readonly height: number }): 0 | 1 {
  return width * height > PREVIEW_PIXELS ? 1 : 0;
}

/** Whether four fifths or more of what there was after the last grant are used. */
export function isNearlyUsed({
  balance,
  allowance,
}: {
  readonly balance: number;
  readonly allowance: number;
}): boolean {
  return balance * 5 <= allowance;
}
