/**
 * What a voucher says, rebuilt field by field from signed claims (RFC 7519 §4.1, and our own). Knows neither keys nor the
 * clock: whether a voucher may be redeemed is `check-voucher.ts`. Times here are milliseconds, in claims they are seconds.
 */
import { PAID_PLANS, type PaidPlan } from '../credits/plans.ts';

/** The `sub` of a voucher that anybody may redeem. */
export const EVERYONE = '*';
export const KINDS = ['recharge', 'membership', 'suspend', 'reinstate'] as const;
/** Ten thousand times the biggest pack one would sell; far below where sums of integers lose exactness. */
export const MAX_CREDITS = 1_000_000;
/** From `iat` to `exp`. Bounds how long a key counts after its term, also for who backdates with a stolen one. */
export const MAX_LIFETIME_S = 400 * 86_400;

export const MAX_ISSUER_CHARS = 64;
export const MAX_REASON_CHARS = 200;

const YEAR_10000_S = 253_402_300_800;

export type VoucherKind = (typeof KINDS)[number];

interface VoucherHead {
  /** `jti`: one voucher, one id; redeemed once. */
  readonly id: string;
  readonly issuer: string;
  readonly keyId: string;
  /** E-mail hash (`emailHash`), or `*`. */
  readonly account: string;
  readonly issuedAt: number;
  readonly validFrom: number;
  /** The last moment to redeem it; what it grants ends with `until`. */
  readonly expiresAt: number;
  /** For people to read; never empty with `suspend`. */
  readonly reason: string | null;
}

export type VoucherGrant =
  | { readonly kind: 'recharge'; readonly credits: number; readonly until: number | null }
  | { readonly kind: 'membership'; readonly plan: PaidPlan; readonly until: number }
  | { readonly kind: 'suspend'; readonly until: number | null }
  | { readonly kind: 'reinstate' };

export type Voucher = VoucherHead & VoucherGrant;

export type ReadVoucher =
  | { readonly ok: true; readonly voucher: Voucher }
  | { readonly ok: false; readonly reason: 'malformed' | 'unknown-kind' | 'bad-terms' };

type Claims = Readonly<Record<string, unknown>>;

/** Rebuilds a voucher from claims. Claims that we do not know are ignored, as RFC 7519 §4 asks. */
export function readVoucher(claims: unknown): ReadVoucher {
  if (!isRecord(claims)) return { ok: false, reason: 'malformed' };
  const head = readHead(claims);
  if (!head) return { ok: false, reason: 'malformed' };
  if (!KINDS.some((kind) => kind === claims.kind)) return { ok: false, reason: 'unknown-kind' };
  const grant = readGrant(claims);
  if (!grant || !hasSoundTimes(head, grant) || !mayBeFor(head, grant)) return { ok: false, reason: 'bad-terms' };
  return { ok: true, voucher: { ...head, ...grant } };
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for what may stand as `sub`: `*`, or SHA-256 in lower-case hex. */
export function isSubject(value: unknown): value is string {
  return value === EVERYONE || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
}

/** True for one line of text to show: no controls, no marks that turn the writing direction. */
export function isLine(value: unknown, maxChars: number): value is string {
  if (typeof value !== 'string' || value.trim() === '') return false;
  return !/\p{C}/u.test(value) && [...value].length <= maxChars;
}

function readHead({ iss, sub, jti, kid, iat, nbf, exp, reason }: Claims): VoucherHead | null {
  if (!isLine(iss, MAX_ISSUER_CHARS) || !isSubject(sub) || !isId(jti) || !isId(kid)) return null;
  if (!isTime(iat) || !isTime(nbf) || !isTime(exp)) return null;
  if (reason !== undefined && !isLine(reason, MAX_REASON_CHARS)) return null;
  const times = { issuedAt: iat * 1000, validFrom: nbf * 1000, expiresAt: exp * 1000 };
  return { id: jti, issuer: iss, keyId: kid, account: sub, ...times, reason: reason ?? null };
}

/** Each kind takes its own claims and no others: half-understood terms are not granted. */
function readGrant({ kind, credits, plan, until, reason }: Claims): VoucherGrant | null {
  if (until !== undefined && !isTime(until)) return null;
  const end = until === undefined ? null : until * 1000;
  if (kind === 'recharge') return isAmount(credits) && plan === undefined ? { kind, credits, until: end } : null;
  if (credits !== undefined) return null;
  if (kind === 'membership') return isPlan(plan) && end !== null ? { kind, plan, until: end } : null;
  if (plan !== undefined) return null;
  if (kind === 'suspend') return reason === undefined ? null : { kind, until: end };
  return kind === 'reinstate' && end === null ? { kind } : null;
}

function hasSoundTimes({ issuedAt, validFrom, expiresAt }: VoucherHead, grant: VoucherGrant): boolean {
  if (validFrom >= expiresAt || issuedAt >= expiresAt) return false;
  if (expiresAt - issuedAt > MAX_LIFETIME_S * 1000) return false;
  const until = 'until' in grant ? grant.until : null;
  return until === null || until > validFrom;
}

/** A measure against one account names it: a leaked `suspend` for everyone would be a weapon. */
function mayBeFor({ account }: VoucherHead, { kind }: VoucherGrant): boolean {
  return account !== EVERYONE || kind === 'recharge' || kind === 'membership';
}

function isAmount(value: unknown): value is number {
  return isWhole(value) && value <= MAX_CREDITS;
}

function isTime(value: unknown): value is number {
  return isWhole(value) && value < YEAR_10000_S;
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isPlan(value: unknown): value is PaidPlan {
  return PAID_PLANS.some((plan) => plan === value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value);
}
