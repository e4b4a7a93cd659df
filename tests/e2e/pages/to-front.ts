import type { Page } from '@playwright/test';

/** Makes the tab the one the user looks at. The focus is real here and arrives a moment after the tab is in front. */
export async function toFront(page: Page): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction(() => document.hasFocus(), undefined, { polling: 20 });
}
