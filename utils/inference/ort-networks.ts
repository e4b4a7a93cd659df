/** The only file that knows onnxruntime-web: sessions on a GPU, and of networks that have no plan. Runs in the engine worker. */
import * as ort from 'onnxruntime-web/jspi';
import { matteError } from '../errors';
import type { Backend } from '../jobs/job';
import type { Tensor } from '../pipeline/ports';
import type { Matte } from '../pipeline/raster';
import type { GraphSpec, ModelSpec } from './model-table';
import {
  type Asked,
  NEVER_LOST,
  type Networks,
  netFor,
  type ReadModelFile,
  readWeights,
  verifyWeights,
} from './network';
import { FreshWorkerNeeded } from './thread-gate';
import { widenHalf } from './weights';

export interface OrtHome {
  /** Absolute address of the folder with ORT's .mjs and .wasm. */
  readonly wasmPaths: string;
  readonly threads: number;
}

/** Tells ORT where its files are and how many threads it may use; once per worker, before the first session. */
export function configureOrt({ wasmPaths, threads }: OrtHome): void {
  ort.env.wasm.wasmPaths = wasmPaths;
  ort.env.wasm.numThreads = threads;
}

/** @throws MatteError model-missing, model-corrupt; whatever ORT throws when the rung cannot run a graph */
export async function createOrtNetworks(
  rung: Backend,
  asked: readonly Asked[],
  read: ReadModelFile,
): Promise<Networks> {
  const making = Promise.allSettled(asked.map(({ spec }) => createOne(rung, spec, read)));
  const made = await (rung.startsWith('webgpu') && hasLost ? inTime(making) : making);
  const sessions = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const release = async () => void (await Promise.all(sessions.map((session) => session.release())));
  if (sessions.length < asked.length) {
    await release();
    throw made.find((each) => each.status === 'rejected')?.reason;
  }
  return {
    nets: asked.map(({ spec, looks }, i) => {
      const session = sessions[i] as ort.InferenceSession;
      return looks.map((look) => netFor(spec, look, (tensor) => runSession(session, graphFor(rung, spec), tensor)));
    }),
    lost: rung.startsWith('webgpu') ? deviceLost() : NEVER_LOST,
    release,
  };
}

async function createOne(rung: Backend, spec: ModelSpec, read: ReadModelFile): Promise<ort.InferenceSession> {
  const graph = graphFor(rung, spec);
  const [model, halves] = await Promise.all([read(graph.file), readWeights(spec, read)]);
  const weights = graph.inputType === 'float16' ? halves : widenHalf(halves).buffer;
  // The hash is taken while ORT compiles; whatever ORT made of damaged weights is thrown away.
  const [created, verified] = await Promise.allSettled([
    createSession(rung, model, graph, weights),
    verifyWeights(halves, spec),
  ]);
  if (created.status === 'fulfilled' && verified.status === 'fulfilled') return created.value;
  if (created.status === 'fulfilled') await created.value.release();
  throw [verified, created].find((each) => each.status === 'rejected')?.reason;
}

function graphFor(rung: Backend, { graphs }: ModelSpec): GraphSpec {
  return rung === 'webgpu-fp16' ? graphs.f16 : graphs.f32;
}

let hasLost = false;

/** The device is ORT's own, one for all sessions, until all of them are released. */
async function deviceLost(): Promise<string> {
  const { reason, message } = await (await ort.env.webgpu.device).lost;
  hasLost = true;
  return `${reason}: ${message}`;
}

/** A start takes 1 s where the GPU is made of software. */
const PATIENCE_MS = 8000;

/**
 * While the GPU's process starts anew, ORT's request for an adapter may stay unanswered for ever (3 of 21 crashes with
 * SwiftShader), and whatever it is asked afterwards waits for it: only another worker goes on.
 * @throws FreshWorkerNeeded
 */
function inTime<Made>(making: Promise<Made>): Promise<Made> {
  return new Promise((resolve, reject) => {
    const silence = () => reject(new FreshWorkerNeeded('the graphics card does not answer since its device was lost'));
    const timer = setTimeout(silence, PATIENCE_MS);
    void making.then(resolve, reject).finally(() => clearTimeout(timer));
  });
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
