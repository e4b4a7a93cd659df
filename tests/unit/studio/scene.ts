/** Cutouts that are known pixel by pixel. */
import type { Raster } from '@/utils/pipeline/raster';

export type Pixel = readonly [number, number, number, number];

export const CLEAR: Pixel = [0, 0, 0, 0];
export const RED: Pixel = [200, 30, 20, 255];

export function raster(width: number, height: number, at: (x: number, y: number) => Pixel): Raster {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(at(x, y), (y * width + x) * 4);
  return { width, height, data };
}

/** A red block in a photo of which nothing else is left. */
export function block(width: number, height: number, box: { x: number; y: number; width: number; height: number }) {
  const inside = (at: number, from: number, length: number) => at >= from && at < from + length;
  return raster(width, height, (x, y) => (inside(x, box.x, box.width) && inside(y, box.y, box.height) ? RED : CLEAR));
}

export function pixel({ width, data }: Raster, x: number, y: number): number[] {
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}
