/** Both ways to the file, read back by libpng; the other thread is played by an object that encodes when it is asked. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type BandOrder, createPngHelper } from '../../../utils/browser/png-helper';
import { encodeBand } from '../../../utils/pipeline/png';
import type { Raster } from '../../../utils/pipeline/raster';

type Play = (order: BandOrder, worker: FakeWorker) => void;

class FakeWorker extends EventTarget {
  ended = false;
  asked: BandOrder[] = [];
  constructor(private readonly play: Play) {
    super();
  }
  say(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  postMessage(order: BandOrder) {
    this.asked.push(order);
    queueMicrotask(() => this.play(order, this));
  }
  terminate() {
    this.ended = true;
  }
}

const obey: Play = ({ raster, band }, worker) => worker.say(encodeBand(raster, band));
const die: Play = (_, worker) => worker.dispatchEvent(new Event('error'));

const WIDTH = 1201;
const HEIGHT = 903;

/** Grain, and alpha of all values. */
function painted(buffer: ArrayBufferLike = new SharedArrayBuffer(WIDTH * HEIGHT * 4)): Raster {
  const data = new Uint8ClampedArray(buffer);
  for (let i = 0; i < data.length; i++) data[i] = (Math.imul(i, 2654435761) >>> 27) + (i >> 14);
  return { width: WIDTH, height: HEIGHT, data };
}

const bytesOf = ({ data }: Raster) => new Uint8Array(data.buffer);

async function run(raster: Raster, { play = obey, ready = true }: { play?: Play; ready?: boolean } = {}) {
  const workers: FakeWorker[] = [];
  const helper = createPngHelper(() => {
    workers.push(new FakeWorker(play));
    return workers.at(-1) as unknown as Worker;
  });
  helper.prepare();
  if (ready) workers[0]?.say('ready');
  const file = Buffer.concat(await helper.encode(raster));
  return { pixels: await sharp(file).raw().toBuffer(), workers };
}

describe('the PNG of two threads', () => {
  it('holds the same pixels, half of them from each', async () => {
    const raster = painted();
    const { pixels, workers } = await run(raster);
    expect(pixels.equals(bytesOf(raster))).toBe(true);
    expect(workers.map(({ asked }) => asked.map(({ band }) => band))).toEqual([[{ top: 452, end: 903 }]]);
  });

  it('lets go of the thread that has seen the photo, so that its memory is free', async () => {
    expect((await run(painted())).workers.map(({ ended }) => ended)).toEqual([true]);
  });

  it('is made here when the other thread dies', async () => {
    const raster = painted();
    expect((await run(raster, { play: die })).pixels.equals(bytesOf(raster))).toBe(true);
  });

  it.each([
    ['that has not started yet', () => painted(), false],
    ['that could only get a copy', () => painted(new ArrayBuffer(WIDTH * HEIGHT * 4)), true],
  ])('is made here rather than by a thread %s', async (_, paint, ready) => {
    const raster = paint();
    const { pixels, workers } = await run(raster, { ready });
    expect(pixels.equals(bytesOf(raster))).toBe(true);
    expect(workers[0]?.asked).toEqual([]);
  });
});
