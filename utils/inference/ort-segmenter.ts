/** The only file that knows onnxruntime-web: one session on one rung. Runs in the engine worker. */
import * as ort from 'onnxruntime-web/jspi';
import { matteError } from '../errors';
import type { Backend } from '../jobs/job';
import type { Matte } from '../pipeline/raster';
import type { LiveSegmenter } from './ladder';
import type { GraphSpec, ModelSpec } from './model-table';
import { checkWeights, widenHalf } from './weights';

export interface OrtHome {
  /** Absolute address of the folder with ORT's .mjs and .wasm. */
  readonly wasmPaths: string;
  readonly threads: number;
}

/** Reads a file of public/models/. @throws MatteError model-missing */
export type ReadModelFile = (name: string) => Promise<ArrayBuffer>;

/** Tells ORT where its files are and how many threads it may use; once per worker, before the first session. */
export function configureOrt({ wasmPaths, threads }: OrtHome): void {
  ort.env.wasm.wasmPaths = wasmPaths;
  ort.env.wasm.numThreads = threads;
}

/** @throws MatteError model-missing, model-corrupt; whatever ORT throws when the rung cannot run the graph */
export async function createOrtSegmenter(rung: Backend, spec: ModelSpec, read: ReadModelFile): Promise<LiveSegmenter> {
  const graph = rung === 'webgpu-fp16' ? spec.graphs.f16 : spec.graphs.f32;
  const [model, weights] = await Promise.all([read(graph.file), readWeights(graph, spec, read)]);
  // The hash runs on a thread of its own while ORT compiles; whatever ORT made of damaged weights is thrown away.
  const [created, check] = await Promise.allSettled([createSession(rung, model, graph, weights.data), weights.check]);
  if (check.status === 'fulfilled' && !check.value.ok) {
    if (created.status === 'fulfilled') await created.value.release();
    throw matteError('model-corrupt', `${spec.weights.file}: ${check.value.reason}`);
  }
  if (created.status === 'rejected') throw created.reason;
  const session = created.value;
  return {
    input: spec,
    segment: (tensor) => runSession(session, graph, tensor),
    lost: rung.startsWith('webgpu') ? deviceLost() : NEVER,
    release: () => session.release(),
  };
}

const NEVER = new Promise<string>(() => {});

/** The device is ORT's own, one for all sessions, until all of them are released. */
async function deviceLost(): Promise<string> {
  const { reason, message } = await (await ort.env.webgpu.device).lost;
  return `${reason}: ${message}`;
}

async function readWeights(graph: GraphSpec, spec: ModelSpec, read: ReadModelFile) {
  const halves = await read(spec.weights.file);
  const check = checkWeights(halves, spec.weights);
  // An odd length has no halves to widen: the check says what is wrong with it.
  const usable = halves.byteLength === spec.weights.bytes ? halves : new ArrayBuffer(0);
  return { check, data: graph.inputType === 'float16' ? usable : widenHalf(usable).buffer };
}

function createSession(
  rung: Backend,
  model: ArrayBuffer,
  graph: GraphSpec,
  weights: ArrayBuffer,
): Promise<ort.InferenceSession> {
  return ort.InferenceSession.create(new Uint8Array(model), {
    executionProviders: [rung.startsWith('webgpu') ? 'webgpu' : 'wasm'],
    graphOptimizationLevel: 'all',
    // Bytes, not a Float32Array: ORT would convert that number by number and fail.
    externalData: [{ path: graph.weightsPath, data: new Uint8Array(weights) }],
  });
}

async function runSession(
  session: ort.InferenceSession,
  graph: GraphSpec,
  { width, height, data }: { width: number; height: number; data: Float32Array },
): Promise<Matte> {
  const values = graph.inputType === 'float16' ? new Float16Array(data) : data;
  const input = new ort.Tensor(graph.inputType, values as Float32Array, [1, 3, height, width]);
  const outputs = await session.run({ [graph.inputName]: input }, [graph.outputName]);
  const output = outputs[graph.outputName];
  if (!output) throw matteError('inference-failed', `no output ${graph.outputName}`);
  const alpha = new Float32Array((await output.getData()) as Float32Array);
  output.dispose();
  return { width, height, data: alpha };
}
