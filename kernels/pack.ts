/** Weights from the float16 file, OIHW, into groups of eight output channels, tap by tap, as the tiles read them. */

const GROUP_BYTES: usize = 32;
/** A row of zeros still has a scale, and one that a float can hold. */
const LEAST: f32 = 1e-30;

/**
 * One output channel as int8: each weight times its column's scale, the largest becomes 127.
 *
 * @param lane its place in its group, 0 … 7, which begins at `to`
 * @param fine packs what rounding took away instead, in 254ths of a step
 * @returns the largest magnitude
 */
export function packBytes(
  row: usize,
  columns: usize,
  taps: usize,
  scales: usize,
  to: usize,
  lane: usize,
  fine: bool,
): f32 {
  let largest = LEAST;
  for (let at: usize = 0; at < columns * taps; at++) largest = max(largest, abs(weightAt(row, at, taps, scales)));
  const scale: f32 = 127 / largest;
  for (let column: usize = 0; column < columns; column++) {
    for (let tap: usize = 0; tap < taps; tap++) {
      const exact = weightAt(row, column * taps + tap, taps, scales) * scale,
        whole = nearest(exact);
      const k = tap * columns + column;
      // Four of a pixel's channels meet eight outputs at a time.
      const place = to + (k >> 2) * GROUP_BYTES + lane * 4 + (k & 3);
      store<i8>(place, <i8>(fine ? nearest((exact - whole) * 254) : whole));
    }
  }
  return largest;
}

/** One output channel as float32, times `scale`. */
export function packFloats(row: usize, columns: usize, taps: usize, scale: f32, to: usize, lane: usize): void {
  for (let column: usize = 0; column < columns; column++) {
    for (let tap: usize = 0; tap < taps; tap++) {
      const value = half(load<u16>(row + (column * taps + tap) * 2)) * scale;
      store<f32>(to + (tap * columns + column) * GROUP_BYTES + lane * 4, value);
    }
  }
}

function weightAt(row: usize, at: usize, taps: usize, scales: usize): f32 {
  return half(load<u16>(row + at * 2)) * load<f32>(scales + (at / taps) * 4);
}

/** float16 to float32; the exponent moves by a multiplication with 2^112, which makes subnormals come out right too. */
function half(bits: u32): f32 {
  return reinterpret<f32>(((bits & 0x8000) << 16) | ((bits & 0x7fff) << 13)) * reinterpret<f32>(0x77800000);
}
