import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkWeights, widenHalf, widenHalfByBits } from '../../../utils/inference/weights';

/** Straight from IEEE 754, with arithmetic instead of bits, so that it shares no trick with the code under test. */
function meaningOf(half: number): number {
  const sign = half >= 0x8000 ? -1 : 1;
  const exponent = Math.floor(half / 1024) % 32;
  const fraction = half % 1024;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const everyHalf = Uint16Array.from({ length: 65_536 }, (_, half) => half);
const expected = Float32Array.from(everyHalf, meaningOf);

const hasNative = 'Float16Array' in globalThis;
const paths = [
  { name: 'widenHalfByBits', widen: widenHalfByBits, here: true },
  { name: 'widenHalf with Float16Array', widen: widenHalf, here: hasNative },
];

describe.each(paths)('$name', ({ widen, here }) => {
  it.skipIf(!here)('gives the exact value of all 65536 halves', () => {
    // toEqual tells -0 from 0 and takes NaN for NaN.
    expect(widen(everyHalf.buffer)).toEqual(expected);
  });

  it.skipIf(!here).each([
    ['one', 0x3c00, 1],
    ['minus two', 0xc000, -2],
    ['the largest', 0x7bff, 65504],
    ['the smallest normal', 0x0400, 2 ** -14],
    ['the largest subnormal', 0x03ff, 1023 * 2 ** -24],
    ['the smallest subnormal', 0x0001, 2 ** -24],
    ['minus zero', 0x8000, -0],
    ['minus infinity', 0xfc00, Number.NEGATIVE_INFINITY],
    ['not a number', 0x7e01, Number.NaN],
  ])('widens %s', (_name, half, value) => {
    expect(widen(Uint16Array.of(half).buffer)[0]).toBe(value);
  });

  it.skipIf(!here)('makes the file exactly twice as long', () => {
    expect(widen(new ArrayBuffer(10)).byteLength).toBe(20);
  });
});

describe('widenHalf', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('does without Float16Array where there is none', () => {
    vi.stubGlobal('Float16Array', undefined);
    expect(widenHalf(Uint16Array.of(0x3c00, 0x0001).buffer)).toEqual(Float32Array.of(1, 2 ** -24));
  });
});

describe('checkWeights', () => {
  const bytes = Uint8Array.of(1, 2, 3).buffer;
  const spec = { file: 'a.bin', bytes: 3, sha256: createHash('sha256').update(new Uint8Array(bytes)).digest('hex') };

  it('accepts the pinned file', async () => {
    expect(await checkWeights(bytes, spec)).toEqual({ ok: true });
  });

  it('names the length when the file is cut off', async () => {
    expect(await checkWeights(bytes.slice(0, 2), spec)).toEqual({ ok: false, reason: 'length' });
  });

  it('names the hash when one byte is wrong', async () => {
    expect(await checkWeights(Uint8Array.of(1, 2, 4).buffer, spec)).toEqual({ ok: false, reason: 'sha256' });
  });
});
