/** Writes finished cutouts straight into the database, as if their jobs had ended then: thousands in seconds. */
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { HistoryEntry } from '../../../utils/db';
import type { EntryDetails } from '../../../utils/history/details';

export interface Filled {
  readonly entry: Omit<HistoryEntry, 'details'>;
  /** Sealed ones as base64. */
  readonly details: EntryDetails | string;
  /** Base64 of what lies in `blobs`; sealed if they have an owner. */
  readonly preview: string;
  readonly cutout: string | null;
  readonly isSealed: boolean;
}

const DAY_MS = 24 * 60 * 60_000;
export interface Wish {
  readonly name: string;
  readonly host?: string | null;
  readonly daysAgo?: number;
  readonly pinned?: boolean;
}

const png = (colour: string) =>
  sharp({ create: { width: 40, height: 40, channels: 4, background: colour } })
    .png()
    .toBuffer();
const COLOURS = 9;

/** A guest's, the first the newest. */
export async function filled(wishes: readonly Wish[]): Promise<Filled[]> {
  const preview = (
    await sharp(await png('#2a6'))
      .webp()
      .toBuffer()
  ).toString('base64');
  // In the first minute of a day, so that none is of tomorrow and "today" holds whenever the test runs.
  const justAfterMidnight = new Date().setHours(0, 1, 0, 0);
  const colours = Array.from({ length: COLOURS }, (_, i) => png(`hsl(${i * 40}, 80%, 50%)`));
  const cutouts = await Promise.all(colours);
  return wishes.map(({ name, host = null, daysAgo = 0, pinned = false }, i) => {
    const cutout = cutouts[i % COLOURS] ?? Buffer.alloc(0);
    const entry = { id: `id-${name}`, owner: 'guest', width: 40, height: 40, bytes: cutout.length };
    return {
      entry: { ...entry, createdAt: justAfterMidnight - daysAgo * DAY_MS - i, ...(pinned && { pinned }) },
      details: { name, kind: host ? 'page' : 'own', host, url: null },
      preview,
      cutout: cutout.toString('base64'),
      isSealed: false,
    };
  });
}

const AT_ONCE = 500;

/** @param page on the extension's own origin */
export async function fillHistory(page: Page, filled: readonly Filled[]): Promise<void> {
  for (let at = 0; at < filled.length; at += AT_ONCE) await page.evaluate(putAll, filled.slice(at, at + AT_ONCE));
}

/** Travels alone, as text. */
function putAll(rows: readonly Filled[]): Promise<void> {
  const bytes = (base64: string) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction(['history', 'blobs'], 'readwrite');
      const [history, blobs] = [change.objectStore('history'), change.objectStore('blobs')];
      for (const { entry, details, preview, cutout, isSealed } of rows) {
        history.put({ ...entry, details: typeof details === 'string' ? bytes(details) : details });
        const put = (kind: string, type: string, base64: string) => {
          const blob = new Blob([bytes(base64)], { type: isSealed ? 'application/x-matte-sealed' : type });
          blobs.put({ id: `${entry.id}/${kind}`, blob, ...(isSealed && { owner: entry.owner }) });
        };
        put('preview', 'image/webp', preview);
        if (cutout !== null) put('cutout', 'image/png', cutout);
      }
      change.oncomplete = () => resolve();
      change.onerror = () => reject(change.error);
      opening.result.close();
    };
  });
}
