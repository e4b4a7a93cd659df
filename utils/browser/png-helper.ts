/**
 * Half of a PNG on another thread: it is the last and longest of the pixel stages, and ORT's threads are idle by then. The
 * photo is in shared memory, so nothing is copied but the file. Whatever goes wrong with the helper, this thread does it
 * all: two threads are quicker, never needed.
 */
import { type Band, type EncodedBand, encodeBand, joinBands } from '../pipeline/png';
import type { Raster } from '../pipeline/raster';

/** What the helper gets, and answers with an EncodedBand; it says `'ready'` once it can be asked. */
export interface BandOrder {
  readonly raster: Raster;
  readonly band: Band;
}

export interface PngHelper {
  /** Starts the other thread, if it does not run yet, so that it is there when it is needed. */
  prepare(): void;
  /** The parts of the file. Gives the other thread up afterwards, with its hold on the photo's memory. */
  encode(raster: Raster): Promise<Uint8Array<ArrayBuffer>[]>;
}

/** A band of 50 MP takes 3 s on a slow machine; a helper that is silent for longer is dead. */
const PATIENCE_MS = 15_000;
/** Below that the file takes less than 50 ms. */
const LEAST_PIXELS = 1_000_000;

export function createPngHelper(makeWorker: () => Worker): PngHelper {
  let helper: { worker: Worker; ready: boolean } | null = null;

  function give(): void {
    helper?.worker.terminate();
    helper = null;
  }

  return {
    prepare() {
      if (helper || typeof SharedArrayBuffer === 'undefined') return;
      const made = { worker: makeWorker(), ready: false };
      made.worker.addEventListener(
        'message',
        () => {
          made.ready = true;
        },
        { once: true },
      );
      made.worker.addEventListener('error', () => {
        made.ready = false;
      });
      helper = made;
    },

    async encode(raster) {
      // Lets a 'ready' in that waits behind the stages before.
      if (helper && !helper.ready) await new Promise((resolve) => setTimeout(resolve));
      const { width, height, data } = raster;
      const shared = !(data.buffer instanceof ArrayBuffer);
      const middle = helper?.ready && shared && width * height >= LEAST_PIXELS ? Math.ceil(height / 2) : height;
      const below = { top: middle, end: height };
      const answer = helper && middle < height ? ask(helper.worker, { raster, band: below }) : null;
      const bands = [encodeBand(raster, { top: 0, end: middle })];
      if (answer) bands.push((await answer) ?? encodeBand(raster, below));
      if (answer) give();
      return joinBands(raster, bands);
    },
  };
}

/** @returns null when there is no answer to be had */
function ask(worker: Worker, order: BandOrder): Promise<EncodedBand | null> {
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<EncodedBand>) => resolve(data), { once: true });
    worker.addEventListener('error', () => resolve(null), { once: true });
    setTimeout(() => resolve(null), PATIENCE_MS);
    worker.postMessage(order);
  });
}
