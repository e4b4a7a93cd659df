/** Somebody who has no mouse: finds what is named by pressing Tab, and must see all the way where they are. */
import { expect, type Page } from '@playwright/test';

const MOST_STOPS = 90;

interface Stop {
  readonly name: string;
  readonly isMarked: boolean;
}

/** Presses Tab until the focus is on what has this name. Every stop on the way must have a name and a visible mark. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < MOST_STOPS; i++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(readStop);
    if (!stop) continue;
    expect(stop, `after ${passed.at(-1) ?? 'the start'}`).toEqual({
      name: expect.stringMatching(/\S/),
      isMarked: true,
    });
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return;
    passed.push(stop.name);
  }
  throw new Error(`No "${name}" among ${MOST_STOPS} stops: ${passed.join(' · ')}`);
}

/** Runs in the page: the name as a label, a text or an attribute gives it. */
function readStop(): Stop | null {
  const element = document.activeElement as HTMLInputElement | null;
  if (!element || element === document.body) return null;
  const labelledBy = (element.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id));
  const names = [
    element.getAttribute('aria-label'),
    labelledBy
      .map((each) => each?.textContent ?? '')
      .join(' ')
      .trim(),
    Array.from(element.labels ?? [], (label) => label.textContent).join(' '),
    element.innerText,
    element.title,
  ];
  // A summary or a switch may be marked by what stands round it.
  const marked = [element, ...element.querySelectorAll('*')].some((each) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
  return { name: names.find((each) => each?.trim())?.trim() ?? '', isMarked: marked };
}
