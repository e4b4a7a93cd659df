import type { Raster } from '../pipeline/raster';

/** The matte as a picture: white where the subject is, black where it is not, opaque. */
export function matteOf({ width, height, data }: Raster): Raster {
  const matte = new Uint8ClampedArray(data.length).fill(255);
  for (let i = 0; i < data.length; i += 4) matte.fill(data[i + 3] as number, i, i + 3);
  return { width, height, data: matte };
}
