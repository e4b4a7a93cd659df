/** Finished pictures as files, in steps: between them the worker hears that nobody waits any more. */
import { canvasContext } from '@/utils/browser/encode-webp';
import { bandsOf } from '@/utils/pipeline/bands';
import { type EncodedBand, encodeBands, joinBands } from '@/utils/pipeline/png';
import type { Raster } from '@/utils/pipeline/raster';
import { type Density, densityPatch, HEAD_BYTES } from '@/utils/studio/density';
import type { FileChoice } from './desk';

/** Resolves where messages have been heard; rejects when the work is not wanted any more. */
export type Rest = () => Promise<void>;

/** 16 MB of pixels, a tenth of a second. */
const BANDS_A_STEP = 16;

export interface Encoding extends Pick<FileChoice, 'quality' | 'density'> {
  readonly format: 'png' | 'webp' | 'jpeg';
}

export async function encodeFile(picture: Raster, { format, quality, density }: Encoding, rest: Rest): Promise<Blob> {
  const file = format === 'png' ? await encodePngInSteps(picture, rest) : await encodeCanvas(picture, format, quality);
  return density ? tagged(file, density) : file;
}

async function encodePngInSteps(picture: Raster, rest: Rest): Promise<Blob> {
  const take = bandsOf(picture);
  const made: EncodedBand[] = [];
  for (let band = take(); band; ) {
    // The band in hand first, then those that follow it.
    const step = [band, ...Array.from({ length: BANDS_A_STEP - 1 }, take)].filter((each) => each !== null);
    made.push(...encodeBands(picture, () => step.shift() ?? null));
    await rest();
    band = take();
  }
  return new Blob(joinBands(picture, made), { type: 'image/png' });
}

async function encodeCanvas(picture: Raster, format: 'webp' | 'jpeg', quality: number): Promise<Blob> {
  const context = canvasContext(picture.width, picture.height);
  context.putImageData(imageOf(picture), 0, 0);
  return context.canvas.convertToBlob({ type: `image/${format}`, quality });
}

async function tagged(file: Blob, density: Density): Promise<Blob> {
  const patch = densityPatch(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()), density);
  if (!patch) return file;
  const { at, removed, added } = patch;
  return new Blob([file.slice(0, at), added, file.slice(at + removed)], { type: file.type });
}

export function imageOf({ width, height, data }: Raster): ImageData {
  return new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height);
}
