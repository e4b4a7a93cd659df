import { browser } from 'wxt/browser';

/** False in the real popup, which closes as soon as something else has the focus. */
export async function isInTab(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) !== undefined;
}

/** @param tab a tab of it, as in `dashboard.html#account` */
export async function openDashboard(tab: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html#${tab}`) });
}

/**
 * The picker of the images of the page in front. It opens behind that page, looks at it, and comes to the front by itself: a
 * screenshot shows what is in front.
 */
export async function openPagePicker(): Promise<void> {
  const [page] = await browser.tabs.query({ active: true, currentWindow: true });
  if (page?.id === undefined) return;
  const url = browser.runtime.getURL(`/dashboard.html?page=${page.id}#batch` as '/dashboard.html');
  await browser.tabs.create({ url, active: false, index: page.index + 1 });
}
