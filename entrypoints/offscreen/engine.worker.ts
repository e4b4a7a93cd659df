/** The engine worker: one warm session and every pixel stage. chrome.* does not exist here. */
import { canvasCodec } from '@/utils/browser/codec';
import { codeOf, matteError } from '@/utils/errors';
import { probeMachine, rungsFor } from '@/utils/inference/backend';
import { createLadder } from '@/utils/inference/ladder';
import { modelSpec } from '@/utils/inference/model-table';
import { configureOrt, createOrtSegmenter } from '@/utils/inference/ort-segmenter';
import type { BackendChoice } from '@/utils/jobs/job';
import type { CutoutAnswer } from '@/utils/jobs/run-job';
import { cutout } from '@/utils/pipeline/cutout';
import type { Stage } from '@/utils/pipeline/ports';
import type { Order, Reply, ToWorker } from './worker-protocol';

/** More than four threads gain little on IS-Net and starve the page's own. */
const MAX_THREADS = 4;
const spec = modelSpec('isnet');
type Ladder = ReturnType<typeof createLadder>;
const ladders = new Map<BackendChoice, Promise<Ladder>>();

self.onmessage = async ({ data: { id, ...order } }: MessageEvent<ToWorker>) => {
  const tell = (reply: Reply) => self.postMessage({ ...reply, id });
  try {
    tell(await obey(order, (stage) => tell({ type: 'stage', stage })));
  } catch (error) {
    tell({
      type: 'failed',
      code: error instanceof RangeError ? 'out-of-memory' : codeOf(error),
      detail: String(error),
    });
  }
};

async function obey(order: Order, onStage: (stage: Stage) => void): Promise<Reply> {
  const ladder = await ladderFor(order.backend);
  if (order.type === 'cutout') return { type: 'answer', answer: await cut(ladder, order.picture, onStage) };
  await ladder.segmenter();
  return { type: 'started' };
}

/** One ladder per choice, made once, also for orders that come while it is being made. */
function ladderFor(backend: BackendChoice): Promise<Ladder> {
  const ladder = ladders.get(backend) ?? makeLadder(backend);
  ladders.set(backend, ladder);
  return ladder;
}

async function makeLadder(backend: BackendChoice): Promise<Ladder> {
  const machine = await probeMachine(self);
  configureOrt({
    wasmPaths: new URL('/ort/', self.location.origin).href,
    threads: machine.threads ? Math.min(MAX_THREADS, navigator.hardwareConcurrency) : 1,
  });
  return createLadder(rungsFor(backend, machine), (rung) => createOrtSegmenter(rung, spec, readModelFile));
}

async function cut(ladder: Ladder, picture: Blob, onStage: (stage: Stage) => void): Promise<CutoutAnswer> {
  const { result, backend } = await ladder.run(async (segmenter) => {
    const outcome = await cutout(picture, { codec: canvasCodec, segmenter, onStage });
    return !outcome.ok && outcome.reason === 'broken-output' ? { ok: false } : { ok: true, result: outcome };
  });
  return result.ok ? { ...result, backend } : { ok: false, reason: 'no-subject' };
}

async function readModelFile(name: string): Promise<ArrayBuffer> {
  const response = await fetch(`/models/${name}`).catch((error) => {
    throw matteError('model-missing', name, error);
  });
  if (!response.ok) throw matteError('model-missing', name);
  return response.arrayBuffer();
}
