import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '@/utils/vault/bytes';
import { createKeyPair, isPair, openBytes, sealBytes } from '@/utils/vault/hpke';
import { open, SEALED_TYPE, seal } from '@/utils/vault/sealed-blob';
import { hex } from './cheap';

const keys = await createKeyPair();
const others = await createKeyPair();
const MB = 1_000_000;

/** Pseudo-random, so that a failure can be repeated. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  let state = length + 1;
  return new Uint8Array(length).map(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

describe('the suite', () => {
  // draft-irtf-cfrg-hpke test-vectors.json (RFC 9180, Appendix A): mode_base, kem 0x0020, kdf 0x0001, aead 0x0002.
  it('reproduces the vector of RFC 9180 for X25519, HKDF-SHA256, AES-256-GCM', async () => {
    const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
    const recipient = await suite.kem.deriveKeyPair(
      hex('dac33b0e9db1b59dbbea58d59a14e7b5896e9bdf98fad6891e99d1686492b9ee'),
    );
    const info = hex('4f6465206f6e2061204772656369616e2055726e');
    const ekm = await suite.kem.deriveKeyPair(hex('2cd7c601cefb3d42a62b04b7a9041494c06c7843818e0ce28a8f704ae7ab20f9'));
    const sealed = await suite.seal(
      { recipientPublicKey: recipient.publicKey, info, ekm },
      utf8('Beauty is truth, truth beauty'),
      utf8('Count-0'),
    );
    expect(new Uint8Array(await suite.kem.serializePublicKey(recipient.publicKey))).toEqual(
      hex('430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c'),
    );
    expect(new Uint8Array(sealed.enc)).toEqual(hex('6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256'));
    expect(new Uint8Array(sealed.ct)).toEqual(
      hex('e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a'),
    );
  });

  it('is the one the vault uses: a message made by hand opens', async () => {
    const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
    const recipientPublicKey = await suite.kem.importKey('raw', keys.publicKey.buffer, true);
    const { enc, ct } = await suite.seal({ recipientPublicKey, info: utf8('matte vault 1') }, utf8('boat'), utf8('a'));
    const sealed = Uint8Array.from([1, ...new Uint8Array(enc), ...new Uint8Array(ct)]);
    expect(await openBytes(keys.privateKey, 'a', sealed)).toEqual(utf8('boat'));
  });
});

describe('a sealed message', () => {
  it('opens with its key under its record id, to what it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.string({ unit: 'binary' }), async (message, recordId) => {
        const sealed = await sealBytes(keys.publicKey, recordId, new Uint8Array(message));
        expect(sealed.length).toBe(message.length + 49);
        expect(await openBytes(keys.privateKey, recordId, sealed)).toEqual(new Uint8Array(message));
      }),
      { numRuns: 50 },
    );
  });

  it('is refused with any bit flipped', async () => {
    const sealed = await sealBytes(keys.publicKey, 'a', utf8('boat'));
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      // X25519 ignores the highest bit of a public key (RFC 7748 §5), but HPKE hashes the key as it came.
      const flipped = sealed.slice();
      flipped[bit >> 3] = (sealed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(openBytes(keys.privateKey, 'a', flipped), `bit ${bit}`).rejects.toMatchObject({
        code: 'vault-damaged',
      });
    }
  });

  it('is refused when it was cut or lengthened anywhere', async () => {
    const sealed = await sealBytes(keys.publicKey, 'a', utf8('boat'));
    for (let length = 0; length < sealed.length; length++) {
      await expect(openBytes(keys.privateKey, 'a', sealed.slice(0, length))).rejects.toMatchObject({
        code: 'vault-damaged',
      });
    }
    const longer = Uint8Array.from([...sealed, 0]);
    await expect(openBytes(keys.privateKey, 'a', longer)).rejects.toMatchObject({ code: 'vault-damaged' });
  });

  it('is refused under every other record id', async () => {
    const sealed = await sealBytes(keys.publicKey, 'job-1/cutout', utf8('boat'));
    const otherIds = fc
      .oneof(fc.string(), fc.constantFrom('', 'job-1', 'job-1/preview', 'job-1/cutout '))
      .filter((id) => id !== 'job-1/cutout');
    await fc.assert(
      fc.asyncProperty(otherIds, async (id) => {
        await expect(openBytes(keys.privateKey, id, sealed)).rejects.toMatchObject({ code: 'vault-damaged' });
      }),
      { numRuns: 50 },
    );
  });

  it('is refused by another key', async () => {
    const sealed = await sealBytes(keys.publicKey, 'a', utf8('boat'));
    await expect(openBytes(others.privateKey, 'a', sealed)).rejects.toMatchObject({ code: 'vault-damaged' });
  });

  it('is never the same twice', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => sealBytes(keys.publicKey, 'a', utf8('boat'))));
    expect(one).not.toEqual(two);
  });
});

describe('a sealed picture', () => {
  it.each([0, 1, 1000, MB, 5 * MB])('of %i bytes comes back as it was, with its type', async (size) => {
    const bytes = noise(size);
    const sealed = await seal(keys.publicKey, 'a/cutout', new Blob([bytes], { type: 'image/png' }));
    const opened = await open(keys.privateKey, 'a/cutout', sealed);
    expect(opened.type).toBe('image/png');
    expect(Buffer.compare(Buffer.from(await opened.arrayBuffer()), bytes)).toBe(0);
  });

  it('shows neither its bytes nor what kind of file it is', async () => {
    const sealed = await seal(keys.publicKey, 'a', new Blob(['\x89PNG and then a picture'], { type: 'image/png' }));
    expect(sealed.type).toBe(SEALED_TYPE);
    expect(Buffer.from(await sealed.arrayBuffer()).toString('latin1')).not.toMatch(/PNG|png|picture/);
  });

  it('needs no type', async () => {
    const sealed = await seal(keys.publicKey, 'a', new Blob(['boat']));
    expect(await (await open(keys.privateKey, 'a', sealed)).text()).toBe('boat');
  });
});

describe('keys', () => {
  it('belong together or do not', async () => {
    expect(await isPair(keys)).toBe(true);
    expect(await isPair({ publicKey: keys.publicKey, privateKey: others.privateKey })).toBe(false);
  });

  it.each([
    ['a short public key', () => sealBytes(new Uint8Array(31), 'a', utf8('boat'))],
    [
      'a short private key',
      async () => openBytes(new Uint8Array(31), 'a', await sealBytes(keys.publicKey, 'a', utf8('boat'))),
    ],
  ])('%s is a damaged account', async (_, use) => {
    await expect(use()).rejects.toMatchObject({ code: 'account-damaged' });
  });

  it('the public key zero, whose shared secret everybody knows, is refused (RFC 9180 §7.1.4)', async () => {
    await expect(sealBytes(new Uint8Array(32), 'a', utf8('boat'))).rejects.toThrow();
  });
});
