/** The dashboard's Settings tab, as somebody uses it who reads labels. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Matte } from './matte';
import { toFront } from './to-front';

export class SettingsTab {
  private constructor(
    readonly page: Page,
    private readonly matte: Matte,
  ) {}

  static async open(matte: Matte): Promise<SettingsTab> {
    const page = await matte.open(matte.inside.url('dashboard.html#settings'));
    await expect(page.getByRole('searchbox')).toBeVisible();
    return new SettingsTab(page, matte);
  }

  /** One of the answers that stand side by side or below each other. */
  radio(setting: string, answer: string): Locator {
    return this.page
      .getByRole(/^(Quality|Runs on)$/.test(setting) ? 'group' : 'radiogroup', { name: setting })
      .getByRole('radio', {
        name: answer,
        exact: true,
      });
  }

  async choose(setting: string, answer: string): Promise<void> {
    await toFront(this.page);
    // Not `check`: another language gives it another name meanwhile.
    await this.radio(setting, answer).click();
  }

  /** Names of the settings that are shown. */
  get names(): Locator {
    return this.page.locator('.setting h4:visible');
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(text);
  }

  async press(name: string, within: Locator = this.page.locator('body')): Promise<void> {
    await toFront(this.page);
    await within.getByRole('button', { name, exact: true }).click();
  }

  /** What the file says that Matte saves. */
  async save(): Promise<string> {
    return (await this.matte.download(() => this.press('Save to a file'))).body.toString();
  }

  async load(content: string): Promise<void> {
    await toFront(this.page);
    const file = { name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(content) };
    await this.page.getByLabel('Choose a settings file').setInputFiles(file);
  }

  get question(): Locator {
    return this.page.getByRole('alertdialog');
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.page.locator('.settings')).toContainText(text);
  }
}
