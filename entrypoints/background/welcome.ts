/** The page of the first run. */
import { browser } from 'wxt/browser';
import type { BackgroundDeps } from './deps';

/**
 * Opens it once. "Installed" is not enough: Chrome says so at each start of an extension that was loaded from the command
 * line. Only a database that is made now is a first run, so this must be called before anything opens it.
 */
export function setUpWelcome({ db }: Pick<BackgroundDeps, 'db'>): void {
  let isFirstRun = false;
  db.on('populate', () => {
    isFirstRun = true;
  });
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install') return;
    await db.open().catch(() => undefined); // its own pages say what is wrong with it
    if (isFirstRun) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
}
