/**
 * Unlocked private keys in chrome.storage.session: in memory, never on disk, gone with the browser or the extension's
 * reload. Content scripts cannot read it (access level "trusted contexts", the default); offscreen documents have no
 * chrome.storage, and only seal, for which the public key is enough.
 */
import { browser } from 'wxt/browser';

const keyOf = (accountId: string) => `vault/${accountId}`;

/** Another context unlocked or locked, or this one did. @returns how to stop listening */
export function onKeysChanged(listener: () => void): () => void {
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

/** Fits the `KeySession` port; `encode` and `decode` are passed in, for adapters know no domain. */
export function createSessionKeys<Key>(codec: {
  readonly encode: (key: Key) => string;
  readonly decode: (text: string) => Key | null;
}) {
  return {
    async get(accountId: string): Promise<Key | null> {
      const { [keyOf(accountId)]: text } = await browser.storage.session.get(keyOf(accountId));
      return typeof text === 'string' ? codec.decode(text) : null;
    },
    async put(accountId: string, key: Key): Promise<void> {
      await browser.storage.session.set({ [keyOf(accountId)]: codec.encode(key) });
    },
    async drop(accountId: string): Promise<void> {
      await browser.storage.session.remove(keyOf(accountId));
    },
  };
}
