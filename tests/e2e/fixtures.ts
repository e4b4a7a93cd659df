/** One browser and one web for all tests of a worker; a clean slate before each. */
import { test as base } from '@playwright/test';
import { buildOf, type Engine } from './browser/builds';
import { launchChrome } from './browser/launch';
import { Matte } from './pages/matte';
import { Site } from './site/site';

export interface EngineOptions {
  /** `tiny` cuts by colour in milliseconds, `slow` does so in seconds, `real` is IS-Net. */
  readonly engine: Engine;
  readonly flags: readonly string[];
}

interface Shared {
  readonly site: Site;
  readonly matte: Matte;
}

export const test = base.extend<{ cleanSlate: undefined }, EngineOptions & Shared>({
  engine: ['tiny', { option: true, scope: 'worker' }],
  flags: [[], { option: true, scope: 'worker' }],

  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
    async ({}, use) => {
      const site = await Site.open();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],

  matte: [
    async ({ engine, flags, site }, use) => {
      const chrome = await launchChrome({ extension: buildOf(engine), flags });
      await use(await Matte.attach(chrome, site));
      await chrome.close();
    },
    { scope: 'worker' },
  ],

  cleanSlate: [
    async ({ matte, site }, use) => {
      site.reset();
      await matte.reset();
      await use(undefined);
    },
    { auto: true },
  ],
});
