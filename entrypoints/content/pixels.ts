/** Pixels as the page shows them, where the browser lets a script read them. */
import type { PagePicture } from '@/utils/messaging';

type Shown = HTMLImageElement | HTMLCanvasElement | HTMLVideoElement;

/** PNG of the element at its own size; null when it is tainted, or blank (a WebGL canvas after its frame). */
export async function drawn(element: Shown): Promise<Blob | null> {
  const { width, height } = ownSize(element);
  if (!width || !height) return null;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  context?.drawImage(element, 0, 0);
  try {
    if (!context?.getImageData(0, 0, width, height).data.some((byte) => byte > 0)) return null;
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch {
    return null;
  }
}

/** Where the element is on the screen, for a screenshot; nothing when it is not. Frames know no screen position. */
export function onScreen(element: Element): PagePicture {
  const { x, y, width, height } = element.getBoundingClientRect();
  if (window !== top || width < 1 || height < 1) return { kind: 'none' };
  return { kind: 'screen', rect: { x, y, width, height }, scale: devicePixelRatio };
}

function ownSize(element: Shown): { width: number; height: number } {
  if (element instanceof HTMLVideoElement) return { width: element.videoWidth, height: element.videoHeight };
  if (element instanceof HTMLImageElement) return { width: element.naturalWidth, height: element.naturalHeight };
  return element;
}
