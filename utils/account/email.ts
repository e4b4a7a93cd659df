/** E-mail addresses as Matte compares them: one spelling each. Pure. */

/** RFC 5321 §4.5.3.1 */
const MAX_LOCAL = 64;
const MAX_EMAIL = 254;
const EMAIL = /^([^\s@"(),:;<>[\\\]]+)@([^\s@"(),:;<>[\\\]]+\.[^\s@"(),:;<>[\\\]]{2,})$/u;

/**
 * One Unicode form (NFKC), lower case, trimmed; dots and plus signs stay. The local part too: no provider of today tells
 * cases apart, and people do not remember them.
 * @returns null for what is no address somebody could have
 */
export function normaliseEmail(typed: string): string | null {
  // Twice: what lower case makes of some letters is not yet in the one form.
  const email = typed.normalize('NFKC').toLowerCase().normalize('NFKC').trim();
  const [, local = '', domain = ''] = EMAIL.exec(email) ?? [];
  if (local === '' || local.length > MAX_LOCAL || email.length > MAX_EMAIL) return null;
  return domain.split('.').every((label) => /^[^-].*$/u.test(label) && !label.endsWith('-')) ? email : null;
}
