/** The browser's own menu, chosen with a real mouse and keyboard, and the clipboard read by another program. */
import { expect, type Page } from '@playwright/test';
import type { Engine } from './browser/builds';
import { Screen } from './browser/screen';
import { test } from './fixtures';
import { decode, difference } from './measure/compare';
import { expectCutout } from './measure/expect-cutout';
import type { Matte } from './pages/matte';
import { onScreen } from './pages/on-screen';
import { toFront } from './pages/to-front';
import type { Site } from './site/site';

const REAL_MS = 120_000;

let screen: Screen;
// For the whole file: a browser must be closed before its screen is.
test.beforeAll(async () => {
  const missing = Screen.missing();
  test.skip(missing !== undefined, `${missing} is not installed`);
  screen = await Screen.open();
});
test.afterAll(() => screen?.close());

/** Right-click in the middle of the element, then our item, which is that many from the bottom of the menu. */
async function chooseOurItem(page: Page, selector: string, fromBelow: number): Promise<void> {
  await toFront(page);
  await screen.rightClick(await onScreen(page.locator(selector)));
  await screen.press(...Array<string>(fromBelow).fill('Up'), 'Return');
}

async function expectOnClipboard(matte: Matte, page: Page, site: Site): Promise<void> {
  const stored = await matte.cutout(await matte.done(REAL_MS));
  await matte.copied(page);
  expectCutout(stored, site.pictures['scene.png']);
  expect(difference(await decode(screen.clipboardPng()), stored)).toBeLessThanOrEqual(1);
}

/** Below our item an image has Inspect, a page View source and Inspect. */
const IMAGE_MENU = 2;
const PAGE_MENU = 3;

interface Thing {
  readonly what: string;
  readonly fromBelow: number;
  readonly engine: Engine;
  readonly body: (site: Site) => string;
}

const THINGS: readonly Thing[] = [
  {
    what: 'an image, with the real model',
    fromBelow: IMAGE_MENU,
    engine: 'real',
    body: (site) => `<img id="it" src="${site.picture('scene.png')}">`,
  },
  {
    what: 'an image that is a link',
    fromBelow: IMAGE_MENU,
    engine: 'tiny',
    body: (site) => `<a href="/away"><img id="it" src="${site.picture('scene.png')}"></a>`,
  },
  {
    what: 'a CSS background',
    fromBelow: PAGE_MENU,
    engine: 'tiny',
    body: (site) =>
      `<div id="it" style="width:640px;height:480px;background:url('${site.picture('scene.png')}')"></div>`,
  },
];

for (const { what, fromBelow, engine, body } of THINGS) {
  test(`the native menu on ${what}`, async ({ launch, site }) => {
    const matte = await launch(engine, { display: screen.display });
    const page = await matte.open(site.page({ body: body(site) }));
    await chooseOurItem(page, '#it', fromBelow);
    await expectOnClipboard(matte, page, site);
  });
}
