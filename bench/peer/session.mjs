/** The peer in a browser of its own, as its users run it: in a page, through its public function, default options. */
import { launchBrowser } from '../../scripts/browser.mjs';
import { readLongestTask, watchTasks } from '../longest-task.mjs';
import { servePeer } from './server.mjs';

/** @returns {Promise<{version: string, cut: Function, save: Function, longestTaskMs: Function, close: Function}>} */
export async function openPeer() {
  const server = await servePeer();
  const context = await launchBrowser({ headless: true });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.addInitScript(watchTasks);
    await page.goto(server.url);
    await page.waitForFunction(() => globalThis.peer && globalThis.crossOriginIsolated, null, { timeout: 30_000 });
    return sessionOf({ context, server, page });
  } catch (error) {
    await context.close();
    server.close();
    throw error;
  }
}

function sessionOf({ context, server, page }) {
  return {
    /** Milliseconds from handing `file` over to having the PNG. `device` is `cpu` or `gpu`. */
    async cut(file, { model, device = 'cpu' }) {
      await page.setInputFiles('#input', file);
      return page.evaluate((wish) => globalThis.peer.cut(wish), { model, device });
    },
    /** Brings the last PNG out; `use` gets the path of a file that lives until it returns. */
    async save(use) {
      const arriving = page.waitForEvent('download');
      await page.evaluate(() => globalThis.peer.save());
      const download = await arriving;
      await use(await download.path());
      await download.delete();
    },
    /** Name of the GPU behind WebGPU; null when there is none but software. */
    gpuName: () => page.evaluate(nameGpu),
    longestTaskMs: () => page.evaluate(readLongestTask),
    async close() {
      await context.close();
      server.close();
    },
  };
}

/** Runs in the page. */
async function nameGpu() {
  const adapter = await navigator.gpu?.requestAdapter().catch(() => null);
  if (!adapter || adapter.info.isFallbackAdapter) return null;
  return [adapter.info.vendor, adapter.info.architecture].filter(Boolean).join(' ') || 'a GPU without a name';
}
