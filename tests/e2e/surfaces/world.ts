/** The same things on every surface: six cutouts of March 2026, twenty credits, the language that is asked for. */
import sharp from 'sharp';
import type { Language } from '../../../utils/i18n/language';
import { buildScene, type Scene } from '../../fixtures/scenes';
import { type Filled, fillHistory } from '../pages/fill-history';
import type { Matte } from '../pages/matte';
import { NOW } from './look';

const HOUR_MS = 3_600_000;
const NAMES = ['mug.png', 'team-photo.jpg', 'sticker.webp', 'product 12.png', 'portrait.jpg', 'logo.png'];
const HOSTS = ['shop.example', 'shop.example', null, 'photos.example', null, 'photos.example'];

export const FIRST_ID = '00000000-0000-4000-8000-000000000000';

export async function furnish(matte: Matte, language: Language): Promise<void> {
  rows ??= buildRows();
  await fillHistory(matte.inside.page, await rows);
  await matte.inside.put('settings', { key: 'language', value: language });
}

/** The same for every surface: drawn once. */
let rows: Promise<Filled[]> | undefined;

async function buildRows(): Promise<Filled[]> {
  const scenes = await Promise.all((['landscape', 'portrait', 'square'] as const).map((name) => buildScene(name)));
  const cutouts = await Promise.all(scenes.map(cutoutOf));
  return NAMES.map((name, i): Filled => {
    const { width, height } = scenes[i % scenes.length] as Scene;
    const cutout = cutouts[i % cutouts.length] as Buffer;
    const id = FIRST_ID.replace(/.$/, String(i));
    const createdAt = NOW - i * 9 * HOUR_MS;
    const host = HOSTS[i] ?? null;
    return {
      entry: { id, owner: 'guest', width, height, bytes: cutout.length, createdAt, ...(i === 3 && { pinned: true }) },
      details: { name, kind: host ? 'page' : 'own', host, url: null },
      preview: cutout.toString('base64'),
      cutout: cutout.toString('base64'),
      isSealed: false,
    };
  });
}

function cutoutOf({ rgb, alpha, width, height }: Scene): Promise<Buffer> {
  const rgba = Buffer.alloc(width * height * 4);
  alpha.forEach((a, i) => {
    rgba.set(a === 0 ? [0, 0, 0] : rgb.subarray(i * 3, i * 3 + 3), i * 4);
    rgba[i * 4 + 3] = a;
  });
  return sharp(rgba, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}
