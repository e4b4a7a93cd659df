import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePng } from '@/utils/pipeline/png';
import { DENSITIES, type Density, densityPatch, HEAD_BYTES } from '@/utils/studio/density';
import { block, RED, raster } from './scene';

function tagged(file: Buffer, dpi: Density): Buffer {
  const patch = densityPatch(file.subarray(0, HEAD_BYTES), dpi);
  if (!patch) return file;
  return Buffer.concat([file.subarray(0, patch.at), patch.added, file.subarray(patch.at + patch.removed)]);
}
const picture = block(20, 10, { x: 4, y: 2, width: 8, height: 6 });
const png = Buffer.concat(encodePng(picture));
const jpeg = () =>
  sharp(Buffer.from(raster(16, 16, () => RED).data), { raw: { width: 16, height: 16, channels: 4 } }).jpeg();

/** Type and content of each chunk, its checksum looked at. */
function chunksOf(file: Buffer): [string, Buffer][] {
  const chunks: [string, Buffer][] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push([body.toString('latin1', 0, 4), body.subarray(4)]);
    at += 12 + length;
  }
  return chunks;
}

describe.each(DENSITIES)('%d dpi', (dpi) => {
  it('in PNG: pHYs in pixels a metre, before the pixels, which stay', async () => {
    const file = tagged(png, dpi);
    const chunks = chunksOf(file);
    const types = chunks.map(([type]) => type);
    expect(types.indexOf('pHYs')).toBeLessThan(types.indexOf('IDAT'));
    const phys = chunks.find(([type]) => type === 'pHYs')?.[1] ?? Buffer.alloc(9);
    expect([phys.readUInt32BE(0), phys.readUInt32BE(4), phys[8]]).toEqual([
      Math.round(dpi / 0.0254),
      Math.round(dpi / 0.0254),
      1,
    ]);
    expect((await sharp(file).metadata()).density).toBe(dpi);
    expect(await sharp(file).raw().toBuffer()).toEqual(Buffer.from(picture.data));
  });

  it('in JPEG: JFIF’s own bytes, and nothing else changes', async () => {
    const bare = await jpeg().toBuffer();
    // As Chrome's encoder writes it: 1:1, without a unit.
    const header = [0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0];
    const plain = Buffer.concat([bare.subarray(0, 2), Buffer.from(header), bare.subarray(2)]);
    const file = tagged(plain, dpi);
    expect(file).toHaveLength(plain.length);
    expect([file[13], file.readUInt16BE(14), file.readUInt16BE(16)]).toEqual([1, dpi, dpi]);
    expect(file.subarray(18)).toEqual(plain.subarray(18));
    expect((await sharp(file).metadata()).density).toBe(dpi);
  });

  it('in a JPEG without JFIF: one is put before the rest', async () => {
    const bare = await jpeg().toBuffer();
    expect(bare.toString('latin1', 6, 10)).not.toBe('JFIF');
    const file = tagged(bare, dpi);
    expect((await sharp(file).metadata()).density).toBe(dpi);
    expect(await sharp(file).raw().toBuffer()).toEqual(await sharp(bare).raw().toBuffer());
  });
});

it('WebP has no such place, nor has what is no picture', async () => {
  expect(densityPatch(await jpeg().webp().toBuffer(), 300)).toBeNull();
  expect(densityPatch(new Uint8Array(0), 300)).toBeNull();
});
