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
 * The mean over (2 radius + 1)², of what lies inside the picture, for each sample. `into` may be `plane` itself.
 * The sums run in float64: a float32 that is added to and taken from a million times drifts.
 */
export function boxMean(plane: Float32Array, { width, height }: Grid, radius: number, into = plane): Float32Array {
  const across = into === plane ? plane : into;
  const line = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    meanOfRow(plane.subarray(y * width, (y + 1) * width), radius, line);
    across.set(line, y * width);
  }
  meanOfColumns(across, { width, height }, radius);
  return across;
}

function meanOfRow(row: Float32Array, radius: number, into: Float32Array): void {
  const { length } = row;
  let sum = 0;
  for (let x = 0; x < Math.min(radius, length); x++) sum += row[x] as number;
  for (let x = 0; x < length; x++) {
    if (x + radius < length) sum += row[x + radius] as number;
    if (x > radius) sum -= row[x - radius - 1] as number;
    into[x] = sum / (Math.min(length - 1, x + radius) - Math.max(0, x - radius) + 1);
  }
}

/** In place, all columns at once, row by row; the last `radius` + 1 rows are kept, for they are overwritten. */
function meanOfColumns(plane: Float32Array, { width, height }: Grid, radius: number): void {
  const sum = new Float64Array(width);
  const kept = new Float32Array((radius + 1) * width);
  const add = (y: number) => {
    const at = y * width;
    for (let x = 0; x < width; x++) sum[x] = (sum[x] as number) + (plane[at + x] as number);
  };
  for (let y = 0; y < Math.min(radius, height); y++) add(y);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) add(y + radius);
    const slot = (y % (radius + 1)) * width;
    // The slot still holds row y − radius − 1, which leaves the window now.
    if (y > radius) for (let x = 0; x < width; x++) sum[x] = (sum[x] as number) - (kept[slot + x] as number);
    const at = y * width;
    const share = 1 / (Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1);
    for (let x = 0; x < width; x++) {
      kept[slot + x] = plane[at + x] as number;
      plane[at + x] = (sum[x] as number) * share;
    }
  }
}
