/** What the tab knows of one cutout: its row, and what of it is open. */

import { dayOf } from '@/utils/calendar';
import type { HistoryEntry } from '@/utils/db';
import type { Opened } from '@/utils/history/open-details';
import type { Searchable } from '@/utils/history/search';
import { say } from '@/utils/i18n/say';

export interface Cutout extends Searchable {
  readonly id: string;
  readonly entry: HistoryEntry;
  /** Undefined while it is being opened. */
  readonly opened: Opened | undefined;
  /** For people. */
  readonly name: string;
}

export function toCutout(entry: HistoryEntry, opened: Opened | undefined): Cutout {
  const isOpen = opened?.state === 'open';
  return {
    id: entry.id,
    entry,
    opened,
    name: nameOf(opened),
    day: dayOf(entry.createdAt),
    host: isOpen ? opened.details.host : null,
    folded: isOpen ? opened.folded : '',
    isPinned: entry.pinned === true,
  };
}

function nameOf(opened: Opened | undefined): string {
  if (!opened) return '…';
  return opened.state === 'open' ? opened.details.name || say('history.unnamed') : say('history.damagedName');
}
