import { copyFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Writes the cutout itself. */
export const saveCutout = (from, to) => copyFile(from, to);

/** Writes the cutout's alpha as 8-bit grey. */
export async function saveMatte(from, to) {
  const picture = sharp(from, { limitInputPixels: false });
  await picture.ensureAlpha().extractChannel('alpha').toColourspace('b-w').png().toFile(to);
}
