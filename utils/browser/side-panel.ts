/** The popup's page beside the web page: it stays open while the user works in tabs and other windows. */
import { browser } from 'wxt/browser';

/** What tells the page that it is not the popup. */
const PANEL_HASH = '#panel';

export function isPanel(hash: string): boolean {
  return hash === PANEL_HASH;
}

/** Only in answer to a click or a key, and before anything is awaited: Chrome asks for the user's gesture. */
export async function openPanel(windowId: number): Promise<void> {
  await browser.sidePanel.open({ windowId });
}
