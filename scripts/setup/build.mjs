/** Builds the extension when the sources are newer than what was built. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './node.mjs';
import { BUILT, ROOT } from './paths.mjs';
import { Stop, say } from './say.mjs';

const SOURCES = [
  'entrypoints',
  'utils',
  'public',
  'wxt.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Brings .output/chrome-mv3 up to date; the builder's own words go to stderr. */
export async function ensureBuild() {
  if (isBuilt()) return;
  say('Building Matte …');
  if ((await runTool('wxt', ['build'])) !== 0) throw new Stop('The build failed: see the lines above.');
}

function isBuilt() {
  const manifest = join(BUILT, 'manifest.json');
  if (!existsSync(manifest)) return false;
  const { mtimeMs } = statSync(manifest);
  return SOURCES.every((source) => newest(join(ROOT, source)) <= mtimeMs);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  // A folder's own time tells of deleted and renamed files.
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
