/**
 * Whether an account may have cutouts at full size: what its issuer decided last. Who is suspended keeps data, history, copy
 * and export, and gets previews. Pure; vouchers bring the decisions, ledger-store keeps the one that counts.
 */

export interface Suspension {
  /** Epoch ms: the first instant without it; null for until it is lifted. */
  readonly until: number | null;
  /** The issuer's words, one line. */
  readonly reason: string | null;
}

/** The decision that counts. */
export interface Standing {
  readonly owner: string;
  /** Epoch ms, by the issuer's clock. */
  readonly decidedAt: number;
  /** Null: lifted. */
  readonly suspension: Suspension | null;
}

/**
 * Whether a decision changes anything: the newest counts, in whichever order they are redeemed, so that an old suspension
 * kept in a drawer does not undo its end. Of two in the same second it is the end that counts.
 */
export function counts(next: Standing, present: Standing | undefined): boolean {
  if (!present || next.decidedAt > present.decidedAt) return true;
  return next.decidedAt === present.decidedAt && next.suspension === null && present.suspension !== null;
}

/** @param now epoch ms */
export function suspensionAt(standing: Standing | undefined, now: number): Suspension | null {
  const suspension = standing?.suspension ?? null;
  return suspension && (suspension.until === null || now < suspension.until) ? suspension : null;
}
