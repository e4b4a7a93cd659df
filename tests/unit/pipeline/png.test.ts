/** Every picture is read back by libpng (sharp), which checks checksums and every code of the compressed stream. */
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../utils/pipeline/png';
import type { Raster } from '../../../utils/pipeline/raster';
import { paintRaster, type Rgba, softDisc } from './scenes';

const fileOf = (raster: Raster) => Buffer.concat(encodePng(raster));

async function readBack(raster: Raster): Promise<Raster> {
  const { data, info } = await sharp(fileOf(raster)).raw().toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(4);
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
}

const grain = (random: () => number) => (random() + random() + random()) / 48;

const SCENES: Readonly<Record<string, (u: number, v: number, random: () => number) => Rgba>> = {
  'nothing at all': () => [0, 0, 0, 0],
  'one colour': () => [200, 10, 90, 255],
  'noise, alpha too': (_u, _v, random) => [random(), random(), random(), random()],
  'a ramp': (u, v) => [255 * u, 255 * v, 128, 255],
  'a grainy cutout': (u, v, random) => {
    const alpha = Math.round(255 * softDisc(u, v));
    return alpha === 0
      ? [0, 0, 0, 0]
      : [100 + grain(random), 80 + 90 * u + grain(random), 200 * v + grain(random), alpha];
  },
};

describe('encodePng', () => {
  it.each(Object.entries(SCENES))('keeps every byte of %s', async (_, paint) => {
    const random = noise(7);
    const raster = paintRaster(317, 201, (u, v) => paint(u, v, random));
    expect(await readBack(raster)).toEqual(raster);
  });

  it('keeps colours under the faintest alpha, which a canvas cannot', async () => {
    const raster = paintRaster(64, 4, (u) => [255 * u, 37, 211, 1]);
    expect(await readBack(raster)).toEqual(raster);
  });

  it.each([
    [1, 1],
    [1, 700],
    [700, 1],
    [3, 2],
    [40_000, 5],
  ])('fits %i × %i, in one strip or many', async (width, height) => {
    const random = noise(width);
    const raster = paintRaster(width, height, (u) => [random() & 7, 255 * u, 0, 255]);
    expect(await readBack(raster)).toEqual(raster);
  });

  it('keeps any bytes, with runs of any length', async () => {
    const run = fc.tuple(fc.integer({ min: 1, max: 700 }), fc.constantFrom(0, 0, 1, 255, 128));
    await fc.assert(
      fc.asyncProperty(
        fc.array(run, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 90 }),
        async (runs, width) => {
          const bytes = runs.flatMap(([length, value]) => new Array<number>(length).fill(value));
          const height = Math.ceil(bytes.length / (width * 4));
          const data = new Uint8ClampedArray(width * height * 4);
          data.set(bytes);
          expect((await readBack({ width, height, data })).data).toEqual(data);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('says that its colours are sRGB', async () => {
    const file = fileOf(paintRaster(5, 5, () => [1, 2, 3, 4]));
    expect(file.subarray(33, 46).toString('latin1')).toBe('\0\0\0\x01sRGB\0\xae\xce\x1c\xe9');
  });

  it('is no more than 1.1 × as large as libpng at its default for a grainy cutout', async () => {
    const random = noise(3);
    const grainy = SCENES['a grainy cutout'];
    const raster = paintRaster(450, 350, (u, v) => grainy?.(u, v, random) ?? [0, 0, 0, 0]);
    const raw = { width: 450, height: 350, channels: 4 } as const;
    const theirs = await sharp(raster.data, { raw }).png({ adaptiveFiltering: true }).toBuffer();
    expect(fileOf(raster).length).toBeLessThan(1.1 * theirs.length);
  });

  it('spends next to nothing on what is cut away', () => {
    expect(fileOf({ width: 2000, height: 1000, data: new Uint8ClampedArray(8e6) }).length).toBeLessThan(20_000);
  });
});
