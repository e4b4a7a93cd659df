import { browser } from 'wxt/browser';

/** False in the real popup, which closes as soon as something else has the focus. */
export async function isInTab(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) !== undefined;
}

/** @param tab a tab of it, as in `dashboard.html#account` */
export async function openDashboard(tab: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html#${tab}`) });
}
