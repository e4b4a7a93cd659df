/** A shop with a key of its own, which signs whatever a test wants signed: the product's code has no part in it. */
import { webcrypto } from 'node:crypto';
import type { VoucherWorld } from '@/utils/vouchers/check-voucher';
import type { Issuers } from '@/utils/vouchers/issuers';

export const DAY_S = 86_400;
export const NOW_S = Date.UTC(2026, 5, 15, 12) / 1000;
export const NOW = NOW_S * 1000;
/** SHA-256 of "user@example.org", computed with sha256sum. */
export const ALICE = 'd159ef624ed86697b4f1f3ff086aacddfdfd42d463a8003694f775e1e2d95e2c';
export const BOB = ALICE.replace('d', 'e');

type Json = Record<string, unknown>;

export interface Shop {
  readonly issuers: Issuers;
  readonly x: string;
  /** A good recharge for Alice, with these claims instead of its own; `undefined` takes one out. */
  claims(changes?: Json): Json;
  /** The code of a claims set, or of any text as payload. */
  sign(payload: Json | string, header?: Json): Promise<string>;
}

/** Opens a shop whose key counts all through 2026. */
export async function openShop({ issuer = 'Test shop', kid = 'k1' } = {}): Promise<Shop> {
  const pair = await webcrypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('Ed25519 comes in pairs');
  const { x = '' } = await webcrypto.subtle.exportKey('jwk', pair.publicKey);
  const sign = async (payload: Json | string, header: Json = {}) => {
    const input = `${b64({ alg: 'EdDSA', kid, ...header })}.${b64(payload)}`;
    const signature = await webcrypto.subtle.sign('Ed25519', pair.privateKey, Buffer.from(input));
    return `${input}.${Buffer.from(signature).toString('base64url')}`;
  };
  const good = { iss: issuer, sub: ALICE, jti: 'v-1', kid, iat: NOW_S - DAY_S, nbf: NOW_S - DAY_S, exp: NOW_S + DAY_S };
  return {
    issuers: {
      [kid]: { issuer, jwk: { kty: 'OKP', crv: 'Ed25519', x }, notBefore: '2026-01-01', notAfter: '2027-01-01' },
    },
    x,
    claims: (changes = {}) => ({ ...good, kind: 'recharge', credits: 50, ...changes }),
    sign,
  };
}

/** Alice at noon of 15 June 2026, who has redeemed nothing yet. */
export function world(issuers: Issuers, changes: Partial<VoucherWorld> = {}): VoucherWorld {
  return { issuers, account: ALICE, now: NOW, redeemed: () => false, ...changes };
}

/** Base64url of a text or of JSON. */
export function b64(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}
