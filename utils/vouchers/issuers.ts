/**
 * Whose vouchers this build honours: public keys only, by key id. A shop adds the entry that `npm run -s voucher -- keygen`
 * prints; docs/vouchers.md says how keys are rotated and withdrawn. Without an entry every voucher is refused.
 */

/** One Ed25519 public key as RFC 8037 §2 writes it, who signs with it, and the term in which it signs. */
export interface IssuerKey {
  /** What the vouchers' `iss` must say. */
  readonly issuer: string;
  readonly jwk: { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };
  /** ISO dates. Vouchers dated (`iat`) before the first or after the second are refused. */
  readonly notBefore: string;
  readonly notAfter: string;
}

export type Issuers = Readonly<Record<string, IssuerKey>>;

export const ISSUERS: Issuers = {};
