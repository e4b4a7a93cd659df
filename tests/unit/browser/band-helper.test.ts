/** Both ways to the picture, read back by libpng; the other thread is played by an object that works when it is asked. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type BandOrder, createBandHelper, doBands, helpWithBands } from '../../../utils/browser/band-helper';
import { bandsOf } from '../../../utils/pipeline/bands';
import { compose } from '../../../utils/pipeline/compose';
import { estimateColours } from '../../../utils/pipeline/decontaminate';
import { encodeBands } from '../../../utils/pipeline/png';
import type { Raster } from '../../../utils/pipeline/raster';
import { refine } from '../../../utils/pipeline/refine';
import { workingCopy } from '../../../utils/pipeline/working-copy';

interface Message {
  readonly order: BandOrder;
  readonly answer: MessagePort;
}
type Play = (message: Message, worker: FakeWorker) => void;

class FakeWorker extends EventTarget {
  ended = false;
  asked: BandOrder[] = [];
  constructor(private readonly play: Play) {
    super();
  }
  postMessage(message: Message) {
    this.asked.push(message.order);
    this.play(message, this);
  }
  terminate() {
    this.ended = true;
  }
}

/** Before this thread takes a band: two of them, as if the other were not quick. */
const obey: Play = ({ order, answer }) => {
  const end = bandsOf(order.raster, order.state);
  if (order.task.type === 'compose') return answer.postMessage(helpWithBands(order));
  Atomics.store(order.state, 1, 1);
  const two = [end(), end()];
  answer.postMessage(encodeBands(order.raster, () => two.shift() ?? null));
};
const late: Play = ({ order, answer }) => setTimeout(() => answer.postMessage(helpWithBands(order)));
/** With a band in hand. */
const die: Play = ({ order: { raster, state } }, worker) => {
  Atomics.store(state, 1, 1);
  bandsOf(raster, state)();
  queueMicrotask(() => worker.dispatchEvent(new Event('error')));
};

const WIDTH = 1201;
const HEIGHT = 903;

/** Grain, and alpha of all values. */
function painted(buffer: ArrayBufferLike = new SharedArrayBuffer(WIDTH * HEIGHT * 4)): Raster {
  const data = new Uint8ClampedArray(buffer);
  for (let i = 0; i < data.length; i++) data[i] = (Math.imul(i, 2654435761) >>> 27) + (i >> 14);
  return { width: WIDTH, height: HEIGHT, data };
}

const bytesOf = ({ data }: Raster) => new Uint8Array(data.buffer);

function helperWith(play: Play) {
  const workers: FakeWorker[] = [];
  const helper = createBandHelper(() => {
    workers.push(new FakeWorker(play));
    return workers.at(-1) as unknown as Worker;
  });
  helper.prepare();
  return { helper, workers };
}

async function encode(raster: Raster, play: Play) {
  const { helper, workers } = helperWith(play);
  const file = Buffer.concat(await helper.encode(raster)());
  return { pixels: await sharp(file).raw().toBuffer(), workers };
}

describe('the PNG of two threads', () => {
  it.each([
    ['some bands from the other', obey],
    ['none from one that comes late', late],
    ['those again that died with the other', die],
  ])('holds the same pixels, %s', async (_, play) => {
    const raster = painted();
    expect((await encode(raster, play)).pixels.equals(bytesOf(raster))).toBe(true);
  });

  it('lets go of the thread that has seen the photo, so that its memory is free', async () => {
    expect((await encode(painted(), obey)).workers.map(({ ended }) => ended)).toEqual([true]);
  });

  it('is made here rather than by a thread that could only get a copy', async () => {
    const raster = painted(new ArrayBuffer(WIDTH * HEIGHT * 4));
    const { pixels, workers } = await encode(raster, obey);
    expect(pixels.equals(bytesOf(raster))).toBe(true);
    expect(workers[0]?.asked).toEqual([]);
  });
});

describe('composing on two threads', () => {
  function scene() {
    const raster = painted();
    for (let i = 3; i < raster.data.length; i += 4) raster.data[i] = 255;
    const matte = { width: 64, height: 64, data: Float32Array.from({ length: 4096 }, (_, i) => (i % 64) / 63) };
    const copy = workingCopy(raster, matte);
    const model = refine(copy);
    return { raster, model, colours: estimateColours(copy, model) };
  }

  it('is the same as on one, whoever takes which band', async () => {
    const { raster, model, colours } = scene();
    const expected = compose({ ...raster, data: raster.data.slice() }, model, colours);
    const states: Int32Array[] = [];
    const { helper } = helperWith(({ order, answer }) => {
      states.push(order.state);
      Atomics.store(order.state, 1, 1);
      const take = bandsOf(order.raster, order.state);
      const first = [take()];
      compose(order.raster, model, colours, () => first.shift() ?? null);
      answer.postMessage([]);
    });
    await helper.compose(raster, model, colours);
    expect(bytesOf(raster).every((byte, i) => byte === expected.data[i])).toBe(true);
    expect(states).toHaveLength(1);
  });

  it('fails when the other thread dies on a band, which cannot be composed twice', async () => {
    const { raster, model, colours } = scene();
    const { helper } = helperWith(die);
    await expect(helper.compose(raster, model, colours)).rejects.toMatchObject({ code: 'engine-crashed' });
  });

  it('takes all bands where there is no other thread', () => {
    const { raster, model, colours } = scene();
    const expected = compose({ ...raster, data: raster.data.slice() }, model, colours);
    doBands({ task: { type: 'compose', model, colours }, raster, state: new Int32Array(2) });
    expect(bytesOf(raster).every((byte, i) => byte === expected.data[i])).toBe(true);
  });
});
