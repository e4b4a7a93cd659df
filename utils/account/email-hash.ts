/**
 * The name an account goes by where the address must not stand: in tables, and as `sub` of a voucher (RFC 7519 §4.1.2).
 * Issuer and browser must come to the same value, so it has no salt and any shop's `sha256sum` makes it; addresses can be
 * guessed, so it is a pseudonym and no secret. The issuer's tool runs this file too: its imports end in `.ts`.
 */
import { normaliseEmail } from './email.ts';

/**
 * SHA-256 of the normalised address in lower-case hex, 64 characters. What is no address is hashed as it is: a login with
 * it must look like one with an unknown address.
 */
export async function emailHash(typed: string): Promise<string> {
  const bytes = new TextEncoder().encode(normaliseEmail(typed) ?? typed);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
