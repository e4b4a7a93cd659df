/** Each tab of the dashboard. */
import { openPage, shoot } from './looks.mjs';

const TABS = ['history', 'account', 'privacy', 'statistics'];

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
