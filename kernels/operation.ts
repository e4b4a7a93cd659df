/** One operation of a program: 32 int32. Addresses and strides in bytes; `src` and `dst` are pixel (0, 0). */

export const OPERATION_BYTES: usize = 128;

export const CONV_BYTES = 1;
export const CONV_FLOATS = 2;
export const POOL_BYTES = 3;
export const POOL_FLOATS = 4;
export const RESIZE_BYTES = 5;
export const RESIZE_FLOATS = 6;
export const ADD_BYTES = 7;
export const ADD_FLOATS = 8;
export const CLEAR = 9;

export function kind(op: usize): i32 {
  return load<i32>(op);
}

/** Rows, each of which any thread may do. */
export function items(op: usize): i32 {
  return load<i32>(op, 4);
}

export function src(op: usize): usize {
  return load<usize>(op, 8);
}

export function srcRow(op: usize): usize {
  return load<usize>(op, 12);
}

export function srcPixel(op: usize): usize {
  return load<usize>(op, 16);
}

export function dst(op: usize): usize {
  return load<usize>(op, 20);
}

export function dstRow(op: usize): usize {
  return load<usize>(op, 24);
}

export function dstPixel(op: usize): usize {
  return load<usize>(op, 28);
}

/** Pixels in a row of the result. */
export function width(op: usize): usize {
  return load<usize>(op, 32);
}

/** Of the result; a multiple of 16. */
export function channelBytes(op: usize): usize {
  return load<usize>(op, 36);
}

/** What only this kind of operation has. */
export function argument(op: usize, at: usize): usize {
  return load<usize>(op + 40 + at * 4);
}
