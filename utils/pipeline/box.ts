/**
 * Box means of one plane of floats in linear time, whatever the radius: what guided filter and colour estimation are
 * made of. Runs about thirty times over three quarters of a megapixel a photo: plain index arithmetic on purpose.
 */

/** A grid of samples; planes over it are Float32Arrays of `width * height`, row by row. */
export interface Grid {
  readonly width: number;
  readonly height: number;
}

/**
 * The mean over (2 radius + 1)², of what lies inside the picture, for each sample; in place unless there is an `into`.
 * The sums run in float64: a float32 that is added to and taken from a million times drifts.
 */
export function boxMean(plane: Float32Array, { width, height }: Grid, radius: number, into = plane): Float32Array {
  const line = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    meanOfRow(plane.subarray(y * width, (y + 1) * width), radius, line);
    into.set(line, y * width);
  }
  meanOfColumns(into, { width, height }, radius);
  return into;
}

function meanOfRow(row: Float32Array, radius: number, into: Float32Array): void {
  const { length } = row;
  // Up to `full` windows begin at the border, from `last` on they end at it; between, neither needs asking.
  const full = Math.min(length, radius + 1);
  const last = Math.max(full, length - radius);
  let sum = 0;
  for (let x = 0; x < Math.min(radius, length); x++) sum += row[x] as number;
  for (let x = 0; x < full; x++) {
    if (x + radius < length) sum += row[x + radius] as number;
    into[x] = sum / (Math.min(length - 1, x + radius) + 1);
  }
  const share = 1 / (2 * radius + 1);
  for (let x = full; x < last; x++) {
    sum += (row[x + radius] as number) - (row[x - radius - 1] as number);
    into[x] = sum * share;
  }
  for (let x = last; x < length; x++) {
    sum -= row[x - radius - 1] as number;
    into[x] = sum / (length - x + radius);
  }
}

/** Sample by sample; a loop, because `map` with a function takes four times as long. */
export function product(a: Float32Array, b: Float32Array): Float32Array {
  const result = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = (a[i] as number) * (b[i] as number);
  return result;
}

/** In place, all columns at once, row by row; the last `radius` + 1 rows are kept, for they are overwritten. */
function meanOfColumns(plane: Float32Array, { width, height }: Grid, radius: number): void {
  const sum = new Float64Array(width);
  const kept = new Float32Array((radius + 1) * width);
  const none = new Float32Array(width);
  for (let y = 0; y < Math.min(radius, height); y++) addRow(sum, plane.subarray(y * width, (y + 1) * width));
  for (let y = 0; y < height; y++) {
    const slot = (y % (radius + 1)) * width;
    const row = plane.subarray(y * width, (y + 1) * width);
    // The slot still holds row y − radius − 1, which leaves the window now; at first, zeros.
    const leaving = kept.subarray(slot, slot + width);
    const end = y + radius;
    const entering = end < height ? plane.subarray(end * width, (end + 1) * width) : none;
    const share = 1 / (Math.min(height - 1, end) - Math.max(0, y - radius) + 1);
    for (let x = 0; x < width; x++) {
      const total = (sum[x] as number) + (entering[x] as number) - (leaving[x] as number);
      sum[x] = total;
      leaving[x] = row[x] as number;
      row[x] = total * share;
    }
  }
}

function addRow(sum: Float64Array, row: Float32Array): void {
  for (let x = 0; x < row.length; x++) sum[x] = (sum[x] as number) + (row[x] as number);
}
