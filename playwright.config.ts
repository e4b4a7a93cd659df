import { defineConfig } from '@playwright/test';
import type { EngineOptions } from './tests/e2e/fixtures';

const REAL = ['real.spec.ts', 'native-menu.spec.ts', 'webgpu.spec.ts'];

export default defineConfig<object, EngineOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/browser/global-setup.ts',
  outputDir: 'test-results',
  // Each worker holds a browser and an engine with two threads.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env.CI),
  // A browser, a service worker and two busy threads on two cores: once may be bad luck, and is listed as flaky; twice is not.
  retries: process.env.CI ? 1 : 0,
  projects: [
    { name: 'plumbing', testIgnore: REAL, use: { engine: 'tiny' } },
    { name: 'real', testMatch: REAL, timeout: 180_000, use: { engine: 'real' } },
  ],
});
