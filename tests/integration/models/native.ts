/**
 * What the tests of the model files share: running `npm run models`, and networks in native ONNX Runtime. Reads packages and graphs itself instead of borrowing from scripts/models/, so that a mistake there shows.
 */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';
import { createCpuEngine } from '../../../utils/inference/cpu/engine';
import type { Plan } from '../../../utils/inference/cpu/plan';
import { type GraphSpec, type ModelSpec, modelSpec } from '../../../utils/inference/model-table';
import { widenHalf } from '../../../utils/inference/weights';

export const ROOT = join(import.meta.dirname, '../../..');
export const SLOW_MS = 240_000;
export const MODELS = [modelSpec('isnet'), modelSpec('u2netp')] as const;
const PHOTO = join(ROOT, 'tests/fixtures/photos/astronaut.png');

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A folder with the built files, `npm run models` having seen to them, and the weights made at load. */
export async function withMadeWeights(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'matte-masks-'));
  const made = join(ROOT, 'public/models');
  for (const name of await readdir(made)) await copyFile(join(made, name), join(folder, name));
  for (const spec of MODELS) await writeMadeWeights(folder, spec);
  return folder;
}

export function models(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'scripts/models.mjs'), ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

export function packageFolder({ origin }: ModelSpec): string {
  return join(ROOT, 'node_modules', origin.package);
}

/** The float weights, which only exist in memory otherwise, beside the graphs. */
async function writeMadeWeights(folder: string, { graphs: { f32 }, weights }: ModelSpec): Promise<void> {
  const halves = new Uint8Array(await readFile(join(folder, weights.file))).buffer;
  await writeFile(join(folder, f32.weightsPath), new Uint8Array(widenHalf(halves).buffer));
}

interface Asked {
  readonly spec: ModelSpec;
  readonly size: Size;
  readonly names?: Pick<GraphSpec, 'inputName' | 'inputType' | 'outputName'>;
  readonly options?: InferenceSession.SessionOptions;
}

/** The photo's mask by a graph in a file or in memory. */
export async function maskOf(model: string | Uint8Array, { spec, size, names = spec.graphs.f32, options = {} }: Asked) {
  const session =
    typeof model === 'string'
      ? await InferenceSession.create(model, options)
      : await InferenceSession.create(model, options);
  const input = await photoTensor(spec, names.inputType, size);
  const { [names.outputName]: output } = await session.run({ [names.inputName]: input }, [names.outputName]);
  await session.release();
  if (!output) throw new Error(`the model gave no tensor named ${names.outputName}`);
  const data = output.data as Float32Array;
  const mask = output.type === 'float32' ? data : widenHalf(data.slice().buffer as ArrayBuffer);
  return { mask, dims: output.dims };
}

/** The photo's mask by the network's plan, as the product runs it on the CPU. */
export async function planMask(spec: ModelSpec, side: number): Promise<Float32Array> {
  const made = join(ROOT, 'public/models');
  const [module, plan, halves] = await Promise.all([
    readFile(join(ROOT, 'public/kernels/kernels.wasm')).then((bytes) => WebAssembly.compile(bytes)),
    readFile(join(made, spec.plan?.file ?? ''), 'utf8').then((text): Plan => JSON.parse(text)),
    readFile(join(made, spec.weights.file)).then((bytes) => new Uint8Array(bytes).buffer),
  ]);
  const engine = await createCpuEngine(module, [{ plan, halves, sides: [side] }], () => {});
  const { data } = await photoTensor(spec, 'float32', { width: side, height: side });
  return engine.segment(0, { width: side, height: side, data: data as Float32Array }).data;
}

async function photoTensor(spec: ModelSpec, type: 'float16' | 'float32', { width, height }: Size): Promise<Tensor> {
  const pixels = await sharp(PHOTO).removeAlpha().resize(width, height, { fit: 'fill' }).raw().toBuffer();
  const planes = new Float32Array(pixels.length);
  const area = width * height;
  pixels.forEach((byte, i) => {
    const channel = (i % 3) as 0 | 1 | 2;
    planes[channel * area + Math.floor(i / 3)] = (byte - spec.mean[channel]) / spec.scale[channel];
  });
  const dims = [1, 3, height, width];
  return type === 'float32' ? new Tensor(type, planes, dims) : new Tensor(type, narrow(planes), dims);
}

const HALVES = widenHalf(Uint16Array.from({ length: 0x7c00 }, (_, half) => half).buffer);

/** The nearest float16, found by halving. */
function narrow(floats: Float32Array): Uint16Array {
  return Uint16Array.from(floats, (value) => {
    let [low, high] = [0, HALVES.length - 1];
    const size = Math.abs(value);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((HALVES[middle] as number) <= size) low = middle;
      else high = middle;
    }
    const nearest = size - (HALVES[low] as number) <= (HALVES[high] as number) - size ? low : high;
    return value < 0 ? nearest | 0x8000 : nearest;
  });
}

export function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((max, value, i) => Math.max(max, Math.abs(value - (b[i] ?? Number.NaN))), 0);
}

export function meanDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? Number.NaN)), 0) / a.length;
}
