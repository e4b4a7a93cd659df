/** Whom a voucher is for, without writing the address into it. A hash that can be guessed by trying addresses: see docs/vouchers.md. */

/** The one spelling of an address: no outer white space, one Unicode form, lower case. Dots and plus signs stay. */
export function normaliseEmail(email: string): string {
  // Twice: what lower case makes of some letters is not yet in the one form.
  return email.normalize('NFKC').toLowerCase().normalize('NFKC').trim();
}

/** SHA-256 of the normalised address in lower-case hex: the `sub` (RFC 7519 §4.1.2) of a voucher for one account. */
export async function emailHash(email: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(normaliseEmail(email)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
