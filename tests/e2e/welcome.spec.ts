/** The first run: a page of its own, once, and a real job on it that takes no credit. */
import { expect } from '@playwright/test';
import { welcomePage } from './browser/launch';
import { toFront } from './pages/to-front';
import { test } from './profile';

test.setTimeout(120_000);

test('opens once, at the install; its sample is cut out and takes no credit; Done closes it', async ({
  launch,
  profile,
}) => {
  const matte = await launch('tiny', { profile, keepWelcome: true });
  const page = await welcomePage(matte.chrome.context);
  await toFront(page);
  await expect(page.getByRole('region')).toHaveCount(3);
  await expect(page.locator('.shortcuts > div').first()).toHaveText('Open MatteAltShiftM');
  await page.getByRole('button', { name: 'Remove background' }).click();
  const line = page.getByRole('slider', { name: 'How much of the photo' });
  await expect(line).toBeFocused({ timeout: 40_000 });
  await page.keyboard.press('Home');
  await expect(line).toHaveAttribute('aria-valuetext', '0 % photo');
  const [job] = await matte.inside.jobs();
  expect(job).toMatchObject({ status: 'done', outcome: { width: 600, height: 400 } });
  expect((await matte.inside.ledger()).map(({ kind }) => kind)).not.toContain('settle');
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied. Paste it anywhere.')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => page.isClosed()).toBe(true);
  await matte.chrome.close();

  const again = await launch('tiny', { profile });
  const urls = again.chrome.context.pages().map((each) => each.url());
  expect(urls.filter((url) => url.includes('welcome'))).toEqual([]);
});
