/** Last resort for pixels no script may read (cross-site video and canvas): the visible tab, cropped. Screen resolution. */
import { browser } from 'wxt/browser';
import type { Rect } from '../messaging';

/** @param scale device pixels per CSS pixel. */
export async function captureArea(
  { rect, scale }: { readonly rect: Rect; readonly scale: number },
  windowId: number | undefined,
): Promise<Blob> {
  const options = { format: 'png' } as const;
  const shot =
    windowId === undefined
      ? await browser.tabs.captureVisibleTab(options)
      : await browser.tabs.captureVisibleTab(windowId, options);
  const page = await createImageBitmap(await (await fetch(shot)).blob());
  const left = Math.max(0, Math.round(rect.x * scale));
  const top = Math.max(0, Math.round(rect.y * scale));
  const width = Math.max(1, Math.min(page.width - left, Math.round(rect.width * scale)));
  const height = Math.max(1, Math.min(page.height - top, Math.round(rect.height * scale)));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(page, -left, -top);
  page.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
