/**
 * The extension under test: copies of the build, which a rebuild during the tests does not disturb, hard-linked so that
 * none costs 88 MB. `real` is the build as it is; in `tiny` and `slow` the graphs are swapped for the tiny model, and the
 * weights, which it does not use, for a few bytes that the engine checks as it checks the real ones: reading, hashing and
 * widening 88 MB takes a second, and here an engine is started a hundred times. What has been swapped has no plan, so ONNX
 * Runtime runs it on the CPU too. In `slow` the small network stays quick: it gives the first look.
 * `tiny` also honours the tests' shop (shop.ts), which signs vouchers.
 */
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { buildSlowModel, buildTinyModel, type Interface } from '../../fixtures/tiny-model';
import { openShop } from './shop';

/**
 * `small` is both networks themselves at 64 × 64, little enough for the software GPU, and with floats on WASM as well:
 * what the two arithmetics make of the same graph can then be compared.
 */
export type Engine = 'real' | 'tiny' | 'slow' | 'small';

const BUILT = resolve('.output/chrome-mv3');
const COPIES = resolve('out/e2e');
const SLOW_LAYERS = 4;
const SMALL_SIDE = 64;

export function buildOf(engine: Engine): string {
  return join(COPIES, engine);
}

export function prepareBuilds(): void {
  if (!existsSync(join(BUILT, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${BUILT}: run "npm run build" first.`);
  }
  const { models } = JSON.parse(readFileSync(join(BUILT, 'models/models.json'), 'utf8')) as { models: TableRow[] };
  const interfaces = interfacesOf(models);
  const tiny = (name: string) => {
    const wanted = interfaces.get(name);
    if (models.some(({ weights }) => weights.file === name)) return FEW_BYTES;
    return wanted ? buildTinyModel(wanted) : null;
  };
  const edits = [PLANS, ...models.map(otherWeights)];
  const planless = (name: string, from: string) => (isEngine(name) ? edited(from, edits) : null);
  copyBuild('real', () => null);
  const honouring = withIssuers(openShop());
  copyBuild('tiny', (name, from) => tiny(name) ?? planless(name, from) ?? honouring(name, from));
  copyBuild('slow', (name, from) => {
    const wanted = interfaces.get(name);
    if (wanted && !name.startsWith('u2netp')) return buildSlowModel(wanted, SLOW_LAYERS);
    return tiny(name) ?? planless(name, from);
  });
  copyBuild('small', (name, from) => (isEngine(name) ? edited(from, [PLANS, SIDES]) : null));
}

interface TableRow {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly weights: { readonly file: string; readonly bytes: number; readonly sha256: string };
  readonly graphs: Readonly<Record<string, { readonly file: string; inputName: string; outputName: string }>>;
}

/** By the graph's file name. */
function interfacesOf(models: readonly TableRow[]): Map<string, Interface> {
  return new Map(
    models.flatMap(({ mean, scale, graphs }) =>
      Object.values(graphs).map((graph) => [graph.file, { ...graph, mean, scale }]),
    ),
  );
}

/** The list of issuers is empty in the build, and a file of its own, because the popup loads it with the first voucher. */
function withIssuers(issuers: string) {
  const files = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((path) => isIssuers(basename(path)));
  if (files.length !== 1)
    throw new Error(`${files.length} files hold the issuers: builds.ts must find them elsewhere.`);
  const put = `=${issuers}`;
  return (name: string, from: string) =>
    isIssuers(name) ? edited(from, [{ what: 'the issuers', found: /=\s*\{\s*\}/g, times: 1, put }]) : null;
}

const isIssuers = (name: string) => /^issuers-.*\.js$/.test(name);

const isEngine = (name: string) => name.startsWith('engine.worker');

interface Edit {
  readonly what: string;
  readonly found: RegExp;
  readonly times: number;
  readonly put: string;
}

/** In the engine worker's code: where network.ts says at which side a network looks, and where the table names plans. */
const SIDES: Edit = {
  what: 'a look’s side',
  found: /\binputSize:(\w+),mean:/g,
  times: 1,
  put: `inputSize:${SMALL_SIDE},mean:`,
};
const PLANS: Edit = { what: 'a plan', found: /\bplan:\{file:/g, times: 2, put: 'leftOut:{file:' };

const FEW_BYTES = new Uint8Array(64);

/** In the engine worker's code: how long a network's weights are, and their hash. */
function otherWeights({ weights: { file, bytes, sha256 } }: TableRow): Edit {
  const put = `bytes:${FEW_BYTES.length},sha256:"${createHash('sha256').update(FEW_BYTES).digest('hex')}"`;
  return { what: file, found: new RegExp(`\\bbytes:${bytes},sha256:.${sha256}.`, 'g'), times: 1, put };
}

function edited(path: string, edits: readonly Edit[]): string {
  return edits.reduce(
    (code, { what, found, times, put }) => {
      const seen = code.match(found)?.length ?? 0;
      if (seen !== times) throw new Error(`${path} names ${what} ${seen} times: builds.ts must find it elsewhere.`);
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
