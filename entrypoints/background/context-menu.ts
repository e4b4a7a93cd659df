/** The two menu items and what a click on them starts. */
import { type Browser, browser } from 'wxt/browser';
import { faultOf, noteFault } from '@/utils/diagnostics/log';
import { codeOf } from '@/utils/errors';
import { failedJob, startJob } from '@/utils/jobs/start-job';
import type { BackgroundDeps } from './deps';
import { wakeEngine, warmEngine } from './engine-control';
import { findPicture } from './find-picture';
import type { Notes } from './notes';
import { askPage } from './page-link';

export const IMAGE_ITEM = 'remove-background';
export const PAGE_ITEM = 'remove-background-here';

/** Ten times what a card needs to load on a busy machine. */
const CARD_LIMIT_MS = 5000;

type Click = Browser.contextMenus.OnClickData;

export function setUpContextMenu(deps: BackgroundDeps, notes: Notes): void {
  browser.runtime.onInstalled.addListener(createItems);
  browser.contextMenus.onClicked.addListener((click, tab) => void onClick(deps, notes, click, tab));
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

async function onClick(
  deps: BackgroundDeps,
  notes: Notes,
  click: Click,
  tab: Browser.tabs.Tab | undefined,
): Promise<void> {
  void warmEngine(deps); // beside finding, storing and fetching the picture
  const id = crypto.randomUUID();
  const page = tab?.id === undefined || tab.id < 0 ? null : { tabId: tab.id, frameId: click.frameId ?? 0 };
  // A screenshot must be taken before the card covers the page; an image's address needs no such wait.
  const search = findPicture(click, page, tab?.windowId);
  if (click.menuItemId === PAGE_ITEM) await search;
  if (page) void showCard(notes, id, page.tabId);
  const { picture, name } = await search;
  const wish = { id, name, page, address: tab?.url ?? click.pageUrl };
  try {
    notes.started.set(id, await startJob(deps, { ...wish, picture }));
  } catch (error) {
    notes.unsaved.set(id, failedJob(wish, codeOf(error), deps.now()));
    await noteFault(deps, faultOf(error, [name]));
    return;
  }
  await wakeEngine(deps);
}

/** A page may let the frame in and yet keep our scripts from running there (CSP `sandbox`): a dead card is taken away. */
async function showCard({ liveCards }: Notes, jobId: string, tabId: number): Promise<void> {
  const top = { tabId, frameId: 0 };
  if (!(await askPage('showCard', { jobId }, top))) return;
  await new Promise((resolve) => setTimeout(resolve, CARD_LIMIT_MS));
  if (!liveCards.delete(jobId)) await askPage('hideCard', { jobId }, top);
}
