/** A row of a bilinear resize: half-pixel centres, the edge repeated. Arguments: 0 and 1 the source's size, 2 our height. */
import { argument, channelBytes, dst, dstPixel, dstRow, src, srcPixel, srcRow, width } from './operation';

/** Fractions of a row are 7 bits, so that a byte times one fits int16; of a column 15, as q15mulr wants them. */
const ROW_PARTS: f32 = 128;
const COLUMN_PARTS: f32 = 32767;

export function resizeRow(op: usize, y: usize, onBytes: bool): void {
  const sourceWidth = argument(op, 0),
    sourceHeight = argument(op, 1),
    end = width(op),
    bytes = channelBytes(op);
  const at = position(y, sourceHeight, argument(op, 2)),
    upper = <usize>at,
    down = at - <f32>upper;
  const row = src(op) + upper * srcRow(op),
    below: usize = upper + 1 < sourceHeight ? srcRow(op) : 0;
  let to = dst(op) + y * dstRow(op);
  for (let x: usize = 0; x < end; x++, to += dstPixel(op)) {
    const along = position(x, sourceWidth, end),
      left = <usize>along,
      across = along - <f32>left;
    const from = row + left * srcPixel(op),
      beside: usize = left + 1 < sourceWidth ? srcPixel(op) : 0;
    for (let c: usize = 0; c < bytes; c += 16) {
      const near = from + c,
        far = near + below;
      const a = v128.load(near),
        b = v128.load(near + beside),
        d = v128.load(far),
        e = v128.load(far + beside);
      v128.store(to + c, onBytes ? mixBytes(a, b, d, e, down, across) : mixFloats(a, b, d, e, down, across));
    }
  }
}

function position(at: usize, size: usize, resized: usize): f32 {
  const exact = (<f32>at + 0.5) * (<f32>size / <f32>resized) - 0.5;
  return min(max(exact, 0), <f32>(size - 1));
}

/** a b over d e. */
function mixFloats(a: v128, b: v128, d: v128, e: v128, down: f32, across: f32): v128 {
  const left = between(a, d, down),
    right = between(b, e, down);
  return between(left, right, across);
}

function between(a: v128, b: v128, part: f32): v128 {
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), f32x4.splat(part)));
}

function mixBytes(a: v128, b: v128, d: v128, e: v128, down: f32, across: f32): v128 {
  const lower = <i8>nearest(down * ROW_PARTS),
    column = i16x8.splat(<i16>nearest(across * COLUMN_PARTS));
  const near = i8x16.splat(<i8>ROW_PARTS - lower),
    far = i8x16.splat(lower);
  const left0 = i16x8.add(i16x8.extmul_low_i8x16_u(a, near), i16x8.extmul_low_i8x16_u(d, far));
  const left1 = i16x8.add(i16x8.extmul_high_i8x16_u(a, near), i16x8.extmul_high_i8x16_u(d, far));
  const right0 = i16x8.add(i16x8.extmul_low_i8x16_u(b, near), i16x8.extmul_low_i8x16_u(e, far));
  const right1 = i16x8.add(i16x8.extmul_high_i8x16_u(b, near), i16x8.extmul_high_i8x16_u(e, far));
  return i8x16.narrow_i16x8_u(mixColumns(left0, right0, column), mixColumns(left1, right1, column));
}

function mixColumns(left: v128, right: v128, column: v128): v128 {
  const mixed = i16x8.add(left, i16x8.q15mulr_sat_s(i16x8.sub(right, left), column));
  return i16x8.shr_u(i16x8.add(mixed, i16x8.splat(<i16>ROW_PARTS / 2)), 7);
}
