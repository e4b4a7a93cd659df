/**
 * The receiving half of @webext-core/messaging's wire format ({type, data} in, {res} or {err} out), without its 3 KB:
 * this script runs in every frame of every page. tests/unit/content/answer.test.ts holds it to the library.
 */
import type { Protocol } from '@/utils/messaging';

type Owned = 'findPicture' | 'showCard' | 'hideCard' | 'restoreFocus';
type Handlers = { readonly [Type in Owned]: (data: Parameters<Protocol[Type]>[0]) => unknown };

export function answerBackground(handlers: Handlers, signal: AbortSignal): void {
  const listener = (
    message: { type?: string; data?: never } | null,
    sender: chrome.runtime.MessageSender,
    respond: (answer: unknown) => void,
  ) => {
    const handle = handlers[message?.type as Owned];
    if (!handle || sender.id !== chrome.runtime.id) return false;
    Promise.resolve(message?.data as never)
      .then(handle)
      .then(
        (res) => respond({ res }),
        (error) => respond({ err: { name: 'Error', message: String(error), stack: '' } }),
      );
    return true;
  };
  chrome.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => chrome.runtime?.onMessage?.removeListener(listener));
}
