/** From a menu click to a picture: an address to fetch, or bytes that only the page can give. */
import type { Browser } from 'wxt/browser';
import { captureArea } from '@/utils/browser/capture-area';
import { parsePagePicture } from '@/utils/browser/page-picture';
import { nameFromUrl, safeName } from '@/utils/browser/picture-name';
import { inputId, type MatteDb } from '@/utils/db';
import { codeOf, type ErrorCode } from '@/utils/errors';
import { isOpen, type Job } from '@/utils/jobs/job';
import type { StartWish } from '@/utils/jobs/start-job';
import type { PagePicture } from '@/utils/messaging';
import { askPage } from './page-link';

export interface FoundPicture {
  readonly picture: StartWish['picture'];
  readonly name: string;
}

export interface Tab {
  readonly id: number;
  readonly windowId: number;
  readonly url?: string | undefined;
}

interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

/** Never throws: what cannot be read comes back as `unreadable` with the reason. */
export async function findPicture(
  click: Browser.contextMenus.OnClickData,
  frame: Frame | null,
  windowId: number | undefined,
): Promise<FoundPicture> {
  const { srcUrl } = click;
  const pageUrl = click.frameUrl ?? click.pageUrl ?? null;
  if (click.mediaType === 'image' && srcUrl && /^(https?|file|data):/i.test(srcUrl)) return fromUrl(srcUrl, pageUrl);
  const srcHint = click.mediaType === 'image' ? (srcUrl ?? null) : null;
  const answer = frame && (await askPage('findPicture', { srcUrl: srcHint, pixels: false }, frame));
  if (!answer) return unreadable('page-blocked');
  return fromPage(parsePagePicture(answer), pageUrl, windowId);
}

/** What the pointer is over, in whichever frame of the tab. */
export async function findPointed(tab: Tab): Promise<FoundPicture> {
  const answer = await askPage('pointedPicture', undefined, { tabId: tab.id });
  if (!answer) return unreadable('page-blocked');
  return fromPage(parsePagePicture(answer), tab.url ?? null, tab.windowId);
}

/** What the user marks on the tab; null when they leave without. */
export async function findMarked(tab: Tab, hint: string): Promise<FoundPicture | null> {
  const answer = await askPage('markedArea', { hint }, { tabId: tab.id, frameId: 0 });
  if (!answer) return unreadable('page-blocked');
  const found = parsePagePicture(answer);
  return found.kind === 'screen' ? fromScreen(found, tab.windowId) : null;
}

/** Stores the pixels of a picture whose address gave nothing, as the page shows it; false when the page has none either. */
export async function storePixelsFromPage(db: MatteDb, job: Job): Promise<boolean> {
  if (job.source.kind !== 'url' || job.tabId === null) return false;
  const frame = { tabId: job.tabId, frameId: job.frameId ?? 0 };
  const answer = await askPage('findPicture', { srcUrl: job.source.url, pixels: true }, frame);
  const found = parsePagePicture(answer);
  if (found.kind !== 'bytes') return false;
  return db.transaction('rw', db.jobs, db.blobs, async () => {
    const now = await db.jobs.get(job.id);
    if (!now || !isOpen(now)) return false; // nobody would ever delete it
    await db.blobs.put({ id: inputId(job.id), blob: found.blob });
    return true;
  });
}

function fromPage(
  found: PagePicture,
  pageUrl: string | null,
  windowId: number | undefined,
): Promise<FoundPicture> | FoundPicture {
  switch (found.kind) {
    case 'url':
      return fromUrl(found.url, pageUrl);
    case 'bytes':
      return { picture: { kind: 'bytes', blob: found.blob }, name: safeName(found.name) };
    case 'screen':
      return fromScreen(found, windowId);
    case 'none':
      return unreadable('no-picture');
  }
}

function fromUrl(url: string, pageUrl: string | null): FoundPicture {
  return { picture: { kind: 'url', url, pageUrl }, name: nameFromUrl(url) };
}

async function fromScreen(
  found: PagePicture & { kind: 'screen' },
  windowId: number | undefined,
): Promise<FoundPicture> {
  try {
    return { picture: { kind: 'bytes', blob: await captureArea(found, windowId) }, name: 'screenshot' };
  } catch (error) {
    return unreadable(codeOf(error) === 'internal' ? 'page-blocked' : codeOf(error));
  }
}

function unreadable(error: ErrorCode): FoundPicture {
  return { picture: { kind: 'unreadable', error }, name: 'picture' };
}
