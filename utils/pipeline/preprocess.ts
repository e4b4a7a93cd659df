/**
 * A photo as the network wants it: opaque, square, normalised. Reads the photo once, row by row.
 * `filterRow` runs for every pixel of up to 100 MP: plain index arithmetic, all three channels per weight.
 */
import type { InputSpec, Tensor } from './ports';
import type { Raster } from './raster';
import { sumRows, type Taps, triangleTaps } from './resize';
import type { SmallerCopy } from './squares';

/**
 * RGBA raster of any size → NCHW float tensor of `spec.inputSize` squared, planes R, G, B, each (byte − mean) / scale.
 *
 * `extent`: how much of a smaller copy the photo takes up (squares.ts). The photo is stretched, not letterboxed, as the model was trained; alpha is laid over white first, since the colour
 * under alpha 0 is arbitrary. Memory besides the tensor: one source row of bytes, one filtered row and the taps of both
 * axes; for 100 MP (12 000 × 8333) to 1024: 48 kB + 12 kB + 1024 × (25 + 19) × 4 B = 240 kB.
 */
export function preprocess(raster: Raster, spec: InputSpec, extent: SmallerCopy['extent'] = raster): Tensor {
  const { inputSize: size } = spec;
  const columns = triangleTaps(raster.width, size, extent.width / size);
  const scratch = new Uint8ClampedArray(raster.width * 4);
  const data = sumRows({
    rows: triangleTaps(raster.height, size, extent.height / size),
    planes: 3,
    width: size,
    fillRow: (y, row) => filterRow(opaqueRow(raster, y, scratch), columns, spec, row),
  });
  return { width: size, height: size, data };
}

/** Row y as RGBA bytes over white. An opaque row, nearly every one, is a view of the photo; others go to `scratch`. */
function opaqueRow({ width, data }: Raster, y: number, scratch: Uint8ClampedArray): Uint8ClampedArray {
  const row = data.subarray(y * width * 4, (y + 1) * width * 4);
  if (isOpaque(data, y * width, width)) return row;
  for (let i = 0; i < row.length; i += 4) {
    const alpha = (row[i + 3] as number) / 255;
    const white = 255 * (1 - alpha);
    scratch[i] = (row[i] as number) * alpha + white;
    scratch[i + 1] = (row[i + 1] as number) * alpha + white;
    scratch[i + 2] = (row[i + 2] as number) * alpha + white;
  }
  return scratch;
}

/** A whole pixel a step: alpha is its highest byte. */
function isOpaque(data: Uint8ClampedArray, first: number, width: number): boolean {
  const pixels = new Int32Array(data.buffer, data.byteOffset + first * 4, width);
  let all = -1;
  for (let x = 0; x < width; x++) all &= pixels[x] as number;
  return all >>> 24 === 255;
}

function filterRow(rgba: Uint8ClampedArray, columns: Taps, { mean, scale }: InputSpec, row: Float32Array): void {
  const { to, first, count, weights, stride } = columns;
  const [meanRed, meanGreen, meanBlue] = mean;
  const [scaleRed, scaleGreen, scaleBlue] = scale;
  for (let x = 0; x < to; x++) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let i = 4 * (first[x] as number);
    const end = x * stride + (count[x] as number);
    for (let w = x * stride; w < end; w++, i += 4) {
      const weight = weights[w] as number;
      red += (rgba[i] as number) * weight;
      green += (rgba[i + 1] as number) * weight;
      blue += (rgba[i + 2] as number) * weight;
    }
    // Weights sum to 1, so normalising after the filter is the same as before it, and there is less to normalise.
    row[x] = (red - meanRed) / scaleRed;
    row[to + x] = (green - meanGreen) / scaleGreen;
    row[2 * to + x] = (blue - meanBlue) / scaleBlue;
  }
}
