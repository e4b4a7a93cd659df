/** A row of the ring of zeros around a tensor; row 0 is the ring's first. Arguments: 0 the ring's pixels, 1 height. */
import { argument, dst, dstPixel, dstRow, width } from './operation';

export function clearRow(op: usize, y: usize): void {
  const ring = argument(op, 0),
    side = ring * dstPixel(op),
    inside = width(op) * dstPixel(op);
  const from = dst(op) + (y - ring) * dstRow(op) - side;
  if (y < ring || y >= ring + argument(op, 1)) {
    memory.fill(from, 0, inside + 2 * side);
  } else {
    memory.fill(from, 0, side);
    memory.fill(from + side + inside, 0, side);
  }
}
