/** The popup's page, opened in a tab: the real popup is out of Playwright's reach. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Matte } from './matte';
import { toFront } from './to-front';
import { VoucherSection } from './voucher-section';

export interface NamedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export class Popup {
  private constructor(
    readonly page: Page,
    private readonly matte: Matte,
  ) {}

  static async open(matte: Matte): Promise<Popup> {
    return new Popup(await matte.open(matte.inside.url('popup.html')), matte);
  }

  /** Several at once, as the file dialog gives them. */
  pick(...files: NamedFile[]): Promise<void> {
    return this.matte.ask(() => this.page.getByLabel('Choose pictures').setInputFiles(files));
  }

  async paste(): Promise<void> {
    await toFront(this.page);
    await this.matte.ask(() => this.page.keyboard.press('Control+V'));
  }

  drop(...files: NamedFile[]): Promise<void> {
    return this.matte.ask(() => this.dropOn('body', ...files));
  }

  /** On a part of the popup that may not take them for pictures. */
  async dropOn(selector: string, ...files: NamedFile[]): Promise<void> {
    const plain = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));
    const dataTransfer = await this.page.evaluateHandle((list) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, base64 } of list) {
        const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: mimeType }));
      }
      return transfer;
    }, plain);
    await this.page.dispatchEvent(selector, 'dragover', { dataTransfer });
    await this.page.dispatchEvent(selector, 'drop', { dataTransfer });
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.page.locator('body')).toContainText(text);
  }

  async press(name: string | RegExp, within: Locator = this.page.locator('body')): Promise<void> {
    await toFront(this.page);
    await within.getByRole('button', { name }).click();
  }

  /** Where vouchers are handed in, unfolded as by a click. */
  async vouchers(): Promise<VoucherSection> {
    const section = this.page.locator('details', { hasText: 'Redeem a voucher' });
    if ((await section.getAttribute('open')) === null) await section.locator('summary').click();
    return new VoucherSection(section);
  }

  get credits(): Locator {
    return this.page.getByRole('region', { name: 'Credits' });
  }

  get latest(): Locator {
    return this.page.getByRole('region', { name: 'Latest cutout' });
  }

  get progress(): Locator {
    return this.page.getByRole('progressbar');
  }

  /** The picture that is worked on, in front of everything. */
  get atWork(): Locator {
    return this.page.getByRole('region', { name: 'Picture at work' });
  }

  /** Names of the open pictures, the running one first. */
  get queue(): Locator {
    return this.atWork.or(this.page.locator('ol.jobs')).locator('.name');
  }

  /** The engine's settings, unfolded as by a click. */
  async engine(): Promise<Locator> {
    const section = this.page.locator('details', { has: this.page.getByRole('heading', { name: 'Engine' }) });
    if ((await section.getAttribute('open')) === null) await section.locator('summary').click();
    return section;
  }

  async choose(name: string): Promise<void> {
    await (await this.engine()).getByRole('radio', { name, exact: true }).check();
  }

  get earlier(): Locator {
    return this.page.locator('ul.thumbs > li');
  }
}
