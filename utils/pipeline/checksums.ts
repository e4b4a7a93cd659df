/**
 * The two checksums of a PNG: Adler-32 of what was compressed (RFC 1950), CRC-32 of each chunk (PNG, annex D). They run for
 * every byte of a picture: plain index arithmetic on purpose.
 */

const ADLER_MODULUS = 65521;
/** Bytes for which four sums of them fit 16 bits each: 256 words of 255. */
const ADLER_RUN = 1024;
const CRC = crcTables();

/** Goes on from `start`; the first is 1. Four bytes a step: half the time of one. */
export function adler32(bytes: Uint8Array, start: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let low = start & 0xffff;
  let high = start >>> 16;
  let i = 0;
  for (const whole = bytes.length - 3; i < whole; ) {
    const end = Math.min(whole, i + ADLER_RUN);
    let befores = 0;
    let evens = 0;
    let odds = 0;
    for (; i < end; i += 4) {
      const word = view.getInt32(i, true);
      const even = word & 0x00ff00ff;
      const odd = (word >>> 8) & 0x00ff00ff;
      const both = even + odd;
      befores += low;
      low += (both & 0xffff) + (both >>> 16);
      evens = (evens + even) | 0;
      odds = (odds + odd) | 0;
    }
    // The first byte of a word stands in four of the sums that make up `high`, the last in one.
    high += 4 * (befores + (evens & 0xffff)) + 3 * (odds & 0xffff) + 2 * (evens >>> 16) + (odds >>> 16);
    low %= ADLER_MODULUS;
    high %= ADLER_MODULUS;
  }
  for (; i < bytes.length; i++) {
    low += bytes[i] as number;
    high += low;
  }
  return (high % ADLER_MODULUS) * 65536 + (low % ADLER_MODULUS);
}

/** Adler-32 of two pieces, one behind the other, from that of each on its own (start 1) and the length of the second. */
export function joinAdler32(first: number, second: number, secondLength: number): number {
  const low = ((first & 0xffff) + (second & 0xffff) - 1 + ADLER_MODULUS) % ADLER_MODULUS;
  // Every byte of the second adds the first's low sum, less the 1 that its own began with, to the high one.
  const carried = (secondLength % ADLER_MODULUS) * ((first & 0xffff) - 1);
  const high = ((first >>> 16) + (second >>> 16) + carried) % ADLER_MODULUS;
  return ((high + ADLER_MODULUS) % ADLER_MODULUS) * 65536 + low;
}

function crcTables(): Uint32Array {
  const tables = new Uint32Array(4 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
    tables[byte] = crc;
  }
  for (let i = 256; i < tables.length; i++) {
    const before = tables[i - 256] as number;
    tables[i] = (before >>> 8) ^ (tables[before & 255] as number);
  }
  return tables;
}
/** Goes on from `start`, the first being ~0; the caller inverts the last. Four bytes a step ("slicing by four"): 3 × as fast as one. */
export function crc32(bytes: Uint8Array, start: number): number {
  let crc = start;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    const word =
      crc ^
      ((bytes[i] as number) |
        ((bytes[i + 1] as number) << 8) |
        ((bytes[i + 2] as number) << 16) |
        ((bytes[i + 3] as number) << 24));
    crc =
      (CRC[768 + (word & 255)] as number) ^
      (CRC[512 + ((word >>> 8) & 255)] as number) ^
      (CRC[256 + ((word >>> 16) & 255)] as number) ^
      (CRC[word >>> 24] as number);
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ (CRC[(crc ^ (bytes[i] as number)) & 255] as number);
  return crc;
}
