/**
 * Pictures into the queue, one after another. From then on each lies in the database and the tab may be closed; the first is
 * worked on while the others still come.
 */
import { changeBatch, openBatch } from '@/utils/batch/batch-store';
import { parsePagePicture } from '@/utils/browser/page-picture';
import { safeName } from '@/utils/browser/picture-name';
import type { MatteDb, StoredBatch } from '@/utils/db';
import { codeOf } from '@/utils/errors';
import { type StartWish, startJob } from '@/utils/jobs/start-job';
import { sendMessage } from '@/utils/messaging';
import type { Edits } from '@/utils/studio/edits';
import type { Given } from './given';

export interface Intake {
  readonly owner: string;
  readonly given: readonly Given[];
  readonly edits: Edits;
  /** Told after each; the job's id, so that it can be tried again. */
  readonly taken: (jobId: string, given: Given, count: number) => void;
  readonly signal: AbortSignal;
}

/** @throws MatteError storage-full; data-gone when the batch was put away meanwhile */
export async function startBatch(db: MatteDb, { owner, given, edits, taken, signal }: Intake): Promise<void> {
  const id = crypto.randomUUID();
  await openBatch(db, { id, owner, createdAt: Date.now(), size: given.length, isPaused: false, edits });
  let count = 0;
  try {
    for (const each of given) {
      if (signal.aborted) break;
      taken(await addPicture(db, { id, place: count }, each), each, ++count);
      if (count === 1) wakeQueue();
    }
  } finally {
    if (count < given.length) await changeBatch(db, { owner, id }, { size: count });
    wakeQueue();
  }
}

/** @returns the job's id */
export async function addPicture(db: MatteDb, batch: NonNullable<StartWish['batch']>, given: Given): Promise<string> {
  const id = crypto.randomUUID();
  const picture = await pictureOf(given);
  const page = given.kind === 'page' ? { tabId: given.page.tabId, frameId: given.image.frameId } : null;
  const address = given.kind === 'page' ? given.page.address : undefined;
  await startJob({ db, now: Date.now }, { id, name: safeName(given.name), page, address, batch, picture });
  return id;
}

/** Nobody to wake it: the alarm does, within half a minute. */
export function wakeQueue(): void {
  sendMessage('wakeQueue', undefined).catch(() => {});
}

/** Addresses of pictures that only the page has are read from the page, while it is there. */
async function pictureOf(given: Given): Promise<StartWish['picture']> {
  if (given.kind === 'file') return { kind: 'bytes', blob: given.file };
  const { url, pageUrl, frameId } = given.image;
  if (/^https?:/i.test(url)) return { kind: 'url', url, pageUrl };
  try {
    if (/^data:/i.test(url)) return { kind: 'bytes', blob: await (await fetch(url)).blob() };
    const target = { tabId: given.page.tabId, frameId };
    const found = parsePagePicture(await sendMessage('findPicture', { srcUrl: url, pixels: false }, target));
    return found.kind === 'bytes' ? found : { kind: 'unreadable', error: 'no-picture' };
  } catch (error) {
    return { kind: 'unreadable', error: codeOf(error) === 'internal' ? 'no-picture' : codeOf(error) };
  }
}

export type BatchKey = Pick<StoredBatch, 'id' | 'owner'>;
