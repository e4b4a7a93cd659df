/**
 * The receiving half of @webext-core/messaging's wire format ({type, data} in, {res} or {err} out), without its 3 KB:
 * the content script runs in every frame of every page. tests/unit/browser/answer-background.test.ts holds it to the library.
 */
import type { PageMessage, Protocol } from '../messaging';

type Handlers<Owned extends PageMessage> = {
  readonly [Type in Owned]: (data: Parameters<Protocol[Type]>[0]) => unknown;
};

/** @param isMine what is asked of all frames of a page is answered by the one that it concerns; the others are silent. */
export function answerBackground<Owned extends PageMessage>(
  handlers: Handlers<Owned>,
  signal: AbortSignal,
  isMine: (type: Owned) => boolean = () => true,
): void {
  const listener = (
    message: { type?: string; data?: never } | null,
    sender: chrome.runtime.MessageSender,
    respond: (answer: unknown) => void,
  ) => {
    const handle = handlers[message?.type as Owned];
    if (!handle || sender.id !== chrome.runtime.id || !isMine(message?.type as Owned)) return false;
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
