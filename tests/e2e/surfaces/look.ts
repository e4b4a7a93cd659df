/** How a surface is looked at: which colours, which language, how dense the screen. */
import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../../utils/i18n/language';

export const THEMES = ['light', 'dark'] as const;
export const SCALES = [1, 2] as const;
export { LANGUAGES };
export type Theme = (typeof THEMES)[number];

/** Half past ten in the morning, so that no day begins while somebody looks. */
export const NOW = Date.parse('2026-03-14T10:30:00Z');

/** Both come from Debian's packages (scripts/setup/fonts.mjs): any other machine would have other letters. */
const STILL = `
  *, *::before, *::after { transition: none !important; animation: none !important; caret-color: transparent !important; }
  body, body * { font-family: 'DejaVu Sans', 'Droid Sans Fallback' !important; }`;

/** Before the page is opened: its clock stands still, in UTC. */
export async function hold(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'UTC' });
  await page.addInitScript(stopClock, NOW);
}

/** Runs in the page. Playwright's own clock is the whole context's: the tests after these would live in March too. */
function stopClock(now: number): void {
  const Clock = Date;
  globalThis.Date = class extends Clock {
    constructor(...given: [] | [number]) {
      super(...((given.length > 0 ? given : [now]) as [number]));
    }
    static override now = () => now;
  } as DateConstructor;
}

export async function photograph(page: Page, theme: Theme, scale: number): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  for (const frame of page.frames()) await frame.addStyleTag({ content: STILL }).catch(() => {});
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const shot = await page.screenshot({ scale: 'device' });
  await session.detach();
  return shot;
}
