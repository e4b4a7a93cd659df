/** How a surface is looked at: which colours, which language, how dense the screen. */
import type { CDPSession, Frame, Page } from '@playwright/test';
import { LANGUAGES, type Language } from '../../../utils/i18n/language';

export const THEMES = ['light', 'dark'] as const;
export { LANGUAGES };
export type Theme = (typeof THEMES)[number];

/**
 * A dense screen shows what is blurred; words break as on any other, so one language is enough. An emulated density does not
 * reach a frame of another process, which would only be enlarged.
 */
export function scalesOf(language: Language, isFramed: boolean): readonly number[] {
  return language === 'en' && !isFramed ? [1, 2] : [1];
}

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
  const session = await sessionOf(page);
  const { width, height } = sizeOf(page);
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  for (const frame of page.frames()) await still(frame);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  // By the session that has set the density: page.screenshot() would set its own again.
  const clip = { x: 0, y: 0, width, height, scale: 1 };
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip, optimizeForSpeed: true });
  return Buffer.from(data, 'base64');
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** One for each page, and it stays: with its session, a density is gone. */
export function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

export function sizeOf(page: Page): { readonly width: number; readonly height: number } {
  const size = page.viewportSize();
  if (!size) throw new Error('the surface has not been given a size');
  return size;
}

const stilled = new WeakSet<Frame>();

async function still(frame: Frame): Promise<void> {
  if (stilled.has(frame)) return;
  const added = frame.addStyleTag({ content: STILL });
  await added.then(
    () => stilled.add(frame),
    () => {},
  );
}
