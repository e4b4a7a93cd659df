/** Every check that a voucher can fail. Their sentences: `vouchers.refused.*` in locales/; a missing one is a compile error. */
export const REFUSALS = [
  'already-redeemed',
  'bad-signature',
  'bad-terms',
  'expired',
  'foreign-issuer',
  'key-out-of-term',
  'malformed',
  'no-account',
  'no-gain',
  'no-qr',
  'not-yet-valid',
  'other-account',
  'outdated',
  'too-long',
  'unknown-key',
  'unknown-kind',
  'wrong-alg',
] as const;
export type VoucherRefusal = (typeof REFUSALS)[number];
