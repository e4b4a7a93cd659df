/** What DEFLATE is written with: bits into bytes, the first one lowest (RFC 1951, 3.1.1). */

/** Collects bits, the first one lowest, in a buffer that `reserve` enlarges. */
export interface BitWriter {
  bytes: Uint8Array<ArrayBuffer>;
  /** Whole bytes written and not taken. */
  length: number;
  /** Fewer than 8 bits that are not in `bytes` yet. */
  pending: number;
  pendingBits: number;
}

export function bitWriter(): BitWriter {
  return { bytes: new Uint8Array(1 << 16), length: 0, pending: 0, pendingBits: 0 };
}

/** The whole bytes written since the last call; after the last block, all there are. */
export function takeBytes(out: BitWriter): Uint8Array<ArrayBuffer> {
  const bytes = out.bytes.slice(0, out.length);
  out.length = 0;
  return bytes;
}

/** At most 24 bits. */
export function putBits(out: BitWriter, bits: number, count: number): void {
  out.pending |= bits << out.pendingBits;
  out.pendingBits += count;
  while (out.pendingBits >= 8) {
    out.bytes[out.length++] = out.pending;
    out.pending >>>= 8;
    out.pendingBits -= 8;
  }
}

/** Makes room for that many bytes more. */
export function reserve(out: BitWriter, bytes: number): void {
  if (out.length + bytes <= out.bytes.length) return;
  const larger = new Uint8Array(out.length + bytes);
  larger.set(out.bytes.subarray(0, out.length));
  out.bytes = larger;
}
