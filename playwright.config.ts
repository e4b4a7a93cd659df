import { defineConfig } from '@playwright/test';
import type { EngineOptions } from './tests/e2e/fixtures';

/** These wait for real clocks, two minutes in all, and leave the machine to the others meanwhile. */
const WAITING = ['idle.spec.ts', 'guessing.spec.ts', 'retention.spec.ts'];
/** Matte's own pages, where nothing is timed: they run beside the jobs on web pages, in a browser of their own. */
const PAGES = [
  'account.spec.ts',
  'batch.spec.ts',
  'credits.spec.ts',
  '*languages.spec.ts',
  'history.spec.ts',
  'keyboard.spec.ts',
  'page-picker.spec.ts',
  'privacy-centre.spec.ts',
  'settings*.spec.ts',
  'statistics.spec.ts',
  'studio*.spec.ts',
  'surfaces.spec.ts',
  'vault.spec.ts',
  'vouchers.spec.ts',
  'welcome.spec.ts',
];
/** These want both cores: the networks themselves, and those that measure. */
const ALONE = [
  'real.spec.ts',
  'native-menu.spec.ts',
  'drag-out.spec.ts',
  'webgpu.spec.ts',
  'smooth.spec.ts',
  'history-many.spec.ts',
];

export default defineConfig<object, EngineOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/browser/global-setup.ts',
  outputDir: 'test-results',
  // Three browsers: jobs on web pages, Matte's own pages, and one that mostly waits.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env.CI),
  // A browser, a service worker and two busy threads on two cores: once may be bad luck, and is listed as flaky; twice is not.
  retries: process.env.CI ? 1 : 0,
  projects: [
    { name: 'plumbing', workers: 1, testIgnore: [...ALONE, ...PAGES, ...WAITING], use: { engine: 'tiny' } },
    { name: 'waiting', workers: 1, testMatch: WAITING, use: { engine: 'tiny' } },
    { name: 'pages', workers: 1, testMatch: PAGES, use: { engine: 'tiny' } },
    {
      name: 'real',
      workers: 1,
      testMatch: ALONE,
      timeout: 180_000,
      use: { engine: 'real' },
      dependencies: ['plumbing', 'waiting', 'pages'],
    },
  ],
});
