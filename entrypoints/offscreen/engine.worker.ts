/** The engine worker: one warm ladder and every pixel stage. chrome.* does not exist here, IndexedDB does. */
import { createBandHelper } from '@/utils/browser/band-helper';
import { createCanvasCodec } from '@/utils/browser/codec';
import { MatteDb } from '@/utils/db';
import { codeOf, type ErrorCode, matteError } from '@/utils/errors';
import { probeMachine } from '@/utils/inference/backend';
import { gatherCrew } from '@/utils/inference/cpu/crew';
import { guarded } from '@/utils/inference/guarded';
import type { Ladder, LiveSegmenter } from '@/utils/inference/ladder';
import { createLadders } from '@/utils/inference/ladders';
import { configureOrt } from '@/utils/inference/ort-networks';
import { largestSide } from '@/utils/inference/recipe';
import { createSegmenter } from '@/utils/inference/segmenter';
import { createThreadGate, FreshWorkerNeeded, threadsOf } from '@/utils/inference/thread-gate';
import type { CutoutAnswer, CutoutWish } from '@/utils/jobs/run-job';
import { cutout } from '@/utils/pipeline/cutout';
import type { Stage } from '@/utils/pipeline/ports';
import type { Raster } from '@/utils/pipeline/raster';
import { createRungMemory } from './rung-memory';
import type { Order, Reply, ToWorker } from './worker-protocol';

type Tell = (reply: Reply, moved?: Transferable[]) => void;

const wasmPaths = new URL('/ort/', self.location.origin).href;
const helper = createBandHelper(() => new Worker(new URL('./band.worker.ts', import.meta.url), { type: 'module' }));
const codec = createCanvasCodec(helper);
const makeKernelWorker = () => new Worker(new URL('./kernel.worker.ts', import.meta.url), { type: 'module' });
const useThreads = createThreadGate((threads) => configureOrt({ wasmPaths, threads }));

const ladderFor = createLadders<LiveSegmenter>({
  probe: () => probeMachine(self),
  create: async (rung, quality, machine) => {
    const threads = threadsOf(rung, machine, navigator.hardwareConcurrency);
    const segmenter = await createSegmenter(rung, quality, {
      read: async (name) => (await fetchOwn(`/models/${name}`)).arrayBuffer(),
      kernels: async () => WebAssembly.compileStreaming(fetchOwn('/kernels/kernels.wasm')),
      gather: (invitation) => gatherCrew(makeKernelWorker, threads - 1, invitation),
      beforeOrt: () => useThreads(threads),
    });
    return guarded(rung, segmenter);
  },
  inputSide: largestSide,
  memory: createRungMemory(new MatteDb()),
  browser: navigator.userAgent,
  now: Date.now,
});

self.onmessage = async ({ data: { id, fallen, ...order } }: MessageEvent<ToWorker>) => {
  const tell: Tell = (reply, moved = []) => self.postMessage({ ...reply, id }, { transfer: moved });
  const ladder = await ladderFor(order.wish, fallen);
  try {
    tell(await obey(ladder, order, tell));
  } catch (error) {
    if (error instanceof FreshWorkerNeeded) tell({ type: 'fresh-worker', fallen: ladder.fallen() });
    else tell({ type: 'failed', code: faultCode(error), detail: String(error) });
  }
};

function faultCode(error: unknown): ErrorCode {
  return error instanceof RangeError ? 'out-of-memory' : codeOf(error);
}

async function obey(ladder: Ladder<LiveSegmenter>, order: Order, tell: Tell): Promise<Reply> {
  if (order.type === 'cutout') return { type: 'answer', answer: await cut(ladder, order, tell) };
  await ladder.start();
  return { type: 'started' };
}

async function cut(
  ladder: Ladder<LiveSegmenter>,
  { picture, wish }: { readonly picture: Blob; readonly wish: CutoutWish },
  tell: Tell,
): Promise<CutoutAnswer> {
  const ports = {
    codec,
    compose: helper.compose,
    maxPixels: wish.maxPixels,
    onStage: (stage: Stage) => tell({ type: 'stage', stage }),
    onFirstLook: (look: Raster) => tell({ type: 'first-look', look }, [look.data.buffer]),
  };
  const { result, backend, why } = await ladder.run(async (segmenter) => {
    const outcome = await cutout(picture, { ...ports, segmenter });
    return !outcome.ok && outcome.reason === 'broken-output' ? { ok: false } : { ok: true, result: outcome };
  });
  if (result.ok) return { ...result, backend, why };
  return { ok: false, reason: 'no-subject', anyway: { ...result.anyway, backend, why } };
}

async function fetchOwn(path: string): Promise<Response> {
  const response = await fetch(path).catch((error) => {
    throw matteError('model-missing', path, error);
  });
  if (!response.ok) throw matteError('model-missing', path);
  return response;
}
