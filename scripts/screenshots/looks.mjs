/** How a page is looked at: colours, size, motion, and words as long as those of other languages. */
import { join } from 'node:path';

/** Animations have come to rest. */
const SETTLES_MS = 500;

/** Opens a page of this size. One that is zoomed to twice its size has room for half of what it shows. */
export async function openPage(context, { colorScheme, reducedMotion = 'no-preference' }, size) {
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme, reducedMotion });
  await page.setViewportSize(size);
  return page;
}

/** `frame` is what holds the words, `page` what is photographed. */
export async function shoot(page, frame, { name, folder, longWords }, picture, options = {}) {
  await page.waitForTimeout(SETTLES_MS);
  if (longWords) await frame.evaluate(lengthen);
  await page.screenshot({ ...options, path: join(folder, `${picture}-${name}.png`) });
}

/** Runs in the page: every word of three letters or more grows by half, about what German needs. */
function lengthen() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    text.data = text.data.replace(/\p{L}{3,}/gu, (word) => word + 'ungen'.slice(0, Math.ceil(word.length / 2)));
  }
}
