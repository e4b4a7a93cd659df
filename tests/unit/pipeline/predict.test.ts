import { describe, expect, it } from 'vitest';
import { fuse } from '../../../utils/pipeline/fuse';
import type { Segmenter, Tensor } from '../../../utils/pipeline/ports';
import { predict } from '../../../utils/pipeline/predict';
import type { Matte, Raster } from '../../../utils/pipeline/raster';
import { alone, net, painting } from './networks';
import { largestDifference, mirrored, paintMatte, paintRaster, softDisc } from './scenes';

const photo = paintRaster(48, 32, (u, v) => [255 * u, 255 * v, 40, 255]);

/** Asks, and writes down what happens in which order. */
async function ask(segmenter: Segmenter, picture: Raster = photo) {
  const log: string[] = [];
  const noting = (name: string) => (each: Segmenter['detail'][number]) => ({
    ...each,
    segment: (tensor: Tensor) => {
      log.push(name);
      return each.segment(tensor);
    },
  });
  const looks: Matte[] = [];
  const noted = {
    detail: segmenter.detail.map(noting('detail')),
    context: segmenter.context && noting('context')(segmenter.context),
  };
  const matte = await predict(picture, noted, {
    onStage: (stage) => log.push(stage),
    onFirstLook: (look) => {
      log.push('first look');
      looks.push(look);
    },
  });
  return { matte, log, looks };
}

const leftHalf = (u: number) => (u < 0.5 ? 0.9 : 0.1);
const rightHalf = (u: number) => leftHalf(1 - u);
/** Sees as alpha how red the photo is. */
const seeRed = ({ width, height, data }: Tensor): Matte => {
  return { width, height, data: data.slice(0, width * height).map((red) => red / 255) };
};

describe('the order', () => {
  it('is: the small network, its first look, the large one; each stage once', async () => {
    const { log } = await ask({ detail: [painting(32, softDisc)], context: painting(16, softDisc) });
    expect(log).toEqual(['preprocess', 'infer', 'context', 'first look', 'detail']);
  });

  it('is the same for several looks, one after another', async () => {
    const detail = [painting(32, softDisc), painting(24, softDisc)];
    const { log } = await ask({ detail, context: painting(16, softDisc) });
    expect(log).toEqual(['preprocess', 'infer', 'context', 'first look', 'detail', 'detail']);
  });

  it('has no first look without a small network', async () => {
    expect((await ask(alone(painting(32, softDisc)))).log).toEqual(['preprocess', 'infer', 'detail']);
  });
});

describe('the answer', () => {
  it('of one network alone is what it said', async () => {
    const said = paintMatte(32, 32, softDisc);
    expect((await ask(alone(net(32, () => said)))).matte).toBe(said);
  });

  it('of two is what fusing makes of them, and the first look is the small one’s', async () => {
    const context = painting(16, rightHalf);
    const { matte, looks } = await ask({ detail: [painting(32, leftHalf)], context });
    expect(matte).toEqual(fuse(paintMatte(32, 32, leftHalf), paintMatte(16, 16, rightHalf)));
    expect(looks).toEqual([paintMatte(16, 16, rightHalf)]);
  });

  it('shows each network the photo at its own size', async () => {
    const sides: number[] = [];
    const noting = (side: number) =>
      net(side, (tensor) => {
        sides.push(tensor.width, tensor.height, tensor.data.length / 3);
        return seeRed(tensor);
      });
    await ask({ detail: [noting(32)], context: noting(16) });
    expect(sides).toEqual([16, 16, 16 * 16, 32, 32, 32 * 32]);
  });
});

describe('a flipped look', () => {
  it('is shown the mirrored photo, in all three channels', async () => {
    const shown: Float32Array[] = [];
    const watching = (flip: boolean) =>
      net(
        16,
        (tensor) => {
          shown.push(tensor.data.slice());
          return seeRed(tensor);
        },
        flip,
      );
    await ask(alone(watching(false)));
    await ask(alone(watching(true)));
    const [straight, turned] = shown as [Float32Array, Float32Array];
    expect(turned).toEqual(mirrored(straight, 16));
    expect(turned).not.toEqual(straight);
  });

  it('gives a matte that lies as the photo lies', async () => {
    const straight = (await ask(alone(net(16, seeRed)))).matte;
    const turned = (await ask(alone(net(16, seeRed, true)))).matte;
    expect(turned).toEqual(straight);
  });
});

describe('several looks', () => {
  it('are averaged at the largest size', async () => {
    // Slopes, which resizing leaves as they are but for the outermost pixels.
    const detail = [painting(16, (u) => 0.2 + 0.4 * u), painting(32, (_, v) => v), painting(24, (u) => 0.9 - 0.4 * u)];
    const { matte } = await ask({ detail, context: null });
    expect(matte).toMatchObject({ width: 32, height: 32 });
    const inner = (values: Float32Array) => values.filter((_, i) => i % 32 > 1 && i % 32 < 30);
    const expected = paintMatte(32, 32, (_, v) => (1.1 + v) / 3).data;
    expect(largestDifference(inner(matte.data), inner(expected))).toBeLessThan(1e-6);
  });

  it('are averaged before they are fused', async () => {
    const detail = [painting(32, leftHalf), painting(32, softDisc)];
    const { matte } = await ask({ detail, context: painting(32, rightHalf) });
    const average = paintMatte(32, 32, (u, v) => (leftHalf(u) + softDisc(u, v)) / 2);
    expect(largestDifference(matte.data, fuse(average, paintMatte(32, 32, rightHalf)).data)).toBeLessThan(1e-6);
  });
});

describe('nonsense', () => {
  const nonsense = (value: number) => painting(16, () => value);

  it.each([Number.NaN, 0.5, Number.POSITIVE_INFINITY])('of the small network (%d) comes out alone', async (value) => {
    const { matte, log } = await ask({ detail: [painting(32, softDisc)], context: nonsense(value) });
    expect(matte).toEqual(paintMatte(16, 16, () => value));
    expect(log, 'nobody sees it, and the large one is spared').toEqual(['preprocess', 'infer', 'context']);
  });

  it.each([Number.NaN, 0.5])('of one look of the large one (%d) comes out alone', async (value) => {
    const detail = [painting(32, softDisc), nonsense(value), painting(24, softDisc)];
    const { matte, log } = await ask({ detail, context: painting(16, softDisc) });
    expect(matte).toEqual(paintMatte(16, 16, () => value));
    expect(log).toEqual(['preprocess', 'infer', 'context', 'first look', 'detail', 'detail']);
  });

  it('is not that a network sees nothing, or nothing but subject', async () => {
    for (const value of [0, 1]) {
      const { log } = await ask({ detail: [painting(32, softDisc)], context: nonsense(value) });
      expect(log).toContain('first look');
    }
  });
});
