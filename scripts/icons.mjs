/** Draws public/icon/*.png from scripts/icon.svg. Run it after a change of the drawing: `node scripts/icons.mjs`. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from './setup/paths.mjs';
import { runMain } from './setup/say.mjs';

const SIZES = [16, 32, 48, 128];
const VIEW_BOX = 128;
const SVG_DPI = 72;

/** Draws one size; the SVG is rasterised at that very size, so that edges fall on pixels. */
export function drawIcon(svg, size) {
  return sharp(svg, { density: (SVG_DPI * size) / VIEW_BOX })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
}

await runMain(import.meta.url, async () => {
  const svg = await readFile(new URL('icon.svg', import.meta.url));
  const folder = join(ROOT, 'public', 'icon');
  await mkdir(folder, { recursive: true });
  for (const size of SIZES) await sharp(await drawIcon(svg, size)).toFile(join(folder, `${size}.png`));
});
