import { describe, expect, it } from 'vitest';
import { refusalSentence } from '@/utils/ui/describe-voucher';
import { ISSUERS } from '@/utils/vouchers/issuers';
import { REFUSALS } from '@/utils/vouchers/refusals';

const ACTIONS = /^(Ask|Check|Copy|Open|Paste|Sign in|Try|Update)\b/;
const JARGON = /\b(alg|claims?|ed25519|hash|header|issuer|iss|jti|json|jws|jwt|key id|kid|null|payload|sub|token)\b/i;

describe.each(REFUSALS)('the sentence for %s', (reason) => {
  const sentence = refusalSentence(reason);

  it('says what happened, then what to do, in one breath and plain words', () => {
    const [happened, next, ...more] = sentence.split(/(?<=\.) /);
    expect(happened).toMatch(/^[A-Z].*\.$/);
    expect(happened).not.toMatch(ACTIONS);
    expect(next).toMatch(ACTIONS);
    expect(next).toMatch(/\.$/);
    expect(more).toEqual([]);
    expect(sentence.split(' ').length).toBeLessThanOrEqual(25);
    expect(sentence).not.toMatch(JARGON);
    if (reason.includes('-')) expect(sentence).not.toContain(reason);
  });
});

it('no two refusals say the same', () => {
  const sentences = REFUSALS.map(refusalSentence);
  expect(new Set(sentences).size).toBe(sentences.length);
});

it('every key of the build is a public Ed25519 key with a term', () => {
  for (const [kid, key] of Object.entries(ISSUERS)) {
    expect(kid).toMatch(/^[\w.-]{1,64}$/);
    expect(Object.keys(key.jwk).sort(), 'never the private half, d').toEqual(['crv', 'kty', 'x']);
    expect(Buffer.from(key.jwk.x, 'base64url')).toHaveLength(32);
    expect(Date.parse(key.notBefore)).toBeLessThan(Date.parse(key.notAfter));
  }
});
