/// <reference types="chrome" />
/**
 * The extension from within: a tab on the extension's own origin that runs none of its code (it shows manifest.json), and
 * from which the database can be read and contexts be counted and ended.
 */
import type { BrowserContext, Page } from '@playwright/test';
import type { Entry } from '../../../utils/credits/ledger';
import { momentAt } from '../../../utils/credits/moment';
import type { HistoryEntry, StoredRung } from '../../../utils/db';
import type { Job } from '../../../utils/jobs/job';
import type { StoredDay } from '../../../utils/statistics/statistics';
import { agreedTo, dropRow, putRow, readRow, readTable, wipe } from './inside-database';

export type { Job };

type ContextType = `${chrome.runtime.ContextType}`;

export class Inside {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly origin: string,
  ) {}

  static async open(context: BrowserContext, extensionId: string): Promise<Inside> {
    const origin = `chrome-extension://${extensionId}`;
    const page = await context.newPage();
    await page.goto(`${origin}/manifest.json`);
    return new Inside(page, context, origin);
  }

  url(file: string): string {
    return `${this.origin}/${file}`;
  }

  /** Newest first. */
  async jobs(): Promise<Job[]> {
    const jobs = (await this.page.evaluate(readTable, 'jobs')) as Job[];
    return jobs.sort((a, b) => b.createdAt - a.createdAt);
  }

  async history(): Promise<HistoryEntry[]> {
    return (await this.page.evaluate(readTable, 'history')) as HistoryEntry[];
  }

  /** The only account that there is. */
  async account(): Promise<{ id: string; publicKey: Uint8Array<ArrayBuffer> }> {
    const [account] = (await this.page.evaluate(readTable, 'accounts')) as {
      id: string;
      publicKey: Uint8Array<ArrayBuffer>;
    }[];
    if (!account) throw new Error('there is no account');
    return account;
  }

  async blobIds(): Promise<string[]> {
    return ((await this.page.evaluate(readTable, 'blobs')) as { id: string }[]).map(({ id }) => id);
  }

  /** Ids of what is on its way to a page. */
  async deliveries(): Promise<string[]> {
    return ((await this.page.evaluate(readTable, 'deliveries')) as { id: string }[]).map(({ id }) => id);
  }

  async rungs(): Promise<StoredRung[]> {
    return (await this.page.evaluate(readTable, 'rungs')) as StoredRung[];
  }

  /** A row without pictures. */
  put(table: string, row: object): Promise<void> {
    return this.page.evaluate(putRow, [table, row] as const);
  }

  drop(table: string, key: string): Promise<void> {
    return this.page.evaluate(dropRow, [table, key] as const);
  }

  putRung(row: StoredRung): Promise<void> {
    return this.put('rungs', row);
  }

  async ledger(): Promise<Entry[]> {
    return (await this.page.evaluate(readTable, 'ledger')) as Entry[];
  }

  /** Leaves the guest with so many credits of the 20 of today. */
  async leaveCredits(left: number): Promise<void> {
    const written = { owner: 'guest', at: Date.now() };
    const { day } = momentAt(written.at);
    const given = { ...written, kind: 'grant', grant: 'welcome', day, credits: 20, expiresAt: null };
    await this.page.evaluate(putRow, ['ledger', given] as const);
    await this.takeCredits(20 - left);
  }

  async takeCredits(count: number): Promise<void> {
    const taken = { owner: 'guest', at: Date.now(), kind: 'adjust', from: 'welcome', credits: -count };
    await this.page.evaluate(putRow, ['ledger', taken] as const);
  }

  async statistics(): Promise<StoredDay[]> {
    return (await this.page.evaluate(readTable, 'statistics')) as StoredDay[];
  }

  /** Every account agreed to this version of the policy, and to no later one. */
  agreedTo(policyVersion: string): Promise<void> {
    return this.page.evaluate(agreedTo, policyVersion);
  }

  /** Bytes of a row of `blobs`, for example `<jobId>/cutout`. */
  async blob(id: string): Promise<Buffer> {
    const base64 = await this.page.evaluate(readRow, id);
    if (base64 === null) throw new Error(`no blob ${id}`);
    return Buffer.from(base64, 'base64');
  }

  /** As on the first day: no jobs, no results, nothing announced; an engine that still works is sent home. */
  async clear(): Promise<void> {
    const open = (await this.jobs()).some(({ status }) => status === 'queued' || status === 'running');
    if (open) await this.closeOffscreen();
    await this.page.evaluate(wipe);
    await this.page.evaluate(async () => {
      for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
      await chrome.action.setBadgeText({ text: '' });
    });
  }

  contexts(): Promise<ContextType[]> {
    return this.page.evaluate(async () => {
      const contexts = await chrome.runtime.getContexts({});
      return contexts.map(({ contextType }) => contextType as `${chrome.runtime.ContextType}`);
    });
  }

  /** Ends the engine as a crash would: without asking it. */
  closeOffscreen(): Promise<void> {
    return this.page.evaluate(() => chrome.offscreen.closeDocument().catch(() => {}));
  }

  /** Returns when it is dead; the next message may have woken another by then. */
  async killServiceWorker(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    const dead = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
      });
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await dead;
    await session.detach();
  }

  badge(): Promise<string> {
    return this.page.evaluate(() => chrome.action.getBadgeText({}));
  }

  notifications(): Promise<string[]> {
    return this.page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  }
}
