import { describe, expect, it } from 'vitest';
import { argon2id } from '@/utils/vault/argon2';
import { utf8 } from '@/utils/vault/bytes';
import { createKeyPair, openBytes, sealBytes } from '@/utils/vault/hpke';
import { decoyWrapping, unwrapKey, type Wrapping, wrapKey } from '@/utils/vault/wrapped-key';
import { CHEAP } from './cheap';

const { publicKey, privateKey } = await createKeyPair();
const PASSWORD: Wrapping = { accountId: 'ada', kind: 'password', secret: 'correct horse', derive: argon2id };

describe('a wrapped key', () => {
  it('comes back with its secret', async () => {
    const wrapped = await wrapKey(privateKey, CHEAP, PASSWORD);
    expect(await unwrapKey(wrapped, PASSWORD)).toEqual(privateKey);
  });

  it.each<[string, Partial<Wrapping>]>([
    ['another secret', { secret: 'correct horsf' }],
    ['an empty secret', { secret: '' }],
    ['the secret in capitals', { secret: 'CORRECT HORSE' }],
    ['the same secret of another account', { accountId: 'bob' }],
    ['the same secret as another kind', { kind: 'recovery' }],
  ])('does not with %s', async (_, change) => {
    const wrapped = await wrapKey(privateKey, CHEAP, PASSWORD);
    expect(await unwrapKey(wrapped, { ...PASSWORD, ...change })).toBeNull();
  });

  it('does not with any bit of it flipped', async () => {
    const wrapped = await wrapKey(privateKey, CHEAP, PASSWORD);
    for (const part of ['salt', 'nonce', 'sealed'] as const) {
      for (let bit = 0; bit < wrapped[part].length * 8; bit++) {
        const flipped = wrapped[part].slice();
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await unwrapKey({ ...wrapped, [part]: flipped }, PASSWORD), `${part} ${bit}`).toBeNull();
      }
    }
  });

  it('does not when its parameters were lowered', async () => {
    const wrapped = await wrapKey(privateKey, { ...CHEAP, passes: 2 }, PASSWORD);
    expect(await unwrapKey({ ...wrapped, argon2: CHEAP }, PASSWORD)).toBeNull();
  });

  it('looks new each time', async () => {
    const [one, two] = [await wrapKey(privateKey, CHEAP, PASSWORD), await wrapKey(privateKey, CHEAP, PASSWORD)];
    expect(one.salt).not.toEqual(two.salt);
    expect(one.nonce).not.toEqual(two.nonce);
  });

  it('can be wrapped anew: what was sealed before still opens, the old secret no longer fits', async () => {
    const sealed = await sealBytes(publicKey, 'a', utf8('boat'));
    const key = await unwrapKey(await wrapKey(privateKey, CHEAP, PASSWORD), PASSWORD);
    const renewed = await wrapKey(key ?? new Uint8Array(), CHEAP, { ...PASSWORD, secret: 'battery staple' });
    const again = await unwrapKey(renewed, { ...PASSWORD, secret: 'battery staple' });
    expect(await openBytes(again ?? new Uint8Array(), 'a', sealed)).toEqual(utf8('boat'));
    expect(await unwrapKey(renewed, PASSWORD)).toBeNull();
  });
});

it('a decoy has the shape and the price of a wrapped key, and nothing opens it', async () => {
  const decoy = decoyWrapping(CHEAP);
  const real = await wrapKey(privateKey, CHEAP, PASSWORD);
  const sizes = ({ salt, nonce, sealed }: typeof decoy) => [salt.length, nonce.length, sealed.length];
  expect(sizes(decoy)).toEqual(sizes(real));
  expect(decoy.argon2).toEqual(real.argon2);
  expect(await unwrapKey(decoy, PASSWORD)).toBeNull();
});
