/** The picture on the clipboard, read without Ctrl+V: only a page with the focus and a permission of its own may. */
import { browser } from 'wxt/browser';

export type Read =
  | { readonly ok: true; readonly file: File }
  | { readonly ok: false; readonly reason: 'none' | 'refused' };

export async function readClipboardPicture(): Promise<Read> {
  const items = await navigator.clipboard.read().catch(() => null);
  if (!items) return { ok: false, reason: 'refused' };
  for (const item of items) {
    const type = item.types.find((each) => each.startsWith('image/'));
    if (type) return { ok: true, file: new File([await item.getType(type)], '', { type }) };
  }
  return { ok: false, reason: 'none' };
}

/** Only in answer to a press. Chrome asks the user, and closes the popup meanwhile. */
export function askToRead(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['clipboardRead'] });
}
