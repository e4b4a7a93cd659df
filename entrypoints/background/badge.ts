/** The toolbar badge: how many pictures are at work; with none, how many results wait to be seen. */
import { browser } from 'wxt/browser';
import type { MatteDb } from '@/utils/db';
import { createJobStore } from '@/utils/jobs/job-store';

export interface Badge {
  readonly text: string;
  readonly background: string;
}

/** What fits. */
const MOST = 999;
/** White on either has a contrast of over 5 : 1; `--accent` and `--good` of the light theme, as toolbars come in all colours. */
const AT_WORK = '#2459d3';
const WAITING = '#15703f';
const TEXT = '#ffffff';

export function badgeOf({ open, announced }: { readonly open: number; readonly announced: number }): Badge {
  const count = open || announced;
  const digits = count > MOST ? `${MOST}+` : `${count}`;
  return { text: count > 0 ? digits : '', background: open > 0 ? AT_WORK : WAITING };
}

export async function showBadge(db: MatteDb): Promise<void> {
  const store = createJobStore(db);
  const [open, announced] = await Promise.all([store.open(), store.announcedCount()]);
  const { text, background } = badgeOf({ open: open.length, announced });
  await browser.action.setBadgeBackgroundColor({ color: background });
  await browser.action.setBadgeTextColor({ color: TEXT });
  await browser.action.setBadgeText({ text });
}
