/** Each tab of the dashboard, and the page of the first run. */
import { openPage, shoot } from './looks.mjs';

const TABS = ['history', 'batch', 'account', 'privacy', 'statistics', 'settings'];

export async function shootDashboard({ context, extensionId }, look) {
  const zoom = look.zoom ?? 1;
  for (const tab of TABS) {
    const page = await openPage(context, look, { width: 1280 / zoom, height: 800 / zoom });
    await page.goto(`chrome-extension://${extensionId}/dashboard.html#${tab}`);
    await page.locator('main[aria-busy="false"]').waitFor();
    await shoot(page, page, look, `dashboard-${tab}`, { fullPage: tab !== 'history' });
    await page.close();
  }
}

export async function shootWelcome({ context, extensionId }, look) {
  const zoom = look.zoom ?? 1;
  const page = await openPage(context, look, { width: 1280 / zoom, height: 800 / zoom });
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot(page, page, look, 'welcome', { fullPage: true });
  await page.close();
}
