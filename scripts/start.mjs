/**
 * `npm start [-- image.jpg]`: everything from a fresh clone to Matte at work. With a display it opens a browser on a page
 * of sample pictures; without one it does the right-click job there by itself and saves what a user would see.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBuild } from './setup/build.mjs';
import { repeatOnModernNode } from './setup/node.mjs';
import { runMain, Stop } from './setup/say.mjs';
import { ensureSetup } from './setup.mjs';

await runMain(import.meta.url, async () => {
  const picture = pictureFrom(process.argv.slice(2));
  await ensureSetup({ chromium: true });
  const repeated = await repeatOnModernNode();
  if (repeated !== null) return repeated;
  await ensureBuild();
  const { startWithWindow, startWithoutWindow } = await import('./start/modes.mjs');
  return hasDisplay() ? startWithWindow(picture) : startWithoutWindow(picture);
});

function pictureFrom(args) {
  if (args.length > 1 || args[0]?.startsWith('-')) throw new Stop('Usage: npm start [-- image.jpg]');
  if (args.length === 0) return null;
  const path = resolve(args[0]);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  throw new Stop(`There is no picture at ${path}.`);
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
