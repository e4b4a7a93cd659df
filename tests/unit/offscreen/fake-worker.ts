/** A worker that does nothing by itself: the test reads its orders and sends its replies. */
import { createEngineHost } from '@/entrypoints/offscreen/engine-host';
import type { FromWorker, Reply, ToWorker } from '@/entrypoints/offscreen/worker-protocol';
import type { EngineWish } from '@/utils/jobs/job';
import type { Cut, CutoutAnswer } from '@/utils/jobs/run-job';
import type { Stage } from '@/utils/pipeline/ports';
import type { Raster } from '@/utils/pipeline/raster';

export class FakeWorker extends EventTarget {
  readonly orders: ToWorker[] = [];
  terminated = false;

  postMessage(order: ToWorker): void {
    this.orders.push(order);
  }

  terminate(): void {
    this.terminated = true;
  }

  /** Answers an order, the last one unless told otherwise. A terminated worker is not heard. */
  reply(reply: Reply, order = this.orders.at(-1)): void {
    if (!order) throw new Error('nothing was ordered');
    const data: FromWorker = { ...reply, id: order.id };
    if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  crash(message = 'out of memory'): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

/** Makes workers and remembers them. */
function workshop() {
  const made: FakeWorker[] = [];
  const make = () => {
    const worker = new FakeWorker();
    made.push(worker);
    return worker as unknown as Worker;
  };
  /** The worker in use, once it has been given `orders` orders. */
  const atWork = async (orders = 1): Promise<FakeWorker> => {
    for (let turn = 0; turn < 100; turn++) {
      const worker = made.at(-1);
      if (worker && worker.orders.length >= orders) return worker;
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error('no worker was given that many orders');
  };
  return { made, make, atWork };
}

export const picture = new Blob(['a picture that only the decoder can judge']);
export const WISH: EngineWish = { backend: 'auto', quality: 'balanced' };
const CUT: Cut = { png: picture, preview: picture, width: 4, height: 3, backend: 'wasm', why: [] };
export const ANSWER: CutoutAnswer = { ok: true, ...CUT };

/** An engine and the workers that it makes. */
export function createHost() {
  const shop = workshop();
  const looks: string[] = [];
  const toFile = async ({ width, height }: Raster) => new Blob([`${width} × ${height}`]);
  const engine = createEngineHost(shop.make, toFile);
  const stages: Stage[] = [];
  const onFirstLook = async (look: Blob) => void looks.push(await look.text());
  const user = new AbortController();
  return {
    ...shop,
    stages,
    looks,
    user,
    start: () => engine.start(WISH, user.signal),
    cutout: (file = picture, signal = user.signal) =>
      engine.cutout(file, WISH, { onStage: (stage) => stages.push(stage), onFirstLook }, signal),
    /** Whether the next order goes to a worker made for it. */
    nextIsFresh: async () => {
      const before = shop.made.length;
      void engine.start(WISH, new AbortController().signal).catch(() => {});
      await new Promise((resolve) => setImmediate(resolve));
      return shop.made.length > before;
    },
  };
}
