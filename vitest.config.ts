import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/*.test.ts', 'tests/unit/**/*.test.{ts,tsx}', 'tests/integration/**/*.test.ts'],
    testTimeout: 20_000,
    // Vitest leaves a core free for its watcher; here nobody watches: 108 s on two cores where it was 174.
    maxWorkers: '100%',
  },
});
