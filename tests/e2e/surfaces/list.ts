/** Every surface that somebody looks at, and how to get there. */
import { expect, type Frame, type Page } from '@playwright/test';
import type { Matte } from '../pages/matte';
import type { Site } from '../site/site';
import { hold } from './look';
import { FIRST_ID } from './world';

export interface Opened {
  readonly page: Page;
  /** Where Matte is: the page itself, or its frame on somebody else’s. */
  readonly frame: Frame;
}

export interface Surface {
  readonly name: string;
  readonly open: (matte: Matte, site: Site) => Promise<Opened>;
}

export const SURFACES: readonly Surface[] = [
  own('popup', 'popup.html', { width: 396, height: 600 }),
  own('panel', 'popup.html#panel', { width: 420, height: 760 }),
  ...['history', 'batch', 'account', 'privacy', 'statistics', 'settings'].map((tab) =>
    own(`dashboard-${tab}`, `dashboard.html#${tab}`),
  ),
  own('welcome', 'welcome.html'),
  own('studio', `studio.html#${FIRST_ID}`),
  { name: 'card', open: openCard },
];

/** A page of the extension's own. */
function own(name: string, file: string, size = { width: 1200, height: 800 }): Surface {
  return {
    name,
    open: async (matte) => {
      const page = await matte.chrome.context.newPage();
      await hold(page);
      await page.setViewportSize(size);
      await page.goto(matte.inside.url(file));
      await expect(page.locator('main')).not.toHaveAttribute('aria-busy', 'true');
      await page.waitForLoadState('networkidle');
      return { page, frame: page.mainFrame() };
    },
  };
}

async function openCard(matte: Matte, site: Site): Promise<Opened> {
  const page = await matte.open(site.page({ body: `<img id="it" width="200" src="${site.picture('scene.png')}">` }));
  await page.setViewportSize({ width: 420, height: 460 });
  await matte.rightClick(page, '#it');
  await matte.done();
  const frame = await matte.card(page).shown();
  await expect(frame.getByRole('progressbar')).toHaveCount(0);
  await expect(frame.getByRole('img').first()).toBeVisible();
  return { page, frame };
}
