import { defineConfig } from '@playwright/test';
import type { EngineOptions } from './tests/e2e/fixtures';

/** These wait for real clocks, two minutes in all, and leave the machine to the others meanwhile. */
const WAITING = ['idle.spec.ts', 'guessing.spec.ts', 'retention.spec.ts'];
const REAL = ['real.spec.ts', 'native-menu.spec.ts', 'webgpu.spec.ts'];

export default defineConfig<object, EngineOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/browser/global-setup.ts',
  outputDir: 'test-results',
  // Each worker holds a browser and an engine with two threads: one that works, and one that waits.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env.CI),
  // A browser, a service worker and two busy threads on two cores: once may be bad luck, and is listed as flaky; twice is not.
  retries: process.env.CI ? 1 : 0,
  projects: [
    { name: 'plumbing', workers: 1, testIgnore: [...REAL, ...WAITING], use: { engine: 'tiny' } },
    { name: 'waiting', workers: 1, testMatch: WAITING, use: { engine: 'tiny' } },
    {
      name: 'real',
      workers: 1,
      testMatch: REAL,
      timeout: 180_000,
      use: { engine: 'real' },
      // It wants both cores.
      dependencies: ['plumbing', 'waiting'],
    },
  ],
});
