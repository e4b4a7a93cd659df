/**
 * The recovery code: 128 random bits and a 12-bit checksum as 28 characters in seven groups, `7K2M-9QXD-…`. Crockford's
 * alphabet has no I, L, O or U, and reading forgives what eyes confuse. Pure.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_CHARS = 28;
const GROUP_CHARS = 4;
export const RECOVERY_BYTES = 16;
export const RECOVERY_GROUPS = CODE_CHARS / GROUP_CHARS;

const DATA_BITS = BigInt(RECOVERY_BYTES * 8);
const CHECK_BITS = 12n;
/** CRC-12, x¹²+x¹¹+x³+x²+x+1: finds every burst of up to 12 bits, so each wrong character and each swapped pair. */
const POLYNOMIAL = 0x180fn;

/** @param random 16 random bytes */
export function formatRecoveryCode(random: Uint8Array): string {
  const data = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let rest = (data << CHECK_BITS) | checksum(data);
  let code = '';
  for (let i = 0; i < CODE_CHARS; i++) {
    code = `${ALPHABET[Number(rest & 31n)]}${code}`;
    rest >>= 5n;
  }
  return groupsOf(code).join('-');
}

export type ReadRecoveryCode =
  /** `code` as it was shown, whatever way it was typed. */
  { readonly ok: true; readonly code: string } | { readonly ok: false; readonly reason: 'incomplete' | 'mistyped' };

/** Case, spaces and dashes do not matter; I and L are read as 1, O as 0. */
export function readRecoveryCode(typed: string): ReadRecoveryCode {
  const chars = canonical(typed);
  if (chars.length < CODE_CHARS) return { ok: false, reason: 'incomplete' };
  const digits = [...chars].map((char) => ALPHABET.indexOf(char));
  if (chars.length > CODE_CHARS || digits.includes(-1)) return { ok: false, reason: 'mistyped' };
  const value = digits.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n);
  const data = value >> CHECK_BITS;
  if (checksum(data) !== value - (data << CHECK_BITS)) return { ok: false, reason: 'mistyped' };
  return { ok: true, code: groupsOf(chars).join('-') };
}

/** Whether somebody who was asked for one group of the code typed it: proof that it was noted down. */
export function matchesGroup(code: string, group: number, typed: string): boolean {
  return canonical(code.split('-')[group] ?? '') === canonical(typed) && canonical(typed).length === GROUP_CHARS;
}

function canonical(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');
}

function groupsOf(chars: string): string[] {
  return chars.match(new RegExp(`.{${GROUP_CHARS}}`, 'g')) ?? [];
}

/** The remainder of data · x¹² by the polynomial. */
function checksum(data: bigint): bigint {
  let rest = data << CHECK_BITS;
  for (let bit = DATA_BITS + CHECK_BITS - 1n; bit >= CHECK_BITS; bit--) {
    if ((rest >> bit) & 1n) rest ^= POLYNOMIAL << (bit - CHECK_BITS);
  }
  return rest;
}
