/**
 * The name an account goes by where the address must not stand: in tables, and as `sub` of a voucher. Issuer and browser
 * must come to the same value, so it has no salt; addresses can be guessed, so it is a pseudonym and no secret.
 */
import { toBase64Url, utf8 } from '../vault/bytes';
import { normaliseEmail } from './email';

/**
 * SHA-256 of `matte-account:` and the normalised address, base64url, 43 characters. What is no address is hashed as it
 * is: a login with it must look like one with an unknown address.
 */
export async function emailHash(typed: string): Promise<string> {
  const email = normaliseEmail(typed) ?? typed;
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(`matte-account:${email}`))));
}
