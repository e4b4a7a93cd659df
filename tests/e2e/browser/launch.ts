/**
 * A Chromium with one extension, driven over CDP. Playwright only attaches to it: launched by Playwright itself, every
 * page would believe that it has the focus, and neither the clipboard's rules nor a tab in the background would be real.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';

export interface LaunchWish {
  readonly extension: string;
  /** Kept when it is given; made and thrown away otherwise. */
  readonly profile?: string;
  /** X display, for a headed browser. */
  readonly display?: string;
  readonly flags?: readonly string[];
  /** Leaves the page open that the first run of a profile opens; otherwise it is closed before anything else happens. */
  readonly keepWelcome?: boolean;
}

export interface Chrome {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly serviceWorker: Worker;
  readonly extensionId: string;
  readonly pid: number;
  /** As the user closes it. */
  close(): Promise<void>;
  /** As a power cut ends it. */
  crash(): Promise<void>;
}

const FLAGS = [
  '--remote-debugging-port=0',
  '--no-sandbox',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--password-store=basic',
  '--window-size=1200,900',
  '--window-position=0,0',
  '--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];
const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 5_000;

export async function launchChrome(wish: LaunchWish): Promise<Chrome> {
  const profile = wish.profile ?? mkdtempSync(join(tmpdir(), 'matte-e2e-'));
  const isFirstRun = readdirSync(profile).length === 0;
  const child = start(wish, profile);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const browser = await chromium.connectOverCDP(await endpointOf(child), { noDefaults: true, isLocal: true });
  const kill = () => void process.kill(-(child.pid ?? 0), 'SIGKILL');
  process.once('exit', kill);
  const end = async (stop: () => unknown) => {
    const stubborn = setTimeout(kill, STOP_LIMIT_MS);
    if (child.exitCode === null && child.signalCode === null) await Promise.all([stop(), gone]);
    clearTimeout(stubborn);
    process.off('exit', kill);
    await browser.close().catch(() => {});
    if (!wish.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const context = browser.contexts()[0];
  if (!context) throw new Error('Chromium has no default context');
  const serviceWorker = await extensionWorker(context);
  // It comes in front when it comes: left alone, it would take the focus from a test at any moment.
  if (isFirstRun && !wish.keepWelcome) await (await welcomePage(context)).close();
  return {
    browser,
    context,
    serviceWorker,
    extensionId: new URL(serviceWorker.url()).host,
    pid: child.pid ?? 0,
    close: () => end(async () => (await browser.newBrowserCDPSession()).send('Browser.close').catch(() => {})),
    crash: () => end(kill),
  };
}

function start({ extension, display, flags = [] }: LaunchWish, profile: string): ChildProcess {
  const own = [
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
  ];
  const head = display ? [] : ['--headless=new'];
  const env = display ? { ...process.env, DISPLAY: display } : process.env;
  // A group of its own, so that `crash` takes its children along.
  return spawn(chromiumPath(), [...FLAGS, ...head, ...own, ...flags, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    env,
  });
}

function chromiumPath(): string {
  const wish = process.env.CHROME_PATH;
  if (wish) return wish;
  const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', chromium.executablePath()].find(existsSync);
  if (!found) throw new Error('No Chromium found: set CHROME_PATH, or run "npm start" once.');
  return found;
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Chromium did not start:\n${said}`)), START_LIMIT_MS);
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}:\n${said}`)));
    child.stderr?.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-4000);
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}

export async function extensionWorker(context: BrowserContext): Promise<Worker> {
  const ours = (worker: Worker) => worker.url().startsWith('chrome-extension://');
  return context.serviceWorkers().find(ours) ?? context.waitForEvent('serviceworker', { predicate: ours });
}

/** What opens when Matte has been installed. */
export async function welcomePage(context: BrowserContext): Promise<Page> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const page = context.pages().find((each) => each.url().endsWith('/welcome.html'));
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('Matte was installed and has not opened its first page.');
}
