/** Keyboard shortcuts besides Chrome's own for the popup; users change them at chrome://extensions/shortcuts. */
import { browser } from 'wxt/browser';
import { openPanel } from '@/utils/browser/side-panel';

export const OPEN_PANEL = 'open-side-panel';

export function setUpShortcuts(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === OPEN_PANEL && tab?.windowId !== undefined) void openPanel(tab.windowId);
  });
}
