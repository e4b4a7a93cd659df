/** What a passkey wraps opens with the same secret, for the same account, unchanged; and with nothing else. */
import { describe, expect, it } from 'vitest';
import { randomBytes } from '@/utils/vault/bytes';
import { PRF_SALT_BYTES, type PrfWrappedKey, unwrapByPrf, wrapByPrf } from '@/utils/vault/prf-wrap';

const KEY = randomBytes(32);
const secret = randomBytes(32);
const salt = randomBytes(PRF_SALT_BYTES);
const ada = { accountId: 'ada', secret };

const flipped = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, i) => (i === 3 ? byte ^ 1 : byte));

it('opens with the secret it was wrapped with', async () => {
  const wrapped = await wrapByPrf(KEY, salt, ada);
  expect(await unwrapByPrf(wrapped, ada)).toEqual(KEY);
});

it('holds neither the key nor the secret', async () => {
  const { nonce, sealed } = await wrapByPrf(KEY, salt, ada);
  const stored = Buffer.concat([salt, nonce, sealed]);
  expect(stored.includes(Buffer.from(KEY))).toBe(false);
  expect(stored.includes(Buffer.from(secret))).toBe(false);
  expect(sealed).toHaveLength(KEY.length + 16);
});

it('is another one each time', async () => {
  const [a, b] = [await wrapByPrf(KEY, salt, ada), await wrapByPrf(KEY, salt, ada)];
  expect(a.nonce).not.toEqual(b.nonce);
  expect(a.sealed).not.toEqual(b.sealed);
});

describe('does not open', () => {
  it.each([
    ['with another secret', {}, { ...ada, secret: randomBytes(32) }],
    ['for another account', {}, { ...ada, accountId: 'bob' }],
    ['under another salt', { salt: flipped(salt) }, ada],
  ])('%s', async (_, change: Partial<PrfWrappedKey>, wrapping) => {
    const wrapped = await wrapByPrf(KEY, salt, ada);
    expect(await unwrapByPrf({ ...wrapped, ...change }, wrapping)).toBeNull();
  });

  it.each(['sealed', 'nonce'] as const)('when its %s was changed', async (part) => {
    const wrapped = await wrapByPrf(KEY, salt, ada);
    expect(await unwrapByPrf({ ...wrapped, [part]: flipped(wrapped[part]) }, ada)).toBeNull();
  });
});
