import { describe, expect, it } from 'vitest';
import { matteError } from '../../../utils/errors';
import { type CutoutPorts, cutout } from '../../../utils/pipeline/cutout';
import { type Segmenter, STAGES, type Stage } from '../../../utils/pipeline/ports';
import type { Raster } from '../../../utils/pipeline/raster';
import { alone, net, painting } from './networks';
import { paintMatte, paintRaster, softDisc } from './scenes';

/** A file of these tests is the raster itself. */
type File = Raster;

const SIZE = 64;
const photo = () => paintRaster(90, 40, (u, v) => [255 * u, 255 * v, 0, 255]);

function paintingSegmenter(paint: (u: number, v: number) => number, inputSize = SIZE): Segmenter {
  return alone(painting(inputSize, paint));
}

/** One situation in which everything is fine; each test changes one thing. */
function ports(change: Partial<CutoutPorts<File>> = {}): CutoutPorts<File> & { readonly stages: Stage[] } {
  const stages: Stage[] = [];
  return {
    codec: { decode: async (file) => file, encode: async (raster) => ({ png: raster, preview: raster }) },
    segmenter: paintingSegmenter(softDisc),
    onStage: (stage) => stages.push(stage),
    ...change,
    stages,
  };
}

const OWN_STAGES = STAGES.slice(STAGES.indexOf('decode'));

describe('cutout', () => {
  it('gives a picture of the size of the photo', async () => {
    expect(await cutout(photo(), ports())).toMatchObject({
      ok: true,
      width: 90,
      height: 40,
      png: { width: 90, height: 40 },
    });
  });

  it('is made smaller to fit, of the same shape, when no more pixels are wanted, and says of what', async () => {
    const small = { width: 45, height: 20 };
    const result = await cutout(photo(), ports({ maxPixels: 900 }));
    expect(result).toMatchObject({ ok: true, ...small, png: small, reducedFrom: { width: 90, height: 40 } });
    const whole = await cutout(photo(), ports());
    const opacity = (made: typeof whole) =>
      made.ok ? made.png.data.filter((_, i) => i % 4 === 3).reduce((sum, alpha) => sum + alpha, 0) : 0;
    expect(opacity(result) * 4).toBeCloseTo(opacity(whole), -3);
  });

  it('stays as it is when it fits', async () => {
    const result = await cutout(photo(), ports({ maxPixels: 3600 }));
    expect(result).toMatchObject({ width: 90, height: 40 });
    expect(result).not.toHaveProperty('reducedFrom');
  });

  it('for want of a subject is made smaller too', async () => {
    const blank = ports({ maxPixels: 900, segmenter: paintingSegmenter((u) => u / 50) });
    const anyway = { width: 45, height: 20, reducedFrom: { width: 90, height: 40 } };
    expect(await cutout(photo(), blank)).toMatchObject({ ok: false, reason: 'no-subject', anyway });
  });

  it('reports each of its stages once, in the order of STAGES', async () => {
    const world = ports();
    await cutout(photo(), world);
    expect(world.stages).toEqual(OWN_STAGES);
  });

  it('reports a stage before its work', async () => {
    const seen: string[] = [];
    const { codec } = ports();
    const world = ports({
      onStage: (stage) => seen.push(stage),
      codec: {
        ...codec,
        decode: (file) => {
          seen.push('decoding');
          return codec.decode(file);
        },
      },
    });
    await cutout(photo(), world);
    expect(seen.slice(0, 3)).toEqual(['decode', 'decoding', 'preprocess']);
  });

  it('decodes while the segmenter still loads', async () => {
    let loaded: (segmenter: Segmenter) => void = () => {};
    const { codec } = ports();
    const world = ports({
      segmenter: new Promise((resolve) => {
        loaded = resolve;
      }),
      codec: {
        ...codec,
        decode: (file) => {
          loaded(paintingSegmenter(softDisc));
          return codec.decode(file);
        },
      },
    });
    expect((await cutout(photo(), world)).ok).toBe(true);
  });

  it('feeds the segmenter what its spec asks for', async () => {
    const inputs: { width: number; height: number; length: number }[] = [];
    const watching = net(32, ({ width, height, data }) => {
      inputs.push({ width, height, length: data.length });
      return paintMatte(width, height, softDisc);
    });
    await cutout(photo(), ports({ segmenter: alone(watching) }));
    expect(inputs).toEqual([{ width: 32, height: 32, length: 3 * 32 * 32 }]);
  });

  it.each([0.5, Number.NaN])('ends, and before refining, when the network answers %d everywhere', async (value) => {
    const file = photo();
    const world = ports({ segmenter: paintingSegmenter(() => value) });
    expect(await cutout(file, world)).toEqual({ ok: false, reason: 'broken-output' });
    expect(world.stages.at(-1)).toBe('postprocess');
    expect(file.data).toEqual(photo().data);
  });

  it('says that there is no subject, and cuts what little there is anyway', async () => {
    const world = ports({ segmenter: paintingSegmenter((u, v) => 0.05 * softDisc(u, v)) });
    const result = await cutout(photo(), world);
    expect(result).toMatchObject({ ok: false, reason: 'no-subject', anyway: { width: 90, height: 40 } });
    expect(world.stages).toEqual(OWN_STAGES);
    if (result.ok || result.reason !== 'no-subject') throw new Error('a subject');
    const wanted = await cutout(photo(), ports());
    expect(result.anyway.png).toEqual(wanted.ok && wanted.png);
  });

  it('takes specks away', async () => {
    const speck = (u: number, v: number) => (Math.hypot(u - 0.1, v - 0.1) < 0.006 ? 1 : softDisc(u, v));
    const [speckled, clean] = await Promise.all(
      [speck, softDisc].map((paint) => cutout(photo(), ports({ segmenter: paintingSegmenter(paint, 256) }))),
    );
    expect(speckled).toEqual(clean);
  });
});

describe('faults of the ports', () => {
  const fault = matteError('decode-failed', 'cut off');
  const failing = () => Promise.reject(fault);
  const fine = ports();

  it.each<[string, () => Partial<CutoutPorts<File>>]>([
    ['decoding', () => ({ codec: { ...fine.codec, decode: failing } })],
    ['loading the segmenter', () => ({ segmenter: failing() })],
    ['inference', () => ({ segmenter: alone(net(SIZE, failing)) })],
    ['encoding', () => ({ codec: { ...fine.codec, encode: failing } })],
  ])('pass through untouched: %s', async (_, change) => {
    await expect(cutout(photo(), ports(change()))).rejects.toBe(fault);
  });

  it('do not wait for a segmenter that never comes', async () => {
    const world = ports({ codec: { ...fine.codec, decode: failing }, segmenter: new Promise(() => {}) });
    await expect(cutout(photo(), world)).rejects.toBe(fault);
  });
});

describe('cancelling', () => {
  it('stops before the first stage when it is too late already', async () => {
    const world = ports({ signal: AbortSignal.abort() });
    await expect(cutout(photo(), world)).rejects.toMatchObject({ name: 'AbortError' });
    expect(world.stages).toEqual([]);
  });

  it('stops at the next stage when it happens on the way', async () => {
    const controller = new AbortController();
    const seen: Stage[] = [];
    const onStage = (stage: Stage) => {
      seen.push(stage);
      if (stage === 'infer') controller.abort();
    };
    const world = ports({ signal: controller.signal, onStage });
    await expect(cutout(photo(), world)).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen.at(-1)).toBe('infer');
  });
});

describe('a scene of known alpha', () => {
  it.each([
    ['larger than the network', 1000, 900],
    ['wider', 900, 300],
    ['smaller', 411, 300],
  ])('comes out within IoU ≥ 0.99 and MAE ≤ 0.01: %s', async (_, width, height) => {
    const file = paintRaster(width, height, (u, v) => [255 * u, 255 * v, 0, 255]);
    const result = await cutout(file, ports({ segmenter: paintingSegmenter(softDisc, 512) }));
    if (!result.ok) throw new Error(result.reason);
    const truth = paintMatte(width, height, softDisc).data;
    const { iou, mae } = compare(result.png, truth);
    expect(iou).toBeGreaterThanOrEqual(0.99);
    expect(mae).toBeLessThanOrEqual(0.01);
  });
});

function compare(cut: Raster, truth: Float32Array): { iou: number; mae: number } {
  let [both, either, error] = [0, 0, 0];
  truth.forEach((alpha, i) => {
    const found = (cut.data[i * 4 + 3] ?? Number.NaN) / 255;
    if (found > 0.5 && alpha > 0.5) both++;
    if (found > 0.5 || alpha > 0.5) either++;
    error += Math.abs(found - alpha);
  });
  return { iou: both / either, mae: error / truth.length };
}
