/** Eight channels of a pixel, as sums: what becomes of them. */

export const TO_BYTES = 0;
export const TO_FLOATS = 1;
export const TO_POSITIVE_FLOATS = 2;

/** Rounded, and kept within 0 … 127, which is what a Relu does to what is below. */
export function finish(to: usize, low: v128, high: v128, output: i32): void {
  if (output === TO_BYTES) {
    const words = i16x8.narrow_i32x4_s(rounded(low), rounded(high));
    const positive = i16x8.max_s(words, i16x8.splat(0));
    v128.store64_lane(to, i8x16.narrow_i16x8_s(positive, positive), 0);
  } else if (output === TO_POSITIVE_FLOATS) {
    v128.store(to, f32x4.max(low, f32x4.splat(0)));
    v128.store(to, f32x4.max(high, f32x4.splat(0)), 16);
  } else {
    v128.store(to, low);
    v128.store(to, high, 16);
  }
}

/** Halves up; wrong below zero, where nothing is kept. */
function rounded(sums: v128): v128 {
  return i32x4.relaxed_trunc_f32x4_s(f32x4.add(sums, f32x4.splat(0.5)));
}
