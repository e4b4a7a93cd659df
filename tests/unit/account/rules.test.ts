/** The small pure rules of accounts: addresses, consents. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreesTo, type Consent, mustAskAgain, parseConsents } from '@/utils/account/consent';
import { normaliseEmail } from '@/utils/account/email';
import { emailHash } from '@/utils/account/email-hash';

describe('an e-mail', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    ['  Ada@Example.ORG\n', 'ada@example.org'],
    ['ada+matte@mail.example.co.uk', 'ada+matte@mail.example.co.uk'],
    ["o'neil_x@example.org", "o'neil_x@example.org"],
    ['JOSE\u0301@example.org', 'jos\u00e9@example.org'],
    ['ada@bücher.de', 'ada@bücher.de'],
  ])('%s is %s', (typed, normal) => {
    expect(normaliseEmail(typed)).toBe(normal);
  });

  it.each([
    '',
    'ada',
    'ada@',
    '@example.org',
    'ada@example',
    'ada@exam ple.org',
    'a da@example.org',
    'ada@@example.org',
    'ada@example..org',
    'ada@.org',
    'ada@-example.org',
    'ada@example.org, bob@example.org',
    '<ada@example.org>',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a.'.repeat(130)}org`,
  ])('"%s" is none', (typed) => {
    expect(normaliseEmail(typed)).toBeNull();
  });

  it('stays as it is once it is normal, and hashes like every spelling of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.emailAddress(), async (email) => {
        const normal = normaliseEmail(email);
        fc.pre(normal !== null);
        expect(normaliseEmail(normal)).toBe(normal);
        expect(await emailHash(` ${email.toUpperCase()} `)).toBe(await emailHash(normal));
      }),
    );
  });

  it('has the hash that an issuer of vouchers computes', async () => {
    // printf user@example.org | sha256sum
    const hash = 'd159ef624ed86697b4f1f3ff086aacddfdfd42d463a8003694f775e1e2d95e2c';
    expect(await emailHash('user@example.org')).toBe(hash);
    for (const spelt of [' User@Example.ORG\n', 'ｕser@example.org']) expect(await emailHash(spelt)).toBe(hash);
    for (const other of ['user+a@example.org', 'u.ser@example.org', 'üser@example.org', '']) {
      expect(await emailHash(other)).toMatch(/^(?!d159ef)[0-9a-f]{64}$/);
    }
  });

  it('stays as it is once it is normal, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (local) => {
        const once = normaliseEmail(`${local}@example.org`);
        fc.pre(once !== null);
        expect(normaliseEmail(once)).toBe(once);
      }),
    );
  });
});

describe('consent', () => {
  const answer = (purpose: Consent['purpose'], given: boolean, policyVersion = '1'): Consent => ({
    purpose,
    given,
    policyVersion,
    at: 0,
  });

  it('is what was answered last, for each purpose by itself; what was never asked is refused [P-CONSENT]', () => {
    const counts = (...consents: Consent[]) => agreesTo(consents, 'statistics', '1');
    expect(counts()).toBe(false);
    expect(counts(answer('policy', true))).toBe(false);
    expect(counts(answer('statistics', true), answer('policy', false))).toBe(true);
    expect(counts(answer('statistics', true), answer('statistics', false))).toBe(false);
  });

  it('is given to a text: with another one it rests until it is given again [P-UPDATES]', () => {
    const given = answer('statistics', true, '1');
    expect(agreesTo([given], 'statistics', '2')).toBe(false);
    expect(agreesTo([given, answer('statistics', true, '2')], 'statistics', '2')).toBe(true);
  });

  it('is read from a row field by field; what is not an answer is none', () => {
    const given = answer('statistics', true);
    const broken = [
      null,
      7,
      {},
      { ...given, purpose: 'adverts' },
      { ...given, given: 'yes' },
      { ...given, at: Number.NaN },
    ];
    expect(parseConsents([...broken, { ...given, url: 'x' }])).toEqual([given]);
    for (const row of [undefined, null, 'yes', { 0: given }]) expect(parseConsents(row)).toEqual([]);
  });

  it('is asked for again when the policy is another', () => {
    expect(mustAskAgain([answer('policy', true, '1')], '1')).toBe(false);
    expect(mustAskAgain([answer('policy', true, '1')], '2')).toBe(true);
    expect(mustAskAgain([answer('policy', false, '2')], '2')).toBe(true);
    expect(mustAskAgain([answer('statistics', true, '1')], '1')).toBe(true);
  });
});
