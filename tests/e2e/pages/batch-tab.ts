/** The dashboard's Batch tab, as somebody uses it who reads labels. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Job } from './inside';
import type { Matte } from './matte';
import type { NamedFile } from './popup';
import { toFront } from './to-front';

export class BatchTab {
  private constructor(
    readonly page: Page,
    private readonly matte: Matte,
  ) {}

  static async open(matte: Matte): Promise<BatchTab> {
    return BatchTab.of(matte, await matte.open(matte.inside.url('dashboard.html#batch')));
  }

  static of(matte: Matte, page: Page): BatchTab {
    return new BatchTab(page, matte);
  }

  choose(...files: readonly NamedFile[]): Promise<void> {
    return this.page.getByLabel('Choose pictures').setInputFiles([...files]);
  }

  chooseFolder(folder: string): Promise<void> {
    return this.page.getByLabel('Choose a folder').setInputFiles(folder);
  }

  async press(name: string | RegExp): Promise<void> {
    await toFront(this.page);
    await this.page.getByRole('button', { name }).click();
  }

  async start(preset?: string): Promise<void> {
    if (preset) await this.page.getByLabel('Finish each for').selectOption({ label: preset });
    await this.press(/^Start/);
  }

  get items(): Locator {
    return this.page.getByRole('list', { name: 'Pictures of the batch' }).getByRole('listitem');
  }

  item(name: string): Locator {
    return this.items.filter({ hasText: name });
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.page.locator('main')).toContainText(text);
  }

  /** Of the batch, in their order. */
  async jobs(): Promise<Job[]> {
    const jobs = (await this.matte.inside.jobs()).filter(({ batch }) => batch);
    return jobs.sort((a, b) => (a.batch?.place ?? 0) - (b.batch?.place ?? 0));
  }

  async count(status: Job['status']): Promise<number> {
    return (await this.jobs()).filter((job) => job.status === status).length;
  }

  /** Until so many are done. */
  async done(count: number, timeout = 50_000): Promise<void> {
    await expect
      .poll(() => this.count('done'), { message: `${count} are done`, timeout, intervals: [100] })
      .toBeGreaterThanOrEqual(count);
  }

  /** Headless, there is no dialog to choose a place: the file is made where only the extension reads it. */
  async placeFor(fileName: string): Promise<void> {
    await this.page.evaluate((name) => {
      const pick = async () => (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
      Object.assign(window, { showSaveFilePicker: pick });
    }, fileName);
  }

  async placed(fileName: string): Promise<Uint8Array<ArrayBuffer>> {
    const base64 = await this.page.evaluate(async (name) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
      const reader = new FileReader();
      reader.readAsDataURL(await handle.getFile());
      await new Promise((resolve) => reader.addEventListener('load', resolve));
      return String(reader.result).split(',')[1] ?? '';
    }, fileName);
    return new Uint8Array(Buffer.from(base64, 'base64'));
  }
}
