/**
 * Weights are stored once, as float16. The float16 graph takes them as they are, the float32 graph takes them widened:
 * same numbers, same order, every offset doubled; the int8 graph takes them rounded to bytes, which saves a second file of
 * 44 MB for 0.3 s at the start. Nothing here fetches or keeps anything.
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

/** How a float16 weights file becomes an int8 one; written by scripts/models/quantized-conv.mjs. */
export interface Int8Layout {
  /** Length of the int8 weights. */
  readonly bytes: number;
  /** By the name of the tensor that enters the convolution. */
  readonly columnScales: Readonly<Record<string, readonly number[]>>;
  readonly tensors: readonly Int8Tensor[];
}

interface Int8Tensor {
  /** Byte offsets in the float16 file and in the int8 weights. */
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly columns: number;
  /** Numbers per row and column: a kernel's area. */
  readonly taps: number;
  readonly rowScales: readonly number[];
  readonly columnScales: string;
}

/** Every weight × its row's scale × its column's, rounded to the nearest of −127 … 127. */
export function roundToInt8(
  halves: ArrayBuffer,
  { bytes, columnScales, tensors }: Int8Layout,
): Uint8Array<ArrayBuffer> {
  const rounded = new Int8Array(bytes);
  for (const tensor of tensors) {
    const { from, rows, columns, taps } = tensor;
    const floats = widenHalf(halves.slice(from, from + rows * columns * taps * 2));
    roundTensor(floats, tensor, columnScales[tensor.columnScales] ?? [], rounded);
  }
  return new Uint8Array(rounded.buffer);
}

/** Runs 44 million times: locals, and a floor by `| 0` of what cannot be negative, in place of Math.round. */
function roundTensor(floats: Float32Array, tensor: Int8Tensor, columnScales: readonly number[], into: Int8Array): void {
  const { to, taps, rowScales } = tensor;
  let at = 0;
  for (const rowScale of rowScales) {
    for (const columnScale of columnScales) {
      const scale = rowScale * columnScale;
      const end = at + taps;
      for (; at < end; at++) into[to + at] = (((floats[at] as number) * scale + 128.5) | 0) - 128;
    }
  }
}

/** Tells a damaged or foreign weights file from the pinned one. The hash of 88 MB takes a few tenths of a second. */
export async function checkWeights(bytes: ArrayBuffer, expected: FileSpec): Promise<WeightsCheck> {
  if (bytes.byteLength !== expected.bytes) return { ok: false, reason: 'length' };
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return sha256 === expected.sha256 ? { ok: true } : { ok: false, reason: 'sha256' };
}
