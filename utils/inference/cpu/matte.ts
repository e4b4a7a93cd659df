/** The two ends of a network: a tensor into its memory, and the matte out of it. */
import type { Matte } from '../../pipeline/raster';
import { resizeMatte } from '../../pipeline/resize';
import type { Plane } from './planes';

/** @param planes NCHW, three channels; the memory has NHWC */
export function writeInput({ buffer }: WebAssembly.Memory, plane: Plane, planes: Float32Array): void {
  const { address, row, pixel, width, height } = plane;
  const floats = new Float32Array(buffer);
  const area = width * height;
  for (let y = 0, from = 0; y < height; y++) {
    let to = (address + y * row) / 4;
    for (let x = 0; x < width; x++, from++, to += pixel / 4) {
      floats[to] = planes[from] as number;
      floats[to + 1] = planes[from + area] as number;
      floats[to + 2] = planes[from + 2 * area] as number;
    }
  }
}

/** The map and, in the channel beside it, what rounding took away from its weights; zero where nothing was rounded. */
export function readLogits({ buffer }: WebAssembly.Memory, plane: Plane): Matte {
  const { address, row, pixel, width, height } = plane;
  const floats = new Float32Array(buffer);
  const data = new Float32Array(width * height);
  for (let y = 0, to = 0; y < height; y++) {
    let from = (address + y * row) / 4;
    for (let x = 0; x < width; x++, to++, from += pixel / 4) {
      data[to] = (floats[from] as number) + (floats[from + 1] as number);
    }
  }
  return { width, height, data };
}

/** Enlarged as logits, as the network's own end does it; then alpha, 0 to 1. */
export function toMatte(logits: Matte, side: number): Matte {
  const full = logits.width === side ? logits : resizeMatte(logits, side, side);
  return { ...full, data: full.data.map((value) => 1 / (1 + Math.exp(-value))) };
}
