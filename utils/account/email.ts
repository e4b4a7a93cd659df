/** E-mail addresses as Matte compares them: one spelling each. Pure. */

/** RFC 5321 §4.5.3.1 */
const MAX_LOCAL = 64;
const MAX_EMAIL = 254;
const EMAIL = /^([^\s@"(),:;<>[\\\]]+)@([^\s@"(),:;<>[\\\]]+\.[^\s@"(),:;<>[\\\]]{2,})$/u;

/**
 * Trimmed, composed (NFC), lower case. The local part too: no provider of today tells cases apart, and people do not
 * remember them.
 * @returns null for what is no address somebody could have
 */
export function normaliseEmail(typed: string): string | null {
  const email = typed.trim().normalize('NFC').toLowerCase();
  const [, local = '', domain = ''] = EMAIL.exec(email) ?? [];
  if (local === '' || local.length > MAX_LOCAL || email.length > MAX_EMAIL) return null;
  return domain.split('.').every((label) => /^[^-].*$/u.test(label) && !label.endsWith('-')) ? email : null;
}
