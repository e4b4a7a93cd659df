/**
 * The extension under test: copies of the build, which a rebuild during the tests does not disturb, hard-linked so that
 * none costs 88 MB. `real` is the build as it is; in `tiny` and `slow` the graphs are swapped for the tiny model and the
 * weights stay, because the engine checks them. In `slow` the small network stays quick: it gives the first look.
 */
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildSlowModel, buildTinyModel } from '../../fixtures/tiny-model';

/** `small` is IS-Net itself at 64 × 64: little enough for the software GPU. */
export type Engine = 'real' | 'tiny' | 'slow' | 'small';

const BUILT = resolve('.output/chrome-mv3');
const COPIES = resolve('out/e2e');
const SLOW_LAYERS = 4;
const SMALL_INPUT = 64;

export function buildOf(engine: Engine): string {
  return join(COPIES, engine);
}

export function prepareBuilds(): void {
  if (!existsSync(join(BUILT, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${BUILT}: run "npm run build" first.`);
  }
  const tiny = buildTinyModel();
  const slow = buildSlowModel(SLOW_LAYERS);
  copyBuild('real', () => null);
  copyBuild('tiny', (name) => (name.endsWith('.onnx') ? tiny : null));
  copyBuild('slow', (name) => {
    if (!name.endsWith('.onnx')) return null;
    return name.startsWith('u2netp') ? tiny : slow;
  });
  copyBuild('small', (name, from) => (name.startsWith('engine.worker') ? withSmallInput(from) : null));
}

function withSmallInput(path: string): string {
  const code = readFileSync(path, 'utf8');
  const size = /inputSize:1024\b/;
  if (!size.test(code)) throw new Error(`${path} no longer names the input size: builds.ts must find it elsewhere.`);
  return code.replace(size, `inputSize:${SMALL_INPUT}`);
}

/** `changed` gives a file's new content, or null where it stays. */
function copyBuild(engine: Engine, changed: (name: string, path: string) => Uint8Array | string | null): void {
  const target = buildOf(engine);
  rmSync(target, { recursive: true, force: true });
  for (const file of readdirSync(BUILT, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const from = join(file.parentPath, file.name);
    const to = join(target, from.slice(BUILT.length));
    mkdirSync(dirname(to), { recursive: true });
    const content = changed(file.name, from);
    // Never write into a link: it is the build's own file.
    if (content) writeFileSync(to, content);
    else linkSync(from, to);
  }
}
