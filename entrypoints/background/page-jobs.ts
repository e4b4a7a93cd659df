/** Jobs on pictures of pages, however they were asked for: the card comes first, then the row, then the engine. */
import { browser } from 'wxt/browser';
import { faultOf, noteFault } from '@/utils/diagnostics/log';
import { codeOf } from '@/utils/errors';
import { failedJob, startJob } from '@/utils/jobs/start-job';
import { writeAddress } from '@/utils/settings/card-address';
import { type Corner, cardOf } from '@/utils/settings/cards';
import { DEFAULTS } from '@/utils/settings/settings';
import { readSettings } from '@/utils/settings/settings-store';
import type { Delivery } from './delivery';
import type { BackgroundDeps } from './deps';
import { wakeEngine, warmEngine } from './engine-control';
import type { FoundPicture } from './find-picture';
import type { Notes } from './notes';
import { askPage } from './page-link';

/** Ten times what a card needs to load on a busy machine. */
const CARD_LIMIT_MS = 5000;
const FIRST_CORNER: Corner = 'bottom-right';

export interface PageWish {
  /** Null where there is no tab to show anything in. */
  readonly page: { readonly tabId: number; readonly frameId: number } | null;
  /** Of the tab. */
  readonly address: string | undefined;
  /** Null: the user has thought better of it. */
  readonly picture: Promise<FoundPicture | null>;
  /** False where a screenshot may be needed, which the card would be on. */
  readonly cardFirst: boolean;
}

export type PageJobs = ReturnType<typeof createPageJobs>;

export function createPageJobs(deps: BackgroundDeps, delivery: Pick<Delivery, 'refreshBadge'>, notes: Notes) {
  async function start({ page, address, picture, cardFirst }: PageWish): Promise<void> {
    void warmEngine(deps); // beside finding, storing and fetching the picture
    const id = crypto.randomUUID();
    if (!cardFirst && !(await picture)) return;
    if (page) void showCard(deps, notes, { jobId: id, tabId: page.tabId, host: hostOf(address) });
    const found = await picture;
    if (!found) return;
    const wish = { id, name: found.name, page, address };
    try {
      notes.started.set(id, await startJob(deps, { ...wish, picture: found.picture }));
    } catch (error) {
      notes.unsaved.set(id, failedJob(wish, codeOf(error), deps.now()));
      await noteFault(deps, faultOf(error, [found.name]));
      return;
    }
    void delivery.refreshBadge();
    await wakeEngine(deps);
  }
  return { start };
}

/** As settings know a site; '' for files and the like. */
export function hostOf(address: string | undefined): string {
  return address && URL.canParse(address) ? new URL(address).host : '';
}

interface CardWish {
  readonly jobId: string;
  readonly tabId: number;
  readonly host: string;
}

/** A page may let the frame in and yet keep our scripts from running there (CSP `sandbox`): a dead card is taken away. */
async function showCard({ db }: BackgroundDeps, { liveCards }: Notes, { jobId, tabId, host }: CardWish): Promise<void> {
  const { cards, theme, language } = await readSettings(db).catch(() => DEFAULTS);
  const { isOff, corner = FIRST_CORNER } = cardOf(cards, host);
  if (isOff) return; // nobody collects the result, so badge and notification tell
  const top = { tabId, frameId: 0 };
  if (!(await askPage('showCard', { jobId, corner, theme, address: writeAddress({ jobId, language, theme }) }, top)))
    return;
  await new Promise((resolve) => setTimeout(resolve, CARD_LIMIT_MS));
  if (!liveCards.delete(jobId)) await askPage('hideCard', { jobId }, top);
}

/** The tab in front, as far as a page can be asked there. */
export async function tabInFront() {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}
