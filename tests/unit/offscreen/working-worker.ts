/**
 * The engine worker in this process: the real ladder and the real pipeline, with sharp in place of the browser's codecs
 * and a network that finds what is red. Scenes of tests/fixtures are red all over.
 */
import sharp from 'sharp';
import type { FromWorker, Order, Reply, ToWorker } from '@/entrypoints/offscreen/worker-protocol';
import { codeOf, matteError } from '@/utils/errors';
import { guarded } from '@/utils/inference/guarded';
import { createLadder, type LiveSegmenter } from '@/utils/inference/ladder';
import type { Backend } from '@/utils/jobs/job';
import { cutout } from '@/utils/pipeline/cutout';
import type { Codec, Net, Segmenter, Stage } from '@/utils/pipeline/ports';

export type SegmenterFor = (rung: Backend) => Segmenter;

const SIZE = 256;

/** A segmenter of one network, which answers for one look. */
export function looking(segment: Net['segment']): Segmenter {
  const input = { inputSize: SIZE, mean: [0, 0, 0], scale: [255, 255, 255] } as const;
  return { detail: [{ input, flip: false, segment }], context: null };
}

export const seeRed: Net['segment'] = async ({ width, height, data }) => {
  const plane = width * height;
  const alpha = new Float32Array(plane).map((_, i) => {
    const [red = 0, green = 0] = [data[i], data[i + plane]];
    return Math.min(1, Math.max(0, (red - green) * 6 - 0.2));
  });
  return { width, height, data: alpha };
};

export const findRed: SegmenterFor = () => looking(seeRed);

const codec: Codec<Blob> = {
  decode: async (file) => {
    const decoded = sharp(Buffer.from(await file.arrayBuffer()))
      .ensureAlpha()
      .raw();
    const { data, info } = await decoded.toBuffer({ resolveWithObject: true }).catch((error) => {
      throw matteError('decode-failed', String(error), error);
    });
    return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
  },
  encode: async ({ width, height, data }) => {
    const open = () => sharp(Buffer.from(data), { raw: { width, height, channels: 4 } });
    const png = new Blob([new Uint8Array(await open().png().toBuffer())]);
    return { png, preview: new Blob([new Uint8Array(await open().resize(32).webp().toBuffer())]) };
  },
};

export class WorkingWorker extends EventTarget {
  terminated = false;
  private readonly ladder;

  constructor(rungs: readonly Backend[], segmenterFor: SegmenterFor) {
    super();
    const create = async (rung: Backend) =>
      guarded(rung, { ...segmenterFor(rung), lost: new Promise(() => {}), release: async () => {} });
    const plan = rungs.map((rung) => ({ rung, refusal: null }));
    this.ladder = createLadder<LiveSegmenter>({ plan, create, failed: () => {}, works: () => {} });
  }

  async postMessage({ id, fallen: _, ...order }: ToWorker): Promise<void> {
    const tell = (reply: Reply) => {
      const data: FromWorker = { ...reply, id };
      if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data }));
    };
    try {
      tell(await this.obey(order, (stage) => tell({ type: 'stage', stage })));
    } catch (error) {
      tell({ type: 'failed', code: codeOf(error), detail: String(error) });
    }
  }

  terminate(): void {
    this.terminated = true;
  }

  private async obey(order: Order, onStage: (stage: Stage) => void): Promise<Reply> {
    if (order.type === 'start') {
      await this.ladder.start();
      return { type: 'started' };
    }
    const { result, backend, why } = await this.ladder.run(async (segmenter) => {
      const result = await cutout(order.picture, { codec, segmenter, onStage, maxPixels: order.wish.maxPixels });
      return !result.ok && result.reason === 'broken-output' ? { ok: false } : { ok: true, result };
    });
    if (result.ok) return { type: 'answer', answer: { ...result, backend, why } };
    return { type: 'answer', answer: { ok: false, reason: 'no-subject', anyway: { ...result.anyway, backend, why } } };
  }
}
