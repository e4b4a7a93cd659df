/**
 * The images of a tab, with thumbnails that cost no request: what a script in the page may read, and what a screenshot of the
 * page shows. The rest has a name and a size.
 */
import { browser } from 'wxt/browser';
import { type Box, type PageImage, parsePageImages } from '@/utils/batch/page-images';
import type { PageTab } from './given';

export interface Listing {
  readonly page: PageTab;
  /** For people: the page's title or host. */
  readonly title: string;
  readonly images: readonly PageImage[];
}

const SCRIPT = '/page-images.js';
const THUMB_PX = 160;
/** On a site that the user withholds Chrome waits for consent, for ever. */
const LIMIT_MS = 8000;

/** Null when the browser keeps extensions off the page, or it is gone. */
export async function listPageImages(tabId: number): Promise<Listing | null> {
  try {
    const { title = '', url = '', windowId, active } = await browser.tabs.get(tabId);
    const images = parsePageImages(await inAllFrames(tabId));
    const scale = await pixelRatio(tabId);
    const shot = active ? await screenshot(windowId) : null;
    return { page: { tabId, address: url }, title, images: shot ? await withShots(images, shot, scale) : images };
  } catch {
    return null;
  }
}

async function inAllFrames(tabId: number) {
  const target = { tabId, allFrames: true };
  const listed = browser.scripting.executeScript({ target, files: [SCRIPT] });
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the listing waits for consent')), LIMIT_MS);
  });
  return Promise.race([listed, tooLate]);
}

/** Device pixels per CSS pixel: the window's, and the page's zoom. */
async function pixelRatio(tabId: number): Promise<number> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: () => devicePixelRatio });
  const ratio: unknown = frame?.result;
  return typeof ratio === 'number' && ratio > 0.1 && ratio < 16 ? ratio : 1;
}

/** Without it there are placeholders. */
async function screenshot(windowId: number): Promise<ImageBitmap | null> {
  const shot = await browser.tabs.captureVisibleTab(windowId, { format: 'jpeg', quality: 80 }).catch(() => null);
  return shot ? createImageBitmap(await (await fetch(shot)).blob()) : null;
}

async function withShots(images: readonly PageImage[], shot: ImageBitmap, scale: number): Promise<PageImage[]> {
  const shown = images.map((image) => {
    const isWanted = !image.thumb && image.frameId === 0 && image.box;
    return isWanted ? { ...image, thumb: crop(shot, scaled(image.box, scale)) } : image;
  });
  shot.close();
  return shown;
}

function scaled(box: Box, scale: number): Box {
  const { x, y, width, height } = box;
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

/** Null unless most of it can be seen. What covers it is on the screenshot, too: it is a hint, and not the picture. */
function crop(shot: ImageBitmap, box: Box): string | null {
  const left = Math.max(0, box.x);
  const top = Math.max(0, box.y);
  const width = Math.min(shot.width, box.x + box.width) - left;
  const height = Math.min(shot.height, box.y + box.height) - top;
  if (width < 1 || height < 1 || width * height < box.width * box.height * 0.5) return null;
  const fit = Math.min(1, THUMB_PX / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * fit));
  canvas.height = Math.max(1, Math.round(height * fit));
  canvas.getContext('2d')?.drawImage(shot, left, top, width, height, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', 0.7);
}
