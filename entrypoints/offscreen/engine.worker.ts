/** The engine worker: one warm session and every pixel stage. chrome.* does not exist here. */
import { canvasCodec } from '@/utils/browser/codec';
import { codeOf, matteError } from '@/utils/errors';
import { probeMachine, rungsFor } from '@/utils/inference/backend';
import { createLadder } from '@/utils/inference/ladder';
import { modelSpec } from '@/utils/inference/model-table';
import { configureOrt, createOrtSegmenter } from '@/utils/inference/ort-segmenter';
import type { BackendChoice } from '@/utils/jobs/job';
import { cutout } from '@/utils/pipeline/cutout';
import type { FromWorker, ToWorker } from './worker-protocol';

/** More than four threads gain little on IS-Net and starve the page's own. */
const MAX_THREADS = 4;
const spec = modelSpec('isnet');
const ladders = new Map<BackendChoice, ReturnType<typeof createLadder>>();

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  try {
    if (data.type === 'start') {
      await (await ladderFor(data.backend)).segmenter();
      tell({ type: 'started' });
    } else {
      tell({ type: 'answer', answer: await cut(data.picture, data.backend) });
    }
  } catch (error) {
    tell({
      type: 'failed',
      code: error instanceof RangeError ? 'out-of-memory' : codeOf(error),
      detail: String(error),
    });
  }
};

async function ladderFor(backend: BackendChoice) {
  const ready = ladders.get(backend);
  if (ready) return ready;
  const machine = await probeMachine(self);
  configureOrt({
    wasmPaths: new URL('/ort/', self.location.origin).href,
    threads: machine.threads ? Math.min(MAX_THREADS, navigator.hardwareConcurrency) : 1,
  });
  const ladder = createLadder(rungsFor(backend, machine), (rung) => createOrtSegmenter(rung, spec, readModelFile));
  ladders.set(backend, ladder);
  return ladder;
}

async function cut(picture: Blob, backend: BackendChoice) {
  const ladder = await ladderFor(backend);
  const { result, backend: rung } = await ladder.run(async (segmenter) => {
    const outcome = await cutout(picture, {
      codec: canvasCodec,
      segmenter,
      onStage: (stage) => tell({ type: 'stage', stage }),
    });
    return !outcome.ok && outcome.reason === 'broken-output' ? { ok: false } : { ok: true, result: outcome };
  });
  if (result.ok)
    return { ok: true, png: result.png, width: result.width, height: result.height, backend: rung } as const;
  return { ok: false, reason: 'no-subject' } as const;
}

async function readModelFile(name: string): Promise<ArrayBuffer> {
  const response = await fetch(`/models/${name}`).catch((error) => {
    throw matteError('model-missing', name, error);
  });
  if (!response.ok) throw matteError('model-missing', name);
  return response.arrayBuffer();
}

function tell(message: FromWorker): void {
  self.postMessage(message);
}
