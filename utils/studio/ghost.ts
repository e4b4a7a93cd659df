import type { Raster } from '../pipeline/raster';

/** How much of the photo shines through: enough to see what to restore, too little to be taken for the cutout. */
const GHOST = 0.35;

/** The cutout over a faint photo of the same size; colours count by their alpha. */
export function ghost(cutout: Raster, photo: Raster): Raster {
  const data = photo.data.slice();
  for (let i = 0; i < data.length; i += 4) {
    const alpha = (cutout.data[i + 3] as number) / 255;
    const below = ((photo.data[i + 3] as number) / 255) * GHOST * (1 - alpha);
    const both = alpha + below;
    for (let c = i; c < i + 3; c++) {
      data[c] = both === 0 ? 0 : ((cutout.data[c] as number) * alpha + (photo.data[c] as number) * below) / both;
    }
    data[i + 3] = both * 255;
  }
  return { ...cutout, data };
}
