/**
 * A row of a convolution, straight from NHWC memory: a kernel is a list of runs of memory around a pixel, and the ring of
 * zeros around every tensor stands for what lies outside. Nothing is copied first (im2col).
 */
import { TO_BYTES } from './finish';
import { argument, dst, dstPixel, dstRow, src, srcPixel, srcRow, width } from './operation';
import { tileBytes } from './tile-bytes';
import { tileFloats } from './tile-floats';

/** Channels that a tile makes, and the bytes of their factors and biases. */
const GROUP: usize = 8;
const SCALE_BYTES: usize = 64;

/**
 * Arguments: 0 groups of eight channels, 1 table of runs, 2 runs, 3 bytes of a run, 4 weights, 5 scales, 6 output as in
 * finish.ts, 7 stride, 8 bytes of weights per group.
 */
export function convolveRow(op: usize, y: usize, onBytes: bool): void {
  const groups = argument(op, 0),
    table = argument(op, 1),
    runs = argument(op, 2),
    length = argument(op, 3);
  const output = <i32>argument(op, 6),
    stride = argument(op, 7),
    groupBytes = argument(op, 8);
  const step = stride * srcPixel(op),
    pixel = dstPixel(op),
    last = width(op) - 4;
  const from = src(op) + y * stride * srcRow(op),
    to = dst(op) + y * dstRow(op);
  const resultBytes: usize = output === TO_BYTES ? GROUP : GROUP * 4;
  for (let group: usize = 0; group < groups; group++) {
    const weights = argument(op, 4) + group * groupBytes,
      scales = argument(op, 5) + group * SCALE_BYTES;
    // The last four pixels of a row may be done twice over.
    for (let x: usize = 0; ; x = min(x + 4, last)) {
      const middle = from + x * step,
        result = to + x * pixel + group * resultBytes;
      if (onBytes) tileBytes(middle, step, table, runs, length, weights, scales, result, pixel, output);
      else tileFloats(middle, step, table, runs, length, weights, scales, result, pixel, output);
      if (x === last) break;
    }
  }
}
