/**
 * May this voucher be redeemed, here, by this account, now? Answers with the voucher or with the check that failed. It
 * redeems nothing: that is one transaction of the ledger, in which a unique index on the id has the last word.
 */
import { EVERYONE, readVoucher, type Voucher } from './claims.ts';
import type { IssuerKey, Issuers } from './issuers.ts';
import { openEnvelope } from './jws.ts';
import type { VoucherRefusal } from './refusals.ts';

/** How far a user's clock may be behind the issuer's. */
export const CLOCK_SKEW_MS = 5 * 60_000;

export interface VoucherWorld {
  readonly issuers: Issuers;
  /** `emailHash` of the account that redeems; null for a guest. */
  readonly account: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the voucher of this id was redeemed on this device, by whichever account. */
  readonly redeemed: (id: string) => boolean | Promise<boolean>;
}

export type VoucherCheck =
  | { readonly ok: true; readonly voucher: Voucher }
  | { readonly ok: false; readonly reason: VoucherRefusal };

/**
 * Checks one code: RFC 7515 §5.2 for the signature, RFC 7519 §4.1 for the claims, then our own terms. Take codes from
 * pasted text with `findVouchers`. Never throws for anything that a code can contain.
 */
export async function checkVoucher(code: string, world: VoucherWorld): Promise<VoucherCheck> {
  const opened = await openEnvelope(code, world.issuers);
  if (!opened.ok) return opened;
  const read = readVoucher(opened.claims);
  if (!read.ok) return read;
  const { voucher } = read;
  if (voucher.keyId !== opened.kid) return { ok: false, reason: 'malformed' };
  if (voucher.issuer !== opened.key.issuer) return { ok: false, reason: 'foreign-issuer' };
  const reason = refusalByAccount(voucher, world.account) ?? (await refusalByHistory(voucher, world));
  if (reason) return { ok: false, reason };
  const late = refusalByTime(voucher, opened.key, world.now);
  return late ? { ok: false, reason: late } : { ok: true, voucher };
}

/** Whom it is for: `own` is the `emailHash` of the account that redeems, null for a guest. */
export function refusalByAccount({ account }: Voucher, own: string | null): VoucherRefusal | null {
  if (account === EVERYONE || account === own) return null;
  return own === null ? 'no-account' : 'other-account';
}

/** Before the dates: who tries a spent voucher a year later should hear that it was spent. */
async function refusalByHistory({ id }: Voucher, { redeemed }: VoucherWorld): Promise<VoucherRefusal | null> {
  return (await redeemed(id)) ? 'already-redeemed' : null;
}

function refusalByTime(voucher: Voucher, key: IssuerKey, now: number): VoucherRefusal | null {
  const { issuedAt, validFrom, expiresAt } = voucher;
  // Written so that a date in issuers.ts that cannot be read (NaN) refuses.
  const inTerm = issuedAt >= Date.parse(key.notBefore) && issuedAt <= Date.parse(key.notAfter);
  if (!inTerm) return 'key-out-of-term';
  if (Math.max(issuedAt, validFrom) > now + CLOCK_SKEW_MS) return 'not-yet-valid';
  const ends = 'until' in voucher && voucher.until !== null ? Math.min(expiresAt, voucher.until) : expiresAt;
  return now >= ends ? 'expired' : null;
}
