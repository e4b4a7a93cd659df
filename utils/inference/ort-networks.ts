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
import { lossSignal, onRung, RungFault } from './rung-fault';
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

/**
 * Whether ORT has lost its device in this worker. It is then asked for nothing more, not even to release: a run may still
 * be suspended in it, and wakes up in sessions that are gone: 4 of 24 pictures hung (decision 13).
 */
let hasLost = false;

/**
 * @throws MatteError model-missing, model-corrupt; RungFault when the rung cannot run a graph, or its device is lost;
 * FreshWorkerNeeded when it was lost before
 */
export async function createOrtNetworks(
  rung: Backend,
  asked: readonly Asked[],
  read: ReadModelFile,
): Promise<Networks> {
  if (hasLost) throw new FreshWorkerNeeded('the runtime has lost its device here');
  const making = asked.map(({ spec }) => createOne(rung, spec, read));
  const lost = rung.startsWith('webgpu') ? deviceLost(making) : NEVER_LOST;
  let isReleased = false; // which ends its device as well
  void lost.then(() => (hasLost ||= !isReleased));
  const release = async () => {
    isReleased = true;
    if (!hasLost) await Promise.all((await madeOf(making)).map((session) => session.release()));
  };
  try {
    const sessions = await onRung(rung, 'start', lossSignal(lost), Promise.all(making));
    const nets = asked.map(({ spec, looks }, i) => {
      const session = sessions[i] as ort.InferenceSession;
      return looks.map((look) => netFor(spec, look, (tensor) => runSession(session, graphFor(rung, spec), tensor)));
    });
    return { nets, lost, release };
  } catch (fault) {
    hasLost ||= fault instanceof RungFault && fault.reason === 'device-lost';
    await release();
    throw fault;
  }
}

async function madeOf(making: readonly Promise<ort.InferenceSession>[]): Promise<ort.InferenceSession[]> {
  const ends = await Promise.allSettled(making);
  return ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
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

/** The device is ORT's own, one for all sessions, made with the first of them until all are released. */
async function deviceLost(making: readonly Promise<ort.InferenceSession>[]): Promise<string> {
  await Promise.any(making).catch(() => {}); // it may have failed because of the loss
  const device: GPUDevice | undefined = await ort.env.webgpu.device;
  if (!device) return NEVER_LOST;
  const { reason, message } = await device.lost;
  return `${reason}: ${message}`;
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
