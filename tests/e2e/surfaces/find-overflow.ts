/** Whether a surface still fits where there is less room, or where text runs the other way. */
import type { Page } from '@playwright/test';
import { sessionOf, sizeOf } from './look';

/** Half the room is what 200 % zoom leaves; a side panel gets at least this from Chrome, which zooms it too. */
const NARROWEST = 360;

/** Sentences about what sticks out sideways, at 200 % zoom and from right to left. */
export async function findOverflow(page: Page, narrowest = NARROWEST): Promise<string[]> {
  const { width, height } = sizeOf(page);
  const session = await sessionOf(page);
  const found: string[] = [];
  for (const [what, dir, share] of [
    ['200 %', 'ltr', 2],
    ['right to left', 'rtl', 1],
  ] as const) {
    const narrow = Math.max(narrowest, Math.round(width / share));
    const metrics = { width: Math.min(narrow, width), height, deviceScaleFactor: 1, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', metrics);
    const out = await page.evaluate(sticksOut, dir);
    if (out) found.push(`${what}: ${out}`);
  }
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  return found;
}

/** Runs in the page: who makes it wider than its window, or null. */
async function sticksOut(dir: string): Promise<string | null> {
  const root = document.documentElement;
  root.dir = dir;
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const room = root.clientWidth;
  const isWide = root.scrollWidth > room + 1;
  const widest = [...document.body.querySelectorAll('*')]
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .find(({ box }) => box.width > 0 && (box.right > room + 1 || box.left < -1));
  root.dir = 'ltr';
  if (!isWide) return null;
  return `${root.scrollWidth} px wide in ${room}; ${widest?.element.tagName}.${widest?.element.className} sticks out`;
}
