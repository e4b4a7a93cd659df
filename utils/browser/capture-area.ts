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
  const { left, top, width, height } = cropOf(rect, scale, page);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(page, -left, -top);
  page.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

/** The device pixels of a rectangle in CSS pixels, inside the shot and at least one. */
export function cropOf(rect: Rect, scale: number, shot: { readonly width: number; readonly height: number }) {
  const left = Math.min(shot.width - 1, Math.max(0, Math.round(rect.x * scale)));
  const top = Math.min(shot.height - 1, Math.max(0, Math.round(rect.y * scale)));
  const right = Math.min(shot.width, Math.round((rect.x + rect.width) * scale));
  const bottom = Math.min(shot.height, Math.round((rect.y + rect.height) * scale));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
