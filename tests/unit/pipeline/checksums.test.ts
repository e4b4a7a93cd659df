/** Against zlib's own: lengths about the steps of four and of 1024, bytes that fill the sums to the brim. */
import { deflateSync, crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { adler32, crc32, joinAdler32 } from '../../../utils/pipeline/checksums';

const LENGTHS = [0, 1, 3, 4, 5, 1023, 1024, 1025, 1027, 5552, 100_003];
const ofZlib = (bytes: Uint8Array) => deflateSync(bytes).readUInt32BE(deflateSync(bytes).length - 4);
const grain = (length: number) => Uint8Array.from({ length }, (_, i) => Math.imul(i + 1, 2654435761) >>> 24);

describe('checksums', () => {
  it.each(LENGTHS)('are those of zlib for %i bytes', (length) => {
    for (const bytes of [grain(length), new Uint8Array(length).fill(255), new Uint8Array(length)]) {
      expect(adler32(bytes, 1)).toBe(ofZlib(bytes));
      expect(~crc32(bytes, ~0) >>> 0).toBe(zlibCrc32(bytes));
    }
  });

  it('go on where they were, at any address, and join', () => {
    const bytes = grain(9001);
    const [first, second] = [bytes.subarray(0, 4099), bytes.subarray(4099)];
    expect(adler32(second, adler32(first, 1))).toBe(ofZlib(bytes));
    expect(joinAdler32(adler32(first, 1), adler32(second, 1), second.length)).toBe(ofZlib(bytes));
  });
});
