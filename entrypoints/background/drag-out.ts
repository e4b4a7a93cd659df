/**
 * A cutout on its way from a card into the page that the card lies on; page-drop/ says why that needs us. Asked is only who is
 * there: injecting the content script once more would take the card away.
 */
import { browser } from 'wxt/browser';
import { cutoutFileName } from '@/utils/browser/download';
import type { Job } from '@/utils/jobs/job';
import type { Place } from '@/utils/messaging';
import { ask } from './page-link';

const SCRIPT = '/page-drop.js';

/** @throws when the page has gone, or has none of our script: it is over there then */
export async function dragOut({ id, tabId }: Job, on: boolean): Promise<void> {
  if (tabId === null) return;
  const target = { tabId, frameId: 0 };
  if (!on) return ask('endDrop', undefined, target);
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    files: [SCRIPT],
    injectImmediately: true,
  });
  await ask('openDrop', { address: id }, target);
}

export async function aimDrop({ tabId }: Job, at: unknown): Promise<{ takes: boolean }> {
  if (tabId === null || !isPlace(at)) return { takes: false };
  const answer = await ask('probeDrop', { at }, { tabId, frameId: 0 }).catch(() => null);
  return { takes: answer?.takes === true };
}

/** The page gets the picture here, because the user has let go of it there, and never before. */
export async function dropOut({ tabId, name }: Job, at: unknown, picture: unknown): Promise<{ taken: boolean }> {
  if (tabId === null || !isPlace(at) || !(picture instanceof Blob)) return { taken: false };
  const { type } = picture;
  const file = new File([picture], cutoutFileName(name, type), { type });
  const answer = await ask('giveDrop', { at, picture: file }, { tabId, frameId: 0 }).catch(() => null);
  return { taken: answer?.taken === true };
}

function isPlace(at: unknown): at is Place {
  const { x, y } = (at ?? {}) as Partial<Place>;
  return [x, y].every((share) => typeof share === 'number' && share >= 0 && share <= 1);
}
