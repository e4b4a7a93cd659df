/** One browser and one web for all tests of a worker; a clean slate before each. */
import { test as base } from '@playwright/test';
import { buildOf, type Engine } from './browser/builds';
import { type Chrome, type LaunchWish, launchChrome } from './browser/launch';
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

interface Own {
  readonly cleanSlate: undefined;
  /** A browser of the test's own, for what would hurt the others; closed after the test. */
  readonly launch: (engine: Engine, wish?: Omit<LaunchWish, 'extension'>) => Promise<Matte>;
}

export const test = base.extend<Own, EngineOptions & Shared>({
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
    async ({ matte, site }, use, testInfo) => {
      site.reset();
      await matte.reset();
      await use(undefined);
      if (testInfo.status === testInfo.expectedStatus) return;
      for (const { id, status, stage, error, delivery, attempts } of await matte.inside.jobs()) {
        const body = [id, status, stage, error, delivery, `${attempts} attempts`].join(' · ');
        await testInfo.attach('job', { body, contentType: 'text/plain' });
      }
    },
    { auto: true },
  ],

  launch: async ({ site }, use) => {
    const launched: Chrome[] = [];
    await use(async (engine, wish = {}) => {
      const chrome = await launchChrome({ extension: buildOf(engine), ...wish });
      launched.push(chrome);
      return Matte.attach(chrome, site);
    });
    for (const chrome of launched) await chrome.close();
  },
});
