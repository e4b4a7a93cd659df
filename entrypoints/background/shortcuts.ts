/** Keyboard shortcuts besides Chrome's own for the popup; users change them at chrome://extensions/shortcuts. */
import { type Browser, browser } from 'wxt/browser';
import { openPopup } from '@/utils/browser/announcement';
import { openPanel } from '@/utils/browser/side-panel';
import type { MatteDb } from '@/utils/db';
import { say } from '@/utils/i18n/say';
import { onMessage } from '@/utils/messaging';
import { type FoundPicture, findMarked, findPointed, type Tab } from './find-picture';
import { spoken } from './language';
import { type PageJobs, tabInFront } from './page-jobs';
import { isFramed, isOwnPage } from './sender';

/** Names in the manifest. */
export const OPEN_PANEL = 'open-side-panel';
export const CUT_POINTED = 'cut-pointed';
export const CUT_CLIPBOARD = 'cut-clipboard';
export const CUT_AREA = 'cut-area';

/** Makes the popup look into the clipboard, which only a page with the focus may. */
const PASTE_HASH = '#paste';

export function setUpShortcuts(db: MatteDb, jobs: PageJobs): void {
  browser.commands.onCommand.addListener((command, tab) => {
    // Before anything is awaited: opening the panel asks for the key itself.
    if (command === OPEN_PANEL && tab?.windowId !== undefined) void openPanel(tab.windowId);
    if (command === CUT_POINTED) void cut(jobs, tab, findPointed);
    if (command === CUT_CLIPBOARD) void openPopup(PASTE_HASH).catch(() => {}); // no window to open it in
    if (command === CUT_AREA) void cutArea(db, jobs, tab);
  });
  onMessage('markArea', async ({ sender }) => {
    if (isOwnPage(sender) && !isFramed(sender)) void cutArea(db, jobs, await tabInFront());
  });
}

async function cutArea(db: MatteDb, jobs: PageJobs, tab: Browser.tabs.Tab | undefined): Promise<void> {
  await spoken(db);
  await cut(jobs, tab, (each) => findMarked(each, say('card.markHint')));
}

async function cut(
  jobs: PageJobs,
  tab: Browser.tabs.Tab | undefined,
  find: (tab: Tab) => Promise<FoundPicture | null>,
): Promise<void> {
  if (tab?.id === undefined) return;
  const { id, windowId, url } = tab;
  await jobs.start({
    page: { tabId: id, frameId: 0 },
    address: url,
    picture: find({ id, windowId, url }),
    cardFirst: false,
  });
}
