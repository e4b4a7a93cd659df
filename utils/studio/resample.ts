/** Another size, by the triangle filter of pipeline/resize.ts. Colours count by their alpha: what is transparent has none. */
import type { Raster } from '../pipeline/raster';
import { sumRows, type Taps, triangleTaps } from '../pipeline/resize';

/** Bilinear when enlarging, antialiased when shrinking; 16 bytes of memory for each new pixel. */
export function resample(photo: Raster, width: number, height: number): Raster {
  if (width === photo.width && height === photo.height) return photo;
  const columns = triangleTaps(photo.width, width);
  const sums = sumRows({
    rows: triangleTaps(photo.height, height),
    planes: 4,
    width,
    fillRow: (y, row) => fillRow(photo, y, columns, row),
  });
  return unmultiplied(sums, width, height);
}

/** One row, as wide as the result: red, green and blue times alpha, then alpha; each 0–255 × 255 or 0–255. */
function fillRow({ width, data }: Raster, y: number, { to, first, count, weights, stride }: Taps, row: Float32Array) {
  for (let x = 0; x < to; x++) {
    let [red, green, blue, alpha] = [0, 0, 0, 0];
    for (let k = 0; k < (count[x] as number); k++) {
      const at = (y * width + (first[x] as number) + k) * 4;
      const share = (weights[x * stride + k] as number) * (data[at + 3] as number);
      red += (data[at] as number) * share;
      green += (data[at + 1] as number) * share;
      blue += (data[at + 2] as number) * share;
      alpha += share;
    }
    row[x] = red;
    row[to + x] = green;
    row[2 * to + x] = blue;
    row[3 * to + x] = alpha;
  }
}

function unmultiplied(sums: Float32Array, width: number, height: number): Raster {
  const count = width * height;
  const data = new Uint8ClampedArray(count * 4);
  for (let i = 0; i < count; i++) {
    const alpha = sums[3 * count + i] as number;
    if (alpha < 0.5) continue; // nothing to see, and no colour to keep
    for (let channel = 0; channel < 3; channel++) data[i * 4 + channel] = (sums[channel * count + i] as number) / alpha;
    data[i * 4 + 3] = alpha;
  }
  return { width, height, data };
}
