import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePng } from '@/utils/pipeline/png';
import type { Raster } from '@/utils/pipeline/raster';
import { type Inflate, readPng } from '@/utils/pipeline/read-png';

const inflate: Inflate = async (parts) => new Uint8Array(inflateSync(Buffer.concat(parts)));
const joined = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const read = (file: Uint8Array) => readPng(new Uint8Array(file), inflate);

const rasters = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
      .map((bytes): Raster => ({ width, height, data: new Uint8ClampedArray(bytes) })),
  );

/** Colours under low alpha, where a canvas would lose them. */
const FAINT: Raster = {
  width: 64,
  height: 48,
  data: Uint8ClampedArray.from({ length: 64 * 48 * 4 }, (_, i) => (i % 4 === 3 ? 10 : (i * 7) % 256)),
};

describe('readPng', () => {
  it('gives back what encodePng wrote, bit by bit', async () => {
    await fc.assert(
      fc.asyncProperty(rasters, async (raster) => {
        expect(await read(joined(encodePng(raster)))).toEqual(raster);
      }),
    );
  });

  it('reads every filter: another writer’s file, faint colours and all', async () => {
    const { width, height, data } = FAINT;
    const raw = sharp(Buffer.from(data), { raw: { width, height, channels: 4 } });
    const file = await raw.png({ adaptiveFiltering: true, compressionLevel: 9 }).toBuffer();
    expect(await read(file)).toEqual(FAINT);
  });

  it('leaves other kinds to others', async () => {
    const scene = sharp({ create: { width: 8, height: 8, channels: 3, background: '#c03' } });
    expect(await read(await scene.clone().png().toBuffer())).toBeNull();
    expect(await read(await scene.clone().ensureAlpha().png({ palette: true }).toBuffer())).toBeNull();
    expect(await read(await scene.clone().jpeg().toBuffer())).toBeNull();
    expect(await read(new Uint8Array())).toBeNull();
  });

  it('a cut or changed file is null, never a wrong picture', async () => {
    const file = joined(encodePng(FAINT));
    for (const length of [10, 40, file.length / 2, file.length - 13]) {
      expect(await read(file.slice(0, length))).toBeNull();
    }
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: file.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = file.slice();
          changed[at] = (changed[at] as number) ^ flip;
          const picture = await read(changed);
          // Checksums of chunks are not looked at: what the zlib stream's own lets through has the whole picture.
          if (picture) expect(picture.data.length).toBe(picture.width * picture.height * 4);
        },
      ),
    );
  });
});
