/** A cutout's pixels, bit by bit where it is a PNG of ours; any other picture as a canvas gives it. */
import { matteError } from '../errors';
import { MAX_PIXELS, type Raster } from '../pipeline/raster';
import { readPng } from '../pipeline/read-png';
import { canvasContext } from './encode-webp';

/** @throws MatteError decode-failed, image-too-large, out-of-memory */
export async function decodeCutout(file: Blob): Promise<Raster> {
  return (await readPng(new Uint8Array(await file.arrayBuffer()), inflate)) ?? readCanvas(file);
}

async function inflate(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array> {
  const stream = new Blob([...parts]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function readCanvas(file: Blob): Promise<Raster> {
  const bitmap = await createImageBitmap(file).catch((error) => {
    throw matteError('decode-failed', String(error), error);
  });
  const { width, height } = bitmap;
  try {
    if (width * height > MAX_PIXELS) throw matteError('image-too-large', `${width}×${height}`);
    const context = canvasContext(width, height);
    context.drawImage(bitmap, 0, 0);
    return { width, height, data: context.getImageData(0, 0, width, height).data };
  } finally {
    bitmap.close();
  }
}
