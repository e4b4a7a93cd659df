/** One cutout and what was made of it before. Why it does not open is a sentence, not a fault. */

import { useEffect, useState } from 'react';
import { cutoutId, groundId, type HistoryEntry, originalId, retouchedId } from '@/utils/db';
import { codeOf } from '@/utils/errors';
import type { Vault } from '@/utils/history/courier';
import { readDetails } from '@/utils/history/details';
import { isHidden } from '@/utils/history/history-store';
import { readPicture } from '@/utils/history/read-picture';
import { say } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import type { Size } from '@/utils/pipeline/raster';
import type { Rect } from '@/utils/studio/bounds';
import { type Edits, parseEdits } from '@/utils/studio/edits';
import type { Base } from './desk';
import type { Host } from './host';

export type Opened =
  | { readonly state: 'opening' }
  | {
      readonly state: 'open';
      readonly name: string;
      readonly size: Size;
      readonly subject: Rect | null;
      readonly edits: Edits;
      /** What it was cut from is here, and can be restored from. */
      readonly hasPhoto: boolean;
      /** One's own picture for the background, if it is here. */
      readonly picture: Blob | null;
    }
  | { readonly state: 'closed'; readonly sentence: string };

const sentences = () => ({
  locked: say('studio.closedLocked'),
  gone: say('studio.closedGone'),
  damaged: sentenceOf('vault-damaged'),
});

export function useOpened(vault: Vault, host: Host, entryId: string): Opened {
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  useEffect(() => {
    openEntry(vault, host, entryId)
      .catch((error): Opened => ({ state: 'closed', sentence: sentenceOf(codeOf(error)) }))
      .then(setOpened);
  }, [vault, host, entryId]);
  return opened;
}

async function openEntry(vault: Vault, host: Host, entryId: string): Promise<Opened> {
  const entry = await vault.db.history.get(entryId);
  const picture = await readPicture(vault, cutoutId(entryId));
  if (!entry || isHidden(entry) || picture.state === 'gone') return { state: 'closed', sentence: sentences().gone };
  if (picture.state !== 'open') return { state: 'closed', sentence: sentences()[picture.state] };
  const details = await readDetails(vault.keys, entry);
  const photo = await readPicture(vault, originalId(entryId));
  const base =
    photo.state === 'open' ? { cutout: picture.blob, strokes: 0 } : await retouched(vault, entry, picture.blob);
  const { subject, width, height } = await host.open(base);
  const hasPhoto = photo.state === 'open' && (await host.photo(photo.blob).catch(() => false));
  const ground = await readPicture(vault, groundId(entryId));
  const hasPicture = ground.state === 'open' && (await host.picture(ground.blob).catch(() => false));
  const name = details.state === 'open' ? details.details.name : '';
  return {
    state: 'open',
    name,
    size: { width, height },
    subject,
    edits: parseEdits(entry.edits),
    hasPhoto,
    picture: hasPicture && ground.state === 'open' ? ground.blob : null,
  };
}

/** Without the photo strokes cannot be drawn anew: what they had made of it was kept. */
async function retouched(vault: Vault, { id, retouched: strokes = 0 }: HistoryEntry, cutout: Blob): Promise<Base> {
  const kept = strokes > 0 ? await readPicture(vault, retouchedId(id)) : null;
  return kept?.state === 'open' ? { cutout: kept.blob, strokes } : { cutout, strokes: 0 };
}
