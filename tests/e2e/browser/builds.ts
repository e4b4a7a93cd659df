/**
 * The extension under test. `real` is the build itself; the others are copies in which the graphs are swapped for the
 * tiny model. The weights stay (the engine checks them), hard-linked so that a copy costs no 88 MB.
 */
import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildSlowModel, buildTinyModel } from '../../fixtures/tiny-model';

export type Engine = 'real' | 'tiny' | 'slow';

const BUILT = resolve('.output/chrome-mv3');
const COPIES = resolve('out/e2e');
const SLOW_LAYERS = 4;

export function buildOf(engine: Engine): string {
  return engine === 'real' ? BUILT : join(COPIES, engine);
}

export function prepareBuilds(): void {
  if (!existsSync(join(BUILT, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${BUILT}: run "npm run build" first.`);
  }
  copyBuild('tiny', buildTinyModel());
  copyBuild('slow', buildSlowModel(SLOW_LAYERS));
}

function copyBuild(engine: Engine, graph: Uint8Array): void {
  const target = buildOf(engine);
  rmSync(target, { recursive: true, force: true });
  for (const file of readdirSync(BUILT, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const from = join(file.parentPath, file.name);
    const to = join(target, from.slice(BUILT.length));
    mkdirSync(dirname(to), { recursive: true });
    // Never write into a link: it is the build's own file.
    if (file.name.endsWith('.onnx')) writeFileSync(to, graph);
    else linkSync(from, to);
  }
}
