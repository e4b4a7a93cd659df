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
  const [model, weights] = await Promise.all([read(graph.file), read(spec.weights.file)]);
  const check = await checkWeights(weights, spec.weights);
  if (!check.ok) throw matteError('model-corrupt', `${spec.weights.file}: ${check.reason}`);
  const session = await ort.InferenceSession.create(new Uint8Array(model), {
    executionProviders: [rung.startsWith('webgpu') ? 'webgpu' : 'wasm'],
    graphOptimizationLevel: 'all',
    externalData: [{ path: graph.weightsPath, data: weightsFor(graph, weights) }],
  });
  return {
    input: spec,
    segment: (tensor) => runSession(session, graph, tensor),
    release: () => session.release(),
  };
}

function weightsFor(graph: GraphSpec, halves: ArrayBuffer): Uint8Array {
  return new Uint8Array(graph.inputType === 'float16' ? halves : widenHalf(halves).buffer);
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
