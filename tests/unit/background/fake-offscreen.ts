/** An offscreen document for fakeBrowser, which has none, and the engine's two listeners in it. */
import { afterEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage } from '@/utils/messaging';

/** Installs it for one test; `obey` hears the messages that the document owns. */
export function installOffscreen({ starts = true } = {}) {
  const document = { open: false };
  const heard = { runJobs: vi.fn(), abortJob: vi.fn<(jobId: string) => Promise<void> | void>(), warmEngine: vi.fn() };
  Object.assign(fakeBrowser, {
    offscreen: {
      hasDocument: async () => document.open,
      createDocument: async () => {
        if (document.open) throw new Error('Only a single offscreen document may be created.');
        if (!starts) throw new Error('Failed to create document.');
        document.open = true;
      },
    },
  });
  stopListening.push(
    onMessage('runJobs', () => {
      heard.runJobs();
      return { accepted: true };
    }),
    onMessage('warmEngine', ({ data }) => {
      heard.warmEngine(data);
      return { accepted: true };
    }),
    onMessage('abortJob', async ({ data }) => heard.abortJob(data.jobId)),
  );
  return heard;
}

const stopListening: (() => void)[] = [];

afterEach(() => {
  for (const stop of stopListening.splice(0)) stop();
  fakeBrowser.reset();
});
