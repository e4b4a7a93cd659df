/** A row of a sum; bytes stop at 127. Arguments: 0 the other tensor's pixel (0, 0), 1 its row, 2 its pixel, in bytes. */
import { argument, channelBytes, dst, dstPixel, dstRow, src, srcPixel, srcRow, width } from './operation';

export function addRow(op: usize, y: usize, onBytes: bool): void {
  const bytes = channelBytes(op),
    end = width(op),
    otherPixel = argument(op, 2);
  let from = src(op) + y * srcRow(op),
    other = argument(op, 0) + y * argument(op, 1),
    to = dst(op) + y * dstRow(op);
  for (let x: usize = 0; x < end; x++, from += srcPixel(op), other += otherPixel, to += dstPixel(op)) {
    for (let c: usize = 0; c < bytes; c += 16) {
      const a = v128.load(from + c),
        b = v128.load(other + c);
      v128.store(to + c, onBytes ? i8x16.add_sat_s(a, b) : f32x4.add(a, b));
    }
  }
}
