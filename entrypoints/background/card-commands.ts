/** What the user does with a card: moves it, folds it, turns it off for a site, takes its result to the studio or away. */
import { browser } from 'wxt/browser';
import { hideEntries, restoreEntries } from '@/utils/history/manage-entries';
import type { Job } from '@/utils/jobs/job';
import type { CardManners, CardMove, Side } from '@/utils/messaging';
import { type CardOfSite, CORNERS, type Corner } from '@/utils/settings/cards';
import { readSettings, saveCard } from '@/utils/settings/settings-store';
import type { BackgroundDeps } from './deps';
import { hostOf } from './page-jobs';
import { askPage } from './page-link';

const SIDES: readonly Side[] = ['top', 'bottom', 'left', 'right'];
/** No screen is wider. */
const MAX_PIXELS = 20_000;

export function createCardCommands({ db, now }: BackgroundDeps) {
  /** Of a private window nothing is remembered. */
  async function remember({ tabId }: Job, change: CardOfSite): Promise<boolean> {
    const tab = tabId === null ? null : await browser.tabs.get(tabId).catch(() => null);
    const host = hostOf(tab?.url);
    if (!tab || tab.incognito || !host) return false;
    await saveCard(db, host, change);
    return true;
  }

  return {
    async greet(address: string | undefined): Promise<CardManners> {
      const { copyAutomatically, copyBackground } = await readSettings(db);
      return { copyAutomatically, copyBackground, host: hostOf(address) };
    },

    async move(job: Job, move: CardMove): Promise<{ corner: Corner | null }> {
      if (job.tabId === null || !isMove(move)) return { corner: null };
      const zoom = await browser.tabs.getZoom(job.tabId).catch(() => 1);
      const answer = await askPage('placeCard', { jobId: job.id, move, zoom }, { tabId: job.tabId, frameId: 0 });
      const corner = CORNERS.find((each) => each === answer?.corner) ?? null;
      if (corner) await remember(job, { corner });
      return { corner };
    },

    async fold({ id, tabId }: Job, folded: boolean): Promise<void> {
      if (tabId !== null) await askPage('sizeCard', { jobId: id, folded }, { tabId, frameId: 0 });
    },

    async turn(job: Job, off: boolean): Promise<{ turned: boolean }> {
      return { turned: await remember(job, { isOff: off }) };
    },

    async openStudio({ id, tabId }: Job): Promise<void> {
      const url = browser.runtime.getURL(`/studio.html#${id}`);
      await browser.tabs.create({ url, ...(tabId !== null && { openerTabId: tabId }) });
    },

    async remove({ id, owner }: Job): Promise<{ removed: boolean }> {
      return { removed: (await hideEntries(db, owner, [id], now())) > 0 };
    },

    async restore({ id, owner }: Job): Promise<{ restored: boolean }> {
      return { restored: (await restoreEntries(db, owner, [id])) > 0 };
    },
  };
}

/** It goes on to a page as it is. */
function isMove(move: CardMove): boolean {
  if (move.kind === 'drop') return true;
  if (move.kind === 'towards') return SIDES.includes(move.side);
  return move.kind === 'by' && Math.abs(move.x) <= MAX_PIXELS && Math.abs(move.y) <= MAX_PIXELS;
}
