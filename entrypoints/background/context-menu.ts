/** The two menu items, in the chosen language, and what a click on them starts. */
import { liveQuery } from 'dexie';
import { type Browser, browser } from 'wxt/browser';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { readSettings } from '@/utils/settings/settings-store';
import { findPicture } from './find-picture';
import { spoken } from './language';
import type { PageJobs } from './page-jobs';

export const IMAGE_ITEM = 'remove-background';
export const PAGE_ITEM = 'remove-background-here';

type Click = Browser.contextMenus.OnClickData;

export function setUpContextMenu(db: MatteDb, jobs: PageJobs): void {
  browser.runtime.onInstalled.addListener(() => void createItems(db));
  browser.contextMenus.onClicked.addListener((click, tab) => void onClick(jobs, click, tab));
  let titled: string | null = null;
  const language = liveQuery(async () => (await readSettings(db)).language);
  // The first answer of each worker, too: the browser's own language may have changed since.
  language.subscribe({
    next: (wish) => {
      if (wish !== titled) void retitle(db).catch(() => {}); // not installed yet: `createItems` will say it
      titled = wish;
    },
    error: () => {}, // the items keep the titles they have
  });
}

async function createItems(db: MatteDb): Promise<void> {
  await spoken(db);
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: IMAGE_ITEM, title: say('card.menuImage'), contexts: ['image'] });
  // Not `link` or `frame`: two items that fit one click would be folded into a submenu.
  browser.contextMenus.create({ id: PAGE_ITEM, title: say('card.menuPage'), contexts: ['page', 'video'] });
}

async function retitle(db: MatteDb): Promise<void> {
  await spoken(db);
  await browser.contextMenus.update(IMAGE_ITEM, { title: say('card.menuImage') });
  await browser.contextMenus.update(PAGE_ITEM, { title: say('card.menuPage') });
}

async function onClick(jobs: PageJobs, click: Click, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const page = tab?.id === undefined || tab.id < 0 ? null : { tabId: tab.id, frameId: click.frameId ?? 0 };
  await jobs.start({
    page,
    address: tab?.url ?? click.pageUrl,
    picture: findPicture(click, page, tab?.windowId),
    // An image's address needs no screenshot, which the card would be on.
    cardFirst: click.menuItemId !== PAGE_ITEM,
  });
}
