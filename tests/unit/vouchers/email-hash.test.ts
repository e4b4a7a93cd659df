import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emailHash, normaliseEmail } from '@/utils/vouchers/email-hash';
import { ALICE } from './shop';

it.each(['user@example.org', ' User@Example.ORG\n', 'ｕser@example.org'])('%j is one account', async (email) => {
  expect(await emailHash(email)).toBe(ALICE);
});

it.each(['user+a@example.org', 'u.ser@example.org', 'üser@example.org', ''])('%j is another', async (email) => {
  expect(await emailHash(email)).toMatch(/^[0-9a-f]{64}$/);
  expect(await emailHash(email)).not.toBe(ALICE);
});

it('both ways to write an accent are one', async () => {
  expect(await emailHash('jose\u0301@example.org')).toBe(await emailHash('jos\u00e9@example.org'));
});

it('a normalised address stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (email) => {
      const once = normaliseEmail(email);
      expect(normaliseEmail(once)).toBe(once);
    }),
  );
});
