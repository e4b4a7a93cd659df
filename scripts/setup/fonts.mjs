/** The letters of the pictures that surfaces are compared with: Latin and Chinese, the same on every machine with apt. */
import { existsSync } from 'node:fs';
import { canInstall, install } from './apt.mjs';
import { say } from './say.mjs';

const FONTS = {
  '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf': 'fonts-dejavu-core',
  '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf': 'fonts-droid-fallback',
};

/** True when both are there, installed now if need be. */
export async function ensureFonts() {
  const missing = () => Object.keys(FONTS).filter((path) => !existsSync(path));
  if (missing().length > 0 && canInstall()) await install(missing().map((path) => FONTS[path]));
  if (missing().length === 0) return true;
  say(`How surfaces look is not compared: it needs ${missing().join(', ')}.`);
  return false;
}
