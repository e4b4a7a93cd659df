/** Starts a browser that carries the built Matte. Used by start, cutout and the end-to-end tests. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureChromium, isBranded } from './setup/chromium.mjs';
import { BUILT } from './setup/paths.mjs';
import { Stop } from './setup/say.mjs';

const OLDEST = 148;
const WORKER_LIMIT_MS = 15_000;
const WELCOME_LIMIT_MS = 10_000;

const FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // On Linux WebGPU hides behind this flag.
  '--enable-unsafe-webgpu',
  '--host-resolver-rules=MAP *.test 127.0.0.1',
  // Lets `loadByProtocol` work where --load-extension is ignored.
  '--enable-unsafe-extension-debugging',
];

/**
 * @param {{headless: boolean, profileDir?: string, args?: string[]}} wish without `profileDir` the profile is thrown away
 * @returns {Promise<{context: import('@playwright/test').BrowserContext, serviceWorker: import('@playwright/test').Worker,
 *   extensionId: string, close: () => Promise<void>}>}
 */
export async function launchMatte({ headless, profileDir = '', args = [] }) {
  const executablePath = await ensureChromium();
  const isFirstRun = !profileDir || !existsSync(join(profileDir, 'Default'));
  const context = await launchBrowser({ headless, profileDir, args: [...loadFlags(executablePath), ...args] });
  try {
    demandVersion(context.browser()?.version() ?? '');
    const loaded = isBranded(executablePath) ? null : await workerOf(context);
    const serviceWorker = loaded ?? (await loadByProtocol(context));
    if (isFirstRun) await closeWelcome(context);
    return { context, serviceWorker, extensionId: new URL(serviceWorker.url()).host, close: () => context.close() };
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** The same browser with the same flags but without Matte: what the benchmarks give to others. */
export async function launchBrowser({ headless, profileDir = '', args = [] }) {
  return chromium.launchPersistentContext(profileDir, {
    executablePath: await ensureChromium(),
    headless,
    viewport: headless ? { width: 1280, height: 900 } : null,
    // Playwright switches extensions off; branded Chrome does not know the flag that makes an exception for ours.
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...FLAGS, ...sandboxFlags(), ...args],
  });
}

const loadFlags = (path) =>
  isBranded(path) ? [] : [`--disable-extensions-except=${BUILT}`, `--load-extension=${BUILT}`];
// Chromium's sandbox refuses to run as root.
const sandboxFlags = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

function demandVersion(version) {
  if (Number.parseInt(version, 10) >= OLDEST) return;
  throw new Stop(`Matte needs Chromium ${OLDEST} or newer, and this one is ${version}. Update it, or set CHROME_PATH.`);
}

const isMatte = (worker) => worker.url().startsWith('chrome-extension://');

async function workerOf(context, timeout = WORKER_LIMIT_MS) {
  const present = context.serviceWorkers().find(isMatte);
  return present ?? context.waitForEvent('serviceworker', { predicate: isMatte, timeout }).catch(() => null);
}

/** The page of the first run would come in front of everything else, at any moment. */
export async function closeWelcome(context) {
  const deadline = Date.now() + WELCOME_LIMIT_MS;
  while (Date.now() < deadline) {
    const page = context.pages().find((each) => each.url().endsWith('/welcome.html'));
    if (page) return page.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function loadByProtocol(context) {
  const session = await context.browser()?.newBrowserCDPSession();
  const loaded = await session?.send('Extensions.loadUnpacked', { path: BUILT }).catch(() => null);
  const worker = loaded && (await workerOf(context));
  if (worker) return worker;
  throw new Stop('This browser did not load Matte. Set CHROME_PATH to a Chromium or Edge and run again.');
}
