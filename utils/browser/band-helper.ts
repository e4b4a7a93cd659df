/**
 * The bands of a photo (pipeline/bands.ts) on two threads, once ORT's are idle: composing it, and writing its PNG. The photo is
 * in shared memory, so nothing is copied but models and file. Whatever is wrong with the helper, this thread does it all:
 * two threads are quicker, never needed.
 */
import { matteError } from '../errors';
import { type Band, bandsOf } from '../pipeline/bands';
import { compose } from '../pipeline/compose';
import type { Compose } from '../pipeline/cutout';
import type { Colours } from '../pipeline/decontaminate';
import { type EncodedBand, encodeBands, joinBands } from '../pipeline/png';
import type { Raster } from '../pipeline/raster';
import type { AlphaModel } from '../pipeline/refine';

/** What is to be done with each band. */
export type BandTask =
  | { readonly type: 'compose'; readonly model: AlphaModel; readonly colours: Colours }
  | { readonly type: 'encode' };

export interface BandOrder {
  readonly task: BandTask;
  readonly raster: Raster;
  /** Shared: how many bands are taken, and whether the helper has begun. */
  readonly state: Int32Array;
}

const BEGUN = 1;

export interface BandHelper {
  /** Starts the other thread, if it does not run yet, so that it is there when it is needed. */
  prepare(): void;
  readonly compose: Compose;
  /**
   * The other thread begins with the PNG; this one when the answer is called, which gives the parts of the file. Gives the
   * other thread up afterwards, with its hold on the photo's memory.
   */
  encode(raster: Raster): () => Promise<Uint8Array<ArrayBuffer>[]>;
}

/** A band takes .1 s on a slow machine, and a helper has one in hand when this thread is done. */
const PATIENCE_MS = 15_000;
/** Below that a stage takes less than 50 ms. */
const LEAST_PIXELS = 1_000_000;

/** Does what is left of the order, in whatever thread; only encoding has anything to answer. */
export function doBands({ task, raster, state }: BandOrder): EncodedBand[] {
  const take = bandsOf(raster, state);
  if (task.type === 'encode') return encodeBands(raster, take);
  compose(raster, task.model, task.colours, take);
  return [];
}

/** In the helper. Said before the first band is taken: who has not begun when all are taken has none. */
export function helpWithBands(order: BandOrder): EncodedBand[] {
  Atomics.store(order.state, BEGUN, 1);
  return doBands(order);
}

export function createBandHelper(makeWorker: () => Worker): BandHelper {
  let worker: Worker | null = null;

  /** Gives the order to the other thread; the answer does it in this one, and tells what both have made. */
  function begin(task: BandTask, raster: Raster): () => Promise<EncodedBand[]> {
    const { width, height, data } = raster;
    const shared = !(data.buffer instanceof ArrayBuffer);
    const order = { task, raster, state: new Int32Array(shared ? new SharedArrayBuffer(8) : new ArrayBuffer(8)) };
    const reply = worker && shared && width * height >= LEAST_PIXELS ? ask(worker, order) : null;
    return async () => {
      const own = doBands(order);
      if (!reply || Atomics.load(order.state, BEGUN) === 0) return own;
      const others = await reply;
      // Half a band may be composed, and cannot be composed again.
      if (!others && task.type === 'compose') throw matteError('engine-crashed', 'the helper is gone');
      return [...own, ...(others ?? missing(raster, own))];
    };
  }

  return {
    prepare() {
      if (typeof SharedArrayBuffer !== 'undefined') worker ??= makeWorker();
    },

    async compose(raster, model, colours) {
      await begin({ type: 'compose', model, colours }, raster)();
      return raster;
    },

    encode(raster) {
      const finish = begin({ type: 'encode' }, raster);
      return async () => {
        const bands = await finish();
        worker?.terminate();
        worker = null;
        return joinBands(raster, bands);
      };
    },
  };
}

function missing(raster: Raster, made: readonly EncodedBand[]): EncodedBand[] {
  const there = new Set(made.map(({ top }) => top));
  const all = bandsOf(raster);
  return encodeBands(raster, () => {
    let band: Band | null;
    do band = all();
    while (band && there.has(band.top));
    return band;
  });
}

/** @returns null when there is no answer to be had */
function ask(worker: Worker, order: BandOrder): Promise<EncodedBand[] | null> {
  const { port1, port2 } = new MessageChannel();
  return new Promise<EncodedBand[] | null>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<EncodedBand[]>) => resolve(data);
    worker.addEventListener('error', () => resolve(null), { once: true });
    setTimeout(() => resolve(null), PATIENCE_MS);
    worker.postMessage({ order, answer: port2 }, [port2]);
  }).finally(() => port1.close());
}
