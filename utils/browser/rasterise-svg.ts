/**
 * SVG → PNG at the drawing's own size. Needs a document: `createImageBitmap` refuses SVG blobs, and in an offscreen page
 * `img.decode()` never resolves, only `onload` does (ground facts §3). Inside <img> an SVG runs no script and loads nothing.
 */
import { matteError } from '../errors';

/** @param size from the header; the browser's own idea of it (300×150 for a bare viewBox) when null. */
export async function rasteriseSvg(svg: Blob, size: { width: number; height: number } | null): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = await load(url);
    const width = Math.max(1, Math.round(size?.width ?? image.naturalWidth));
    const height = Math.max(1, Math.round(size?.height ?? image.naturalHeight));
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(url);
  }
}

function load(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(matteError('decode-failed', 'svg'));
    image.src = url;
  });
}
