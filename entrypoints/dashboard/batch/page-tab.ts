/** The tab whose images were asked for, in the dashboard's own address: `dashboard.html?page=7#batch`. */
import { browser } from 'wxt/browser';

/** Null where none was asked for. */
export function pageTabOf(search: string): number | null {
  const id = Number(new URLSearchParams(search).get('page') ?? Number.NaN);
  return Number.isInteger(id) && id >= 0 ? id : null;
}

/** The dashboard stays behind the page until it has looked at it: a screenshot shows what is in front. */
export async function comeToFront(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own?.id !== undefined && !own.active) await browser.tabs.update(own.id, { active: true });
}
