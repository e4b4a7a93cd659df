/**
 * Built pictures whose alpha and foreground colours are known exactly: two painted layers mixed here by α·F + (1 − α)·B.
 * They are written as PNG, so that both sides get them as files like any photo.
 */
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { CACHE } from '../paths.mjs';
import { createRandom } from './random.mjs';
import { BACKGROUNDS, HEIGHT, SHAPES, WIDTH } from './scene-shapes.mjs';

const GRAIN = 6;
const RAW = { raw: { width: WIDTH, height: HEIGHT, channels: 3 } };

/** @returns {Promise<{name: string, kind: 'scene', image: string, mask: string, foreground: string}[]>} */
export async function buildScenes(folder = join(CACHE, 'scenes')) {
  mkdirSync(folder, { recursive: true });
  const pairs = Object.keys(SHAPES).flatMap((shape) =>
    Object.keys(BACKGROUNDS).map((background) => [shape, background]),
  );
  return Promise.all(pairs.map(([shape, background]) => buildScene(shape, background, folder)));
}

async function buildScene(shape, background, folder) {
  const name = `${shape}-on-${background}`;
  const [mask, front, back] = await Promise.all(
    [SHAPES[shape].alpha(), SHAPES[shape].colours(), BACKGROUNDS[background]()].map(render),
  );
  const paths = Object.fromEntries(
    ['image', 'mask', 'foreground'].map((part) => [part, join(folder, `${name}-${part}.png`)]),
  );
  await Promise.all([
    save(sharp(mix(mask, front, back), RAW), paths.image),
    save(sharp(mask, RAW).extractChannel(0), paths.mask),
    save(sharp(front, RAW), paths.foreground),
  ]);
  return { name, kind: 'scene', ...paths };
}

/** A rename is all or nothing: a run beside this one never reads half a picture. */
async function save(picture, path) {
  const part = `${path}.${process.pid}`;
  await picture.png().toFile(part);
  renameSync(part, path);
}

function render(source) {
  return sharp(Buffer.from(source)).removeAlpha().toColourspace('srgb').raw().toBuffer();
}

/** `mask` has the alpha in each channel. Grain on the background only: the foreground's truth stays exact. */
export function mix(mask, front, back) {
  const random = createRandom(5);
  const out = Buffer.alloc(front.length);
  for (let i = 0; i < front.length; i++) {
    const alpha = mask[i] / 255;
    const behind = back[i] + (random() - 0.5) * 2 * GRAIN;
    out[i] = Math.min(255, Math.max(0, Math.round(alpha * front[i] + (1 - alpha) * behind)));
  }
  return out;
}
