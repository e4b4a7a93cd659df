/** The two menu items and what a click on them starts. */
import { type Browser, browser } from 'wxt/browser';
import { startJob } from '@/utils/jobs/start-job';
import type { BackgroundDeps } from './deps';
import { wakeEngine } from './engine-control';
import { type FoundPicture, findPicture } from './find-picture';
import { askPage } from './page-link';

export const IMAGE_ITEM = 'remove-background';
export const PAGE_ITEM = 'remove-background-here';

type Click = Browser.contextMenus.OnClickData;

export function setUpContextMenu(deps: BackgroundDeps): void {
  browser.runtime.onInstalled.addListener(createItems);
  browser.contextMenus.onClicked.addListener((click, tab) => void onClick(deps, click, tab));
}

async function createItems(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: IMAGE_ITEM, title: 'Remove background', contexts: ['image'] });
  // Not `link` or `frame`: two items that fit one click would be folded into a submenu.
  browser.contextMenus.create({
    id: PAGE_ITEM,
    title: 'Remove background of what is under the pointer',
    contexts: ['page', 'video'],
  });
}

async function onClick(deps: BackgroundDeps, click: Click, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const jobId = crypto.randomUUID();
  const page = tab?.id === undefined || tab.id < 0 ? null : { tabId: tab.id, frameId: click.frameId ?? 0 };
  // A screenshot must be taken before the card covers the page; an image's address needs no such wait.
  const search = findPicture(click, page, tab?.windowId);
  if (click.menuItemId === PAGE_ITEM) await search;
  if (page) void askPage('showCard', { jobId }, { tabId: page.tabId, frameId: 0 });
  await startFound(deps, jobId, page, await search);
}

async function startFound(
  deps: BackgroundDeps,
  id: string,
  page: { tabId: number; frameId: number } | null,
  { picture, name }: FoundPicture,
): Promise<void> {
  await startJob(deps, { id, name, backendChoice: 'auto', page, picture });
  await wakeEngine(deps);
}
