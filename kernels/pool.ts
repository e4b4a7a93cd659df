/** A row of the 2×2 maximum by 2. At odd sizes it reads the ring: zero, and nothing is less. */
import { channelBytes, dst, dstPixel, dstRow, src, srcPixel, srcRow, width } from './operation';

export function poolRow(op: usize, y: usize, onBytes: bool): void {
  const pixel = srcPixel(op),
    row = srcRow(op),
    bytes = channelBytes(op),
    end = width(op);
  let from = src(op) + 2 * y * row,
    to = dst(op) + y * dstRow(op);
  for (let x: usize = 0; x < end; x++, from += 2 * pixel, to += dstPixel(op)) {
    for (let c: usize = 0; c < bytes; c += 16) {
      const top = from + c,
        bottom = top + row;
      const upper = larger(v128.load(top), v128.load(top + pixel), onBytes);
      const lower = larger(v128.load(bottom), v128.load(bottom + pixel), onBytes);
      v128.store(to + c, larger(upper, lower, onBytes));
    }
  }
}

function larger(a: v128, b: v128, bytes: bool): v128 {
  return bytes ? i8x16.max_u(a, b) : f32x4.max(a, b);
}
