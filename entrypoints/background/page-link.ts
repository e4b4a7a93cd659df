/** Talking to a page's content script; tabs that were open before Matte came get it on first contact. */
import { browser } from 'wxt/browser';
import { type ContentMessage, type PageMessage, type Protocol, sendMessage } from '@/utils/messaging';

const CONTENT_SCRIPT = '/content-scripts/content.js';
const INJECT_LIMIT_MS = 2000;

type Answer<Type extends PageMessage> = Awaited<ReturnType<Protocol[Type]>>;

/** Without a frame all frames are asked, and the first answer counts. */
interface Target {
  readonly tabId: number;
  readonly frameId?: number;
}

/** @returns null when the browser keeps extensions off this page or the tab is gone. */
export async function askPage<Type extends ContentMessage>(
  type: Type,
  data: Parameters<Protocol[Type]>[0],
  target: Target,
): Promise<Answer<Type> | null> {
  try {
    return await ask(type, data, target);
  } catch {
    const { tabId, frameId } = target;
    return injectContentScript(tabId, frameId === undefined ? undefined : [frameId])
      .then(() => ask(type, data, target))
      .catch(() => null);
  }
}

/** @throws when no script of ours answers there */
export async function ask<Type extends PageMessage>(
  type: Type,
  data: Parameters<Protocol[Type]>[0],
  { tabId, frameId }: Target,
): Promise<Answer<Type>> {
  // The library takes a number for all frames of a tab.
  const target = frameId === undefined ? tabId : { tabId, frameId };
  return sendMessage(type, ...([data, target] as never)) as Promise<Answer<Type>>;
}

/**
 * Injecting twice is harmless: the script notices its older self.
 * @throws when the browser keeps extensions off the tab. On a site that the user withholds, Chrome does not refuse but
 * waits for the user's consent, for ever: after INJECT_LIMIT_MS that is a refusal too.
 */
export async function injectContentScript(tabId: number, frameIds?: number[]): Promise<void> {
  const target = frameIds ? { tabId, frameIds } : { tabId, allFrames: true };
  const injected = browser.scripting.executeScript({ target, files: [CONTENT_SCRIPT], injectImmediately: true });
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the injection waits for consent')), INJECT_LIMIT_MS);
  });
  await Promise.race([injected, tooLate]);
}
