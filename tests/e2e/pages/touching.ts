import type { Page } from '@playwright/test';

type Point = readonly [x: number, y: number];

/** Fingers on a page, in its window. */
export async function touching(page: Page) {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  return {
    /** One after the other, as no two fingers come at once. */
    async put(first: Point, second: Point): Promise<void> {
      await send('touchStart', [first]);
      await send('touchStart', [first, second]);
    },
    move: (...points: readonly Point[]) => send('touchMove', points),
    lift: () => send('touchEnd', []),
  };
}
