/**
 * The extension under test: copies of the build, which a rebuild during the tests does not disturb, hard-linked so that
 * none costs 88 MB. `real` is the build as it is; in `tiny` and `slow` the graphs are swapped for the tiny model and the
 * weights stay, because the engine checks them. In `slow` the small network stays quick: it gives the first look.
 */
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildSlowModel, buildTinyModel, type Interface } from '../../fixtures/tiny-model';

/**
 * `small` is both networks themselves at 64 × 64, little enough for the software GPU, and with floats on WASM as well:
 * what the two arithmetics make of the same graph can then be compared.
 */
export type Engine = 'real' | 'tiny' | 'slow' | 'small';

const BUILT = resolve('.output/chrome-mv3');
const COPIES = resolve('out/e2e');
const SLOW_LAYERS = 6;
const SMALL_SIDE = 64;

export function buildOf(engine: Engine): string {
  return join(COPIES, engine);
}

export function prepareBuilds(): void {
  if (!existsSync(join(BUILT, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${BUILT}: run "npm run build" first.`);
  }
  const interfaces = readInterfaces();
  const tiny = (name: string) => {
    const wanted = interfaces.get(name);
    return wanted ? buildTinyModel(wanted) : null;
  };
  copyBuild('real', () => null);
  copyBuild('tiny', tiny);
  copyBuild('slow', (name) => {
    const wanted = interfaces.get(name);
    return wanted && !name.startsWith('u2netp') ? buildSlowModel(wanted, SLOW_LAYERS) : tiny(name);
  });
  copyBuild('small', (name, from) => (name.startsWith('engine.worker') ? withSmallInput(from) : null));
}

interface TableRow {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly graphs: Readonly<Record<string, { readonly file: string; inputName: string; outputName: string }>>;
}

/** By the graph's file name. */
function readInterfaces(): Map<string, Interface> {
  const { models } = JSON.parse(readFileSync(join(BUILT, 'models/models.json'), 'utf8')) as { models: TableRow[] };
  return new Map(
    models.flatMap(({ mean, scale, graphs }) =>
      Object.values(graphs).map((graph) => [graph.file, { ...graph, mean, scale }]),
    ),
  );
}

/** Where ort-segmenter.ts says at which side a network looks, and where the table names the int8 graph. */
const SMALL = [
  { what: 'a look’s side', found: /\binputSize:(\w+),mean:/g, put: `inputSize:${SMALL_SIDE},mean:` },
  { what: 'the int8 graph', found: /\bi8:\{file:/g, put: 'leftOut:{file:' },
];

function withSmallInput(path: string): string {
  return SMALL.reduce(
    (code, { what, found, put }) => {
      const times = code.match(found)?.length;
      if (times !== 1) throw new Error(`${path} names ${what} ${times ?? 0} times: builds.ts must find it elsewhere.`);
      return code.replace(found, put);
    },
    readFileSync(path, 'utf8'),
  );
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
