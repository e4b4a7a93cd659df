/// <reference types="chrome" />
/** Matte as its user meets it, and as a test may look behind it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Pixels } from '../../fixtures/scenes';
import { type Chrome, extensionWorker } from '../browser/launch';
import { decode } from '../measure/compare';
import type { Site } from '../site/site';
import { Card } from './card';
import { Clipboard } from './clipboard';
import { Inside, type Job } from './inside';
import { pressCommand } from './press-command';
import { type ClickWish, rightClick } from './right-click';

const JOB_LIMIT_MS = 40_000;

export class Matte {
  /** Jobs that were there before the last `ask`. */
  private old: ReadonlySet<string> = new Set();
  private hasAsked = false;

  private constructor(
    readonly chrome: Chrome,
    readonly inside: Inside,
    readonly clipboard: Clipboard,
  ) {}

  static async attach(chrome: Chrome, site: Site): Promise<Matte> {
    const inside = await Inside.open(chrome.context, chrome.extensionId);
    return new Matte(chrome, inside, await Clipboard.open(chrome.context, site));
  }

  /** After the extension was switched off and on, which closes its pages and replaces its service worker. */
  async reattach(site: Site): Promise<Matte> {
    return Matte.attach({ ...this.chrome, serviceWorker: await extensionWorker(this.chrome.context) }, site);
  }

  async open(url: string): Promise<Page> {
    const page = await this.chrome.context.newPage();
    await page.goto(url);
    return page;
  }

  /**
   * `act` gives pictures to Matte; from here on "the job" is the newest that it starts. Neither one that was there before,
   * nor one that the `ask` before this has started and that has no row yet.
   */
  async ask(act: () => Promise<void>): Promise<void> {
    if (this.hasAsked) await this.job(() => true, 'what was asked for before has its row');
    this.old = new Set((await this.inside.jobs()).map(({ id }) => id));
    this.hasAsked = true;
    await act();
  }

  /** Right-click, then our item of the menu. */
  rightClick(page: Page, selector: string, wish: ClickWish = {}): Promise<void> {
    return this.ask(() => rightClick(this.chrome.serviceWorker, page, selector, wish));
  }

  /** One of our keys, with a page in front; headless, no key gets as far as the browser. */
  command(page: Page, name: string): Promise<void> {
    return this.ask(() => pressCommand(this.chrome.serviceWorker, page, name));
  }

  /** Of one job, or whichever there is. */
  card(page: Page, jobId?: string): Card {
    return new Card(page, jobId);
  }

  /** What the browser saves because of `act`. */
  async download(act: () => Promise<void>): Promise<{ name: string; body: Buffer }> {
    const folder = mkdtempSync(join(tmpdir(), 'matte-download-'));
    const session = await this.chrome.browser.newBrowserCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
    const begun = new Promise<string>((resolve) => {
      session.on('Browser.downloadWillBegin', ({ suggestedFilename }) => resolve(suggestedFilename));
    });
    const ended = new Promise<void>((resolve) => {
      session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve());
    });
    await act();
    const name = await begun;
    await ended;
    const body = readFileSync(join(folder, name));
    rmSync(folder, { recursive: true });
    await session.detach();
    return { name, body };
  }

  /** The newest job, as soon as there is one that fits. */
  async job(fits: (job: Job) => boolean, message: string, timeout = JOB_LIMIT_MS): Promise<Job> {
    let found: Job | undefined;
    const look = async () => {
      const newest = (await this.inside.jobs()).find(({ id }) => !this.old.has(id));
      found = newest && fits(newest) ? newest : undefined;
      return found ? 'found' : `the newest job is ${newest ? `${newest.status}, ${newest.stage}` : 'not there'}`;
    };
    await expect.poll(look, { message, timeout, intervals: [100] }).toBe('found');
    return found as Job;
  }

  running(): Promise<Job> {
    return this.job(({ status, stage }) => status === 'running' && stage !== null, 'a job runs');
  }

  inStage(stage: Job['stage']): Promise<Job> {
    return this.job((job) => job.stage === stage, `a job is in ${stage}`);
  }

  ended(timeout?: number): Promise<Job> {
    return this.job(({ endedAt }) => endedAt !== null, 'the job has ended', timeout);
  }

  async done(timeout?: number): Promise<Job> {
    const job = await this.ended(timeout);
    expect(job, 'the job worked').toMatchObject({ status: 'done', error: null });
    return job;
  }

  /** The job worked, and its card says that the result is on the clipboard. */
  async copied(page: Page): Promise<Job> {
    const job = await this.done();
    await this.card(page, job.id).says('Copied');
    return job;
  }

  async failed(): Promise<Job> {
    const job = await this.ended();
    expect(job.status).toBe('failed');
    return job;
  }

  async delivered(delivery: Job['delivery']): Promise<void> {
    await this.job((job) => job.delivery === delivery, `the result is ${delivery}`);
  }

  /** The notification's one button; headless, nothing else can reach it. */
  async pressNotification(id: string): Promise<void> {
    await this.chrome.serviceWorker.evaluate((notification) => {
      const { onButtonClicked } = chrome.notifications as unknown as {
        onButtonClicked: { dispatch(id: string, button: number): void };
      };
      onButtonClicked.dispatch(notification, 0);
    }, id);
  }

  async cutout({ id }: Pick<Job, 'id'>): Promise<Pixels> {
    return decode(await this.inside.blob(`${id}/cutout`));
  }

  /** Between two tests: no pages but our own, no jobs, nothing on the clipboard. */
  async reset(): Promise<void> {
    for (const page of this.chrome.context.pages()) {
      if (page !== this.inside.page && !this.clipboard.owns(page)) await page.close();
    }
    await this.inside.clear();
    this.old = new Set();
    this.hasAsked = false;
    await this.clipboard.clear();
  }
}
