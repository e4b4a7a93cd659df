/** Talking to a page's content script; tabs that were open before Matte came get it on first contact. */
import { browser } from 'wxt/browser';
import { type Protocol, sendMessage } from '@/utils/messaging';

const CONTENT_SCRIPT = '/content-scripts/content.js';
const INJECT_LIMIT_MS = 2000;

type ToPage =
  | 'findPicture'
  | 'pointedPicture'
  | 'markedArea'
  | 'showCard'
  | 'placeCard'
  | 'sizeCard'
  | 'hideCard'
  | 'restoreFocus';

/**
 * @param target without a frame all frames are asked, and the first answer counts.
 * @returns null when the browser keeps extensions off this page or the tab is gone.
 */
export async function askPage<Type extends ToPage>(
  type: Type,
  data: Parameters<Protocol[Type]>[0],
  target: { readonly tabId: number; readonly frameId?: number },
): Promise<Awaited<ReturnType<Protocol[Type]>> | null> {
  const { tabId, frameId } = target;
  // The library takes a number for all frames of a tab.
  const ask = () =>
    sendMessage(type, ...([data, frameId === undefined ? tabId : { tabId, frameId }] as never)) as Promise<
      Awaited<ReturnType<Protocol[Type]>>
    >;
  try {
    return await ask();
  } catch {
    return injectContentScript(tabId, frameId === undefined ? undefined : [frameId])
      .then(ask)
      .catch(() => null);
  }
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
