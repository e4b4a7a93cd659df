import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { KeySession } from '@/utils/account/ports';
import { createSessionKeys, onKeysChanged } from '@/utils/browser/session-keys';
import { fromBase64Url, toBase64Url } from '@/utils/vault/bytes';

beforeEach(() => fakeBrowser.reset());

const keys: KeySession = createSessionKeys({ encode: toBase64Url, decode: fromBase64Url });
const KEY = Uint8Array.from({ length: 32 }, (_, i) => i * 8);

it('holds a key for another context of the extension, until it is dropped', async () => {
  await keys.put('ada', KEY);
  expect(await createSessionKeys({ encode: toBase64Url, decode: fromBase64Url }).get('ada')).toEqual(KEY);
  expect(await keys.get('bob')).toBeNull();
  await keys.drop('ada');
  expect(await keys.get('ada')).toBeNull();
});

it('tells whoever listens that a key came or went, until they stop', async () => {
  const listener = vi.fn();
  const stop = onKeysChanged(listener);
  await keys.put('ada', KEY);
  await keys.drop('ada');
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  await keys.put('ada', KEY);
  expect(listener).toHaveBeenCalledTimes(2);
});

it('keeps it in the session area, and nowhere else', async () => {
  await keys.put('ada', KEY);
  expect(await fakeBrowser.storage.local.get()).toEqual({});
  expect(Object.keys(await fakeBrowser.storage.session.get())).toEqual(['vault/ada']);
});
