/// <reference types="chrome" />
/**
 * A right-click and the choice of our menu item. The click is real, so the page and our content script see a trusted
 * `contextmenu` event; the native menu cannot be reached headless, so its answer is dispatched in the service worker with
 * what Chrome would have said. tests/e2e/native-menu.spec.ts uses the menu itself.
 */
import type { Frame, Locator, Page, Worker } from '@playwright/test';
import { toFront } from './to-front';

export interface ClickWish {
  /** Chrome offers `image` on images only, and `page` where nothing else applies. */
  readonly menu?: 'image' | 'page';
  readonly frame?: Frame;
  /** From the element's top left corner; its middle by default. */
  readonly position?: { readonly x: number; readonly y: number };
}

/** Chrome leaves out addresses that are longer than this. */
const MAX_URL = 2 * 1024 * 1024;

export async function rightClick(worker: Worker, page: Page, selector: string, wish: ClickWish = {}): Promise<void> {
  const frame = wish.frame ?? page.mainFrame();
  const target = frame.locator(selector);
  await toFront(page);
  await target.click({ button: 'right', ...(wish.position ? { position: wish.position } : {}) });
  const media = wish.menu === 'page' ? await describeVideo(target) : await describeImage(target);
  const menuItemId = wish.menu === 'page' ? 'remove-background-here' : 'remove-background';
  const isTop = frame === page.mainFrame();
  await worker.evaluate(dispatch, {
    pageUrl: page.url(),
    frameUrl: isTop ? null : frame.url(),
    info: { menuItemId, editable: false, ...media },
  });
}

async function describeImage(target: Locator): Promise<Partial<chrome.contextMenus.OnClickData>> {
  const { src, link } = await target.evaluate((element) => ({
    src: element instanceof HTMLImageElement ? element.currentSrc : (element.getAttribute('href') ?? ''),
    link: element.closest('a')?.href ?? null,
  }));
  const srcUrl = src.length > MAX_URL ? {} : { srcUrl: src };
  return { mediaType: 'image', ...srcUrl, ...(link ? { linkUrl: link } : {}) };
}

async function describeVideo(target: Locator): Promise<Partial<chrome.contextMenus.OnClickData>> {
  const src = await target.evaluate((element) => (element instanceof HTMLVideoElement ? element.currentSrc : null));
  return src === null ? {} : { mediaType: 'video', srcUrl: src };
}

interface Dispatch {
  readonly pageUrl: string;
  readonly frameUrl: string | null;
  readonly info: Omit<chrome.contextMenus.OnClickData, 'pageUrl'>;
}

/** Runs in the service worker. */
async function dispatch({ pageUrl, frameUrl, info }: Dispatch): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  // Addresses of sites that the user withholds are not told.
  if (tab?.id === undefined || (tab.url ?? pageUrl) !== pageUrl) throw new Error(`${tab?.url} instead of ${pageUrl}`);
  const target = { tabId: tab.id, allFrames: true };
  const frames = frameUrl ? await chrome.scripting.executeScript({ target, func: () => location.href }) : [];
  const frameId = frames.find(({ result }) => result === frameUrl)?.frameId ?? 0;
  const click = { ...info, pageUrl, frameId, ...(frameUrl ? { frameUrl } : {}) };
  const { onClicked } = chrome.contextMenus as unknown as { onClicked: { dispatch(...args: unknown[]): void } };
  onClicked.dispatch(click, tab);
}
