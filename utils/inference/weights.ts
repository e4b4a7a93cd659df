/**
 * Weights are stored once, as float16. The float16 graph takes them as they are, the float32 graph takes them widened:
 * same numbers, same order, every offset doubled; the CPU's plan packs them anew (cpu/pack.ts). Nothing here fetches or
 * keeps anything.
 */
import type { FileSpec } from './model-table';

export type WeightsCheck = { readonly ok: true } | { readonly ok: false; readonly reason: 'length' | 'sha256' };

/** Widens float16 to float32, number by number, without rounding anything. */
export function widenHalf(bytes: ArrayBuffer): Float32Array<ArrayBuffer> {
  // Native is quicker (200 ms against 330 ms for 44 million numbers) and in Chrome since 135, in Node only since 24.
  return typeof Float16Array === 'function' ? new Float32Array(new Float16Array(bytes)) : widenHalfByBits(bytes);
}

/** The same without Float16Array. */
export function widenHalfByBits(bytes: ArrayBuffer): Float32Array<ArrayBuffer> {
  const halves = new Uint16Array(bytes);
  const floats = new Float32Array(halves.length);
  const bits = new Uint32Array(floats.buffer);
  for (let i = 0; i < halves.length; i++) {
    const half = halves[i] ?? 0;
    bits[i] = ((half & 0x8000) << 16) | ((half & 0x7fff) << 13);
    if ((half & 0x7c00) === 0x7c00) {
      bits[i] = (bits[i] ?? 0) | 0x7f800000;
    } else {
      // Moving the exponent by a multiplication, not by adding bits, makes subnormals come out right as well.
      floats[i] = (floats[i] ?? 0) * 2 ** 112;
    }
  }
  return floats;
}

/** Tells a damaged or foreign weights file from the pinned one. The hash of 88 MB takes a few tenths of a second. */
export async function checkWeights(bytes: ArrayBuffer, expected: FileSpec): Promise<WeightsCheck> {
  if (bytes.byteLength !== expected.bytes) return { ok: false, reason: 'length' };
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return sha256 === expected.sha256 ? { ok: true } : { ok: false, reason: 'sha256' };
}
