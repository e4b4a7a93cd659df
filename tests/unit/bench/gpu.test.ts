/** The GPU benchmark but for its GPU: what it is asked, how it reckons, what a pack holds. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { load } from '../scripts/load';

const { readGpuArgs } = await load('../bench/gpu/args.mjs');
const { difference, formatMeasured, measureNetwork } = await load('../bench/gpu/measure.mjs');
const { paintInput, teraflops } = await load('../bench/gpu/network.mjs');
const { writePack } = await load('../bench/gpu/pack.mjs');

describe('bench:gpu', () => {
  it('reads its arguments', () => {
    expect(readGpuArgs([])).toMatchObject({ problem: null, sizes: [640, 768, 896, 1024], runs: 20, software: false });
    expect(readGpuArgs(['--allow-software', '--sizes', '64'])).toMatchObject({ software: true, sizes: [64] });
    expect(readGpuArgs(['--sizes', '100']).problem).toContain('32');
    expect(readGpuArgs(['--runs', 'x']).problem).toContain('--runs');
  });

  it('319.2 GFLOP in a second at 1024 are 0.3192 TFLOP/s, and a quarter of that at 512', () => {
    expect(teraflops(1024, 1000)).toBeCloseTo(0.3192, 6);
    expect(teraflops(512, 1000)).toBeCloseTo(0.0798, 6);
  });

  it('mean and largest difference', () => {
    expect(difference([0, 0.5, 1, 1], [0, 0, 1, 0.75])).toEqual({ meanDifference: 0.1875, maxDifference: 0.5 });
  });

  it('the input is three planes within what the network expects', () => {
    const input: Float32Array = paintInput(32);
    expect(input).toHaveLength(3 * 32 * 32);
    expect(Math.max(...input.map(Math.abs))).toBeLessThanOrEqual(0.5);
  });
});

describe('the runs', () => {
  /** A runtime that answers at once; the f16 graph breaks, as on a driver without half floats. */
  const fakeOrt = () => {
    let released = 0;
    const create = async (file: Uint8Array, { executionProviders }: { executionProviders: string[] }) => {
      if (file[0] === 16) throw new Error('no half floats\nand a stack');
      const data = Float32Array.of(executionProviders[0] === 'webgpu' ? 0.25 : 0);
      const run = async () => ({ output: { getData: async () => data, dispose: () => {} } });
      return { run, release: async () => released++ };
    };
    return { InferenceSession: { create }, Tensor: class {}, released: () => released };
  };
  const graph = { weightsPath: 'w', inputName: 'input', inputType: 'float32', outputName: 'output' };
  const network = {
    graphs: { f16: graph, f32: graph },
    weights: { f16: new Uint8Array(), f32: new Uint8Array() },
    files: { f16: Uint8Array.of(16), f32: Uint8Array.of(32) },
  };

  it('each graph at each size against WASM; one that breaks says so and the others go on', async () => {
    const ort = fakeOrt();
    const rows = await measureNetwork(ort, network, { sizes: [32, 64], runs: 3, withHalf: true }, () => {});
    expect(
      rows.map((row: { provider: string; precision: string; side: number }) => [row.provider, row.precision, row.side]),
    ).toEqual([
      ['wasm', 'f32', 32],
      ['webgpu', 'f32', 32],
      ['webgpu', 'f16', 32],
      ['wasm', 'f32', 64],
      ['webgpu', 'f32', 64],
      ['webgpu', 'f16', 64],
    ]);
    expect(rows[1]).toMatchObject({ meanDifference: 0.25, maxDifference: 0.25 });
    expect(rows[2].error).toBe('no half floats');
    expect(ort.released()).toBe(4);
    expect(formatMeasured(rows)).toMatch(/webgpu f16 +32 .*no half floats/);
  });

  it('without shader-f16 the f16 graph is left out', async () => {
    const rows = await measureNetwork(fakeOrt(), network, { sizes: [32], runs: 1, withHalf: false }, () => {});
    expect(rows).toHaveLength(2);
  });
});

describe('the pack', () => {
  it('cuts large files into pieces that join to the same bytes, and refuses a folder with something in it', () => {
    const at = mkdtempSync(join(tmpdir(), 'matte-pack-'));
    const put = (path: string, bytes: string | Uint8Array) => {
      mkdirSync(dirname(join(at, path)), { recursive: true });
      writeFileSync(join(at, path), bytes);
      return join(at, path);
    };
    const weights = Uint8Array.from({ length: 17 * 2 ** 20 }, (_, i) => i % 251);
    const graphs = { f16: { file: 'a.onnx' }, f32: { file: 'b.onnx' } };
    put('models/models.json', JSON.stringify({ models: [{ id: 'isnet', graphs, weights: { file: 'w.bin' } }] }));
    for (const name of ['a.onnx', 'b.onnx']) put(`models/${name}`, name);
    put('models/w.bin', weights);
    put('webgpu/package.json', '{}');
    put('webgpu/dist/linux-x64/dawn.node', 'dawn');
    const paths = {
      dawn: put('webgpu/index.js', ''),
      ort: put('ort.mjs', 'ort'),
      wasm: put('ort.wasm', 'wasm'),
      models: join(at, 'models'),
      node: put('node', 'node itself'),
    };
    const target = join(at, 'pack');
    expect(writePack(target, paths).megabytes).toBeLessThan(10);
    const piece = (name: string) => readFileSync(join(target, 'pieces', name));
    expect(Buffer.concat([piece('w.bin.000'), piece('w.bin.001')]).equals(weights)).toBe(true);
    expect(gunzipSync(piece('node.gz.000')).toString()).toBe('node itself');
    expect(readdirSync(join(target, 'lib', 'bench', 'gpu'))).toContain('packed.mjs');
    expect(existsSync(join(target, 'run.sh'))).toBe(true);
    expect(() => writePack(target, paths)).toThrow('not empty');
  });
});
