import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBytes } from '@/utils/vault/bytes';
import {
  formatRecoveryCode,
  matchesGroup,
  RECOVERY_BYTES,
  RECOVERY_GROUPS,
  readRecoveryCode,
} from '@/utils/vault/recovery-code';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES }).map(formatRecoveryCode);

describe('a recovery code', () => {
  it('is seven groups of four characters that are not mistaken for each other', () => {
    expect(formatRecoveryCode(randomBytes(RECOVERY_BYTES))).toMatch(
      /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/,
    );
    expect(formatRecoveryCode(randomBytes(RECOVERY_BYTES))).not.toBe(formatRecoveryCode(randomBytes(RECOVERY_BYTES)));
  });

  it('carries all 128 bits: other bytes, other code', () => {
    const bytes = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });
    fc.assert(
      fc.property(bytes, fc.nat(127), (random, bit) => {
        const other = random.slice();
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(formatRecoveryCode(other)).not.toBe(formatRecoveryCode(random));
      }),
    );
  });

  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(codes, fc.boolean(), fc.constantFrom('', ' ', '-', ' – ', '\n'), (code, lower, gap) => {
        const typed = code.replaceAll('-', gap);
        const forgiven = typed.replaceAll('1', lower ? 'l' : 'I').replaceAll('0', lower ? 'o' : 'O');
        expect(readRecoveryCode(lower ? forgiven.toLowerCase() : forgiven)).toEqual({ ok: true, code });
      }),
    );
  });

  it('tells each wrong character as mistyped', () => {
    fc.assert(
      fc.property(codes, fc.nat(27), fc.integer({ min: 1, max: 31 }), (code, at, shift) => {
        const chars = [...code.replaceAll('-', '')];
        chars[at] = ALPHABET[(ALPHABET.indexOf(chars[at] ?? '') + shift) % 32] ?? '';
        expect(readRecoveryCode(chars.join(''))).toEqual({ ok: false, reason: 'mistyped' });
      }),
    );
  });

  it('tells each swapped pair of neighbours as mistyped', () => {
    fc.assert(
      fc.property(codes, fc.nat(26), (code, at) => {
        const chars = [...code.replaceAll('-', '')];
        const [one = '', two = ''] = chars.slice(at, at + 2);
        fc.pre(one !== two);
        chars.splice(at, 2, two, one);
        expect(readRecoveryCode(chars.join(''))).toEqual({ ok: false, reason: 'mistyped' });
      }),
    );
  });

  it.each([
    ['', 'incomplete'],
    ['7K2M-9QXD', 'incomplete'],
    ['U'.repeat(28), 'mistyped'],
    ['0'.repeat(29), 'mistyped'],
    ['é'.repeat(28), 'mistyped'],
  ])('%s is %s', (typed, reason) => {
    expect(readRecoveryCode(typed)).toEqual({ ok: false, reason });
  });
});

describe('asking for one group', () => {
  const code = formatRecoveryCode(Uint8Array.from({ length: 16 }, (_, i) => i * 16 + i));

  it('is content with that group, typed loosely', () => {
    const groups = code.split('-');
    expect(groups).toHaveLength(RECOVERY_GROUPS);
    for (const [i, group] of groups.entries()) expect(matchesGroup(code, i, ` ${group.toLowerCase()} `)).toBe(true);
  });

  it.each(['', 'ZZZZ', code])('is not with "%s"', (typed) => {
    expect(matchesGroup(code, 2, typed)).toBe(false);
  });

  it('is not with nothing for a group that does not exist', () => {
    expect(matchesGroup(code, 9, '')).toBe(false);
  });
});
