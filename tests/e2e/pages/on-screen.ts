import type { Locator } from '@playwright/test';
import type { Point } from '../browser/screen';

/** The middle of an element of the page itself, on the X screen. */
export function onScreen(thing: Locator): Promise<Point> {
  return thing.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const toolbar = outerHeight - innerHeight;
    return { x: screenX + left + width / 2, y: screenY + toolbar + top + height / 2 };
  });
}
