import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { identify } from '@/utils/browser/identify';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { MAX_FILE_BYTES } from '@/utils/pipeline/raster';
import { pngChunk } from '../../fixtures/encodings';

const SIZE = { width: 40, height: 30 };

const picture = () => sharp({ create: { ...SIZE, channels: 3, background: '#8fa3ad' } });
const blob = (content: BlobPart, type = '') => new Blob([content], { type });
const of = async (file: Promise<Buffer>) => blob(new Uint8Array(await file));

/** The first 33 bytes of a PNG: what a decoder reads before it allocates. */
function pngHeader(width: number, height: number): Blob {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return blob(Buffer.concat([signature, pngChunk('IHDR', header)]));
}

/** Formats that sharp does not write, as far as their headers go. */
const BMP = Buffer.from([0x42, 0x4d, ...new Array(12).fill(0), 40, 0, 0, 0, 40, 0, 0, 0, 30, 0, 0, 0, 1, 0, 24, 0]);
const ICO = Buffer.from([0, 0, 1, 0, 1, 0, 40, 30, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 22, 0, 0, 0]);
const PSD = Buffer.from([0x38, 0x42, 0x50, 0x53, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 30, 0, 0, 0, 40, 0, 8, 0, 3]);

describe('a bitmap', () => {
  it.each<[string, () => Promise<Blob>]>([
    ['PNG', () => of(picture().png().toBuffer())],
    ['PNG of 16 bits', () => of(picture().toColourspace('rgb16').png().toBuffer())],
    ['JPEG', () => of(picture().jpeg().toBuffer())],
    ['JPEG in CMYK', () => of(picture().toColourspace('cmyk').jpeg().toBuffer())],
    ['WebP', () => of(picture().webp().toBuffer())],
    ['WebP, lossless', () => of(picture().webp({ lossless: true }).toBuffer())],
    ['GIF', () => of(picture().gif().toBuffer())],
    ['AVIF', () => of(picture().avif().toBuffer())],
    ['BMP', async () => blob(BMP)],
    ['ICO', async () => blob(ICO)],
  ])('%s is known with its size', async (_, make) => {
    expect(await identify(await make())).toMatchObject({ kind: 'bitmap', size: SIZE });
  });

  it('is what its bytes are, whatever its label says', async () => {
    const mislabelled = blob(new Uint8Array(await picture().png().toBuffer()), 'text/html');
    expect(await identify(mislabelled)).toMatchObject({ kind: 'bitmap', size: SIZE });
  });

  it('has the size that is stored; turning it by EXIF is up to the decoder', async () => {
    const turned = await of(picture().withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(await identify(turned)).toMatchObject({ kind: 'bitmap', size: SIZE });
  });

  it('may be one pixel', async () => {
    expect(await identify(pngHeader(1, 1))).toMatchObject({ kind: 'bitmap', size: { width: 1, height: 1 } });
  });

  it.each([
    ['PNG', () => picture().png().toBuffer(), 12],
    ['JPEG', () => picture().jpeg().toBuffer(), 60],
    ['WebP', () => picture().webp().toBuffer(), 14],
  ])('%s cut off in its header has no size yet: the decoder has the last word', async (_, make, length) => {
    const whole = await make();
    expect(await identify(blob(new Uint8Array(whole.subarray(0, length))))).toEqual({ kind: 'bitmap', size: null });
  });

  it('that nobody knows is left to the decoder', async () => {
    expect(await identify(blob('not a picture at all'))).toEqual({ kind: 'bitmap', size: null });
  });
});

describe('a drawing', () => {
  it.each([
    ['with a size', '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>'],
    ['with a view box', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>'],
    ['behind a prolog', '<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg width="40" height="30"></svg>'],
    ['in inches', '<svg width="0.5in" height="0.5in"/>', { width: 48, height: 48 }],
  ])('%s is known with its size', async (_, text, size = SIZE) => {
    expect(await identify(blob(text))).toMatchObject({ kind: 'svg', size });
  });

  it.each([
    ['without a size', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'],
    ['as large as its page', '<svg width="100%" height="100%"><path d="M0 0h9v9z"/></svg>'],
  ])('%s is still a drawing', async (_, text) => {
    expect(await identify(blob(text))).toEqual({ kind: 'svg', size: null });
  });
});

describe('what cannot be cut out', () => {
  const tiff = () => of(picture().tiff().toBuffer());
  it.each<[string, () => Promise<Blob> | Blob, ErrorCode]>([
    ['an empty file', () => blob(''), 'empty-file'],
    ['30000 × 30000 pixels', () => pngHeader(30_000, 30_000), 'image-too-large'],
    ['one row more than 100 megapixels', () => pngHeader(10_000, 10_001), 'image-too-large'],
    ['a drawing that large', () => blob('<svg width="30000" height="30000"/>'), 'image-too-large'],
    ['TIFF', tiff, 'unsupported-format'],
    ['PSD', () => blob(PSD), 'unsupported-format'],
    ['a page', () => blob('<!doctype html><title>Sign in</title>', 'image/png'), 'not-an-image'],
    ['a page in capitals', () => blob('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">'), 'not-an-image'],
    ['a page without doctype', () => blob('<html lang="en"><head>'), 'not-an-image'],
    ['a page behind a comment', () => blob('<!-- cached -->\n<!-- twice -->\n<html>'), 'not-an-image'],
    ['a page behind a byte order mark and blanks', () => blob('\uFEFF \n <!doctype html>'), 'not-an-image'],
    ['a page with a drawing in it', () => blob('<!doctype html><svg width="40" height="30"></svg>'), 'not-an-image'],
  ])('%s', async (_, make, code) => {
    await expect(identify(await make())).rejects.toMatchObject({ code });
  });

  it('is more than 256 MB, wherever it came from', async () => {
    const huge = Object.defineProperty(new Blob(['x']), 'size', { value: MAX_FILE_BYTES + 1 });
    await expect(identify(huge)).rejects.toMatchObject({ code: 'image-too-large' });
  });

  it('is not 100 megapixels exactly: those are allowed', async () => {
    expect(await identify(pngHeader(10_000, 10_000))).toMatchObject({ size: { width: 10_000, height: 10_000 } });
  });
});

describe('a hostile file', () => {
  it('of many comments takes no longer than any other', async () => {
    // 26 of them took 1.7 s, each further one twice as long; a header of 4096 bytes has room for 585.
    const file = blob(`${'<!---->'.repeat(26)}x`);
    const before = performance.now();
    await identify(file);
    expect(performance.now() - before).toBeLessThan(200);
  });

  it('is identified or refused with a reason, whichever of its bytes are wrong', async () => {
    const whole = await Promise.all([
      picture().png().toBuffer(),
      picture().jpeg().toBuffer(),
      picture().webp().toBuffer(),
      picture().gif().toBuffer(),
      picture().avif().toBuffer(),
    ]);
    const damage = fc.record({
      file: fc.constantFrom(...whole),
      keep: fc.nat(600),
      changes: fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ file, keep, changes }) => {
        const bytes = new Uint8Array(file.subarray(0, keep + 1));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const outcome = await identify(blob(bytes)).catch((error) => codeOf(error));
        expect(outcome).not.toBe('internal');
      }),
    );
  });
});
