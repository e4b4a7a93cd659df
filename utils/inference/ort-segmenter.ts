/** The only file that knows onnxruntime-web: the sessions of one rung. Runs in the engine worker. */
import * as ort from 'onnxruntime-web/jspi';
import { matteError } from '../errors';
import type { Backend, Quality } from '../jobs/job';
import type { Net, Tensor } from '../pipeline/ports';
import type { Matte } from '../pipeline/raster';
import type { LiveSegmenter } from './ladder';
import { type GraphSpec, type Int8GraphSpec, type ModelSpec, modelSpec } from './model-table';
import { type Look, recipeFor } from './recipe';
import { checkWeights, type Int8Layout, roundToInt8, widenHalf } from './weights';

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

/** @throws MatteError model-missing, model-corrupt; whatever ORT throws when the rung cannot run a graph */
export async function createOrtSegmenter(rung: Backend, quality: Quality, read: ReadModelFile): Promise<LiveSegmenter> {
  const recipe = recipeFor(rung, quality);
  const made = await Promise.allSettled([
    createNetwork(rung, modelSpec('isnet'), read),
    createNetwork(rung, modelSpec('u2netp'), read),
  ]);
  const [isnet, u2netp] = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const release = async () => void (await Promise.all([isnet?.release(), u2netp?.release()]));
  if (!isnet || !u2netp) {
    await release();
    throw made.find((each) => each.status === 'rejected')?.reason;
  }
  return {
    detail: recipe.detail.map(isnet.look),
    context: u2netp.look(recipe.context),
    lost: rung.startsWith('webgpu') ? deviceLost() : NEVER,
    release,
  };
}

/** One network, in memory once, however many sizes it looks at. */
interface Network {
  look(look: Look): Net;
  release(): Promise<void>;
}

async function createNetwork(rung: Backend, spec: ModelSpec, read: ReadModelFile): Promise<Network> {
  const graph = graphFor(rung, spec);
  const [model, halves] = await Promise.all([read(graph.file), read(spec.weights.file)]);
  const making = weightsFor(graph, spec, halves, read).then((weights) => createSession(rung, model, graph, weights));
  // The hash runs on a thread of its own while ORT compiles; whatever ORT made of damaged weights is thrown away.
  const [created, check] = await Promise.allSettled([making, checkWeights(halves, spec.weights)]);
  if (check.status === 'fulfilled' && !check.value.ok) {
    if (created.status === 'fulfilled') await created.value.release();
    throw matteError('model-corrupt', `${spec.weights.file}: ${check.value.reason}`);
  }
  if (created.status === 'rejected') throw created.reason;
  const session = created.value;
  return {
    look: ({ side, flip }) => ({
      input: { inputSize: side, mean: spec.mean, scale: spec.scale },
      flip,
      segment: (tensor) => runSession(session, graph, tensor),
    }),
    release: () => session.release(),
  };
}

/** WASM does bytes 1.5 to 2 times as fast as floats, for nearly the same matte; GPUs have no int8 operators in ORT. */
function graphFor(rung: Backend, { graphs }: ModelSpec): GraphSpec | Int8GraphSpec {
  if (rung === 'webgpu-fp16') return graphs.f16;
  return rung === 'webgpu-fp32' ? graphs.f32 : (graphs.i8 ?? graphs.f32);
}

const NEVER = new Promise<string>(() => {});

/** The device is ORT's own, one for all sessions, until all of them are released. */
async function deviceLost(): Promise<string> {
  const { reason, message } = await (await ort.env.webgpu.device).lost;
  return `${reason}: ${message}`;
}

async function weightsFor(
  graph: GraphSpec | Int8GraphSpec,
  spec: ModelSpec,
  halves: ArrayBuffer,
  read: ReadModelFile,
): Promise<ArrayBuffer> {
  // A file cut short has no numbers to convert: the check says what is wrong with it.
  if (halves.byteLength !== spec.weights.bytes) return new ArrayBuffer(0);
  if (graph.inputType === 'float16') return halves;
  if (!('layout' in graph)) return widenHalf(halves).buffer;
  const layout: Int8Layout = JSON.parse(new TextDecoder().decode(await read(graph.layout.file)));
  return roundToInt8(halves, layout).buffer;
}

function createSession(
  rung: Backend,
  model: ArrayBuffer,
  graph: GraphSpec,
  weights: ArrayBuffer,
): Promise<ort.InferenceSession> {
  const options: ort.InferenceSession.SessionOptions = {
    executionProviders: [rung.startsWith('webgpu') ? 'webgpu' : 'wasm'],
    graphOptimizationLevel: 'all',
    // Bytes, not a Float32Array: ORT would convert that number by number and fail.
    externalData: [{ path: graph.weightsPath, data: new Uint8Array(weights) }],
  };
  return inTurn(() => ort.InferenceSession.create(new Uint8Array(model), options));
}

let lastMade: Promise<void> = Promise.resolve();

/** Side by side, ORT 1.30 refuses the second: "another WebGPU EP inference session is being created". */
function inTurn<Made>(make: () => Promise<Made>): Promise<Made> {
  const made = lastMade.then(make);
  lastMade = made.then(
    () => {},
    () => {},
  );
  return made;
}

async function runSession(
  session: ort.InferenceSession,
  graph: GraphSpec,
  { width, height, data }: Tensor,
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
