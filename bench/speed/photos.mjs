/**
 * One photo in three sizes, the same bytes on every run: a cat (fur: much soft edge), enlarged, with grain laid over it so
 * that decoding and encoding have a real photo's work.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from '../../scripts/setup/paths.mjs';
import { CACHE } from '../paths.mjs';

const SOURCE = join(ROOT, 'tests', 'fixtures', 'photos', 'chelsea.png');
const GRAIN_SIDE = 509;
/** Grey levels around the middle; soft light turns them into about ±6 % of the brightness. */
const GRAIN_DEPTH = 48;

export const SIZES = {
  '2 MP': { width: 1732, height: 1155 },
  '12 MP': { width: 4242, height: 2828 },
  '48 MP': { width: 8484, height: 5656 },
};

/** Writes the photo of that name and gives its path. */
export async function makePhoto(name) {
  const { width, height } = SIZES[name];
  const folder = join(CACHE, 'photos');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `cat-${name.replace(' ', '').toLowerCase()}.jpg`);
  const enlarged = sharp(SOURCE).resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
  // Sharp lays things over before it resizes, whatever the order of calls: hence the two steps.
  const { data, info } = await enlarged.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  await sharp(data, { raw: info })
    .composite([{ ...grain(), tile: true, blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .toFile(path);
  return path;
}

function grain() {
  let seed = 20_261;
  const input = Buffer.from(
    Uint8Array.from({ length: GRAIN_SIDE * GRAIN_SIDE * 3 }, () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return 128 - GRAIN_DEPTH / 2 + ((seed >>> 24) * GRAIN_DEPTH) / 256;
    }),
  );
  return { input, raw: { width: GRAIN_SIDE, height: GRAIN_SIDE, channels: 3 } };
}
