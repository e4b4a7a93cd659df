/** hash-wasm takes no associated data, which RFC 9106's own vector has. So: Node's Argon2 passes it, and ours equals Node's. */
import * as nodeCrypto from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argon2id } from '@/utils/vault/argon2';
import { ARGON2_DEFAULTS, isUsable, raised } from '@/utils/vault/argon2-params';
import { utf8 } from '@/utils/vault/bytes';
import { CHEAP, hex } from './cheap';

describe('Argon2id', () => {
  it.each([
    // The reference implementation's test.c (phc-winner-argon2), version 0x13.
    [65_536, 2, 'password', 'somesalt', '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    [256, 2, 'password', 'somesalt', '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [65_536, 2, 'differentpassword', 'somesalt', '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde'],
    [65_536, 2, 'password', 'diffsalt', 'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c'],
  ])('%i KiB × %i of %s with %s', async (memoryKib, passes, password, salt, expected) => {
    expect(await argon2id(password, utf8(salt), { memoryKib, passes, lanes: 1 })).toEqual(hex(expected));
  });

  it.skipIf(!nodeCrypto.argon2Sync)('is what an implementation computes that passes RFC 9106 §5.3', async () => {
    const tag = nodeCrypto.argon2Sync('argon2id', {
      message: Buffer.alloc(32, 1),
      nonce: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
      memory: 32,
      passes: 3,
      parallelism: 4,
      tagLength: 32,
    });
    expect(tag.toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
    const params = fc.record({
      memoryKib: fc.integer({ min: 32, max: 256 }),
      passes: fc.integer({ min: 1, max: 4 }),
      lanes: fc.integer({ min: 1, max: 4 }),
    });
    const salts = fc.uint8Array({ minLength: 16, maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'binary' }), salts, params, async (secret, salt, given) => {
        const expected = nodeCrypto.argon2Sync('argon2id', {
          message: secret.normalize('NFKC'),
          nonce: salt,
          memory: given.memoryKib,
          passes: given.passes,
          parallelism: given.lanes,
          tagLength: 32,
        });
        expect(await argon2id(secret, new Uint8Array(salt), given)).toEqual(new Uint8Array(expected));
      }),
      { numRuns: 50 },
    );
  });

  it('gives one key to the same letters, however they were composed', async () => {
    const salt = utf8('0123456789abcdef');
    expect(await argon2id('caf\u00e9 \ufb01n', salt, CHEAP)).toEqual(await argon2id('cafe\u0301 fin', salt, CHEAP));
  });

  it.each([
    ['gigabytes', { ...CHEAP, memoryKib: 8_000_000 }],
    ['endless passes', { ...CHEAP, passes: 1e9 }],
    ['no pass', { ...CHEAP, passes: 0 }],
    ['less than 8 KiB per lane', { ...CHEAP, lanes: 2 }],
    ['half a pass', { ...CHEAP, passes: 1.5 }],
    ['what is no number', { ...CHEAP, memoryKib: Number.NaN }],
  ])('refuses %s instead of trying', async (_, params) => {
    expect(isUsable(params)).toBe(false);
    await expect(argon2id('x', utf8('0123456789abcdef'), params)).rejects.toMatchObject({ code: 'account-damaged' });
  });
});

describe('parameters', () => {
  it('are at least what OWASP asks for', () => {
    expect(isUsable(ARGON2_DEFAULTS)).toBe(true);
    expect(ARGON2_DEFAULTS.memoryKib).toBeGreaterThanOrEqual(47_104);
  });

  it('stay when they are as expensive as wanted, or more', () => {
    expect(raised(CHEAP, CHEAP)).toBeNull();
    expect(raised({ ...CHEAP, passes: 2, memoryKib: 16 }, CHEAP)).toBeNull();
  });

  it('rise one by one and never fall', () => {
    expect(raised({ memoryKib: 64, passes: 1, lanes: 1 }, { memoryKib: 32, passes: 3, lanes: 1 })).toEqual({
      memoryKib: 64,
      passes: 3,
      lanes: 1,
    });
  });
});
