/** The dashboard's Privacy tab, as somebody uses it who reads labels. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Matte } from './matte';
import { toFront } from './to-front';

export class PrivacyTab {
  private constructor(
    readonly page: Page,
    private readonly matte: Matte,
  ) {}

  static async open(matte: Matte): Promise<PrivacyTab> {
    return new PrivacyTab(await matte.open(matte.inside.url('dashboard.html#privacy')), matte);
  }

  /** How many of a kind there are, by its label; 0 when it is named among those that there are none of. */
  async count(label: string): Promise<number> {
    const holdings = this.page.getByRole('region', { name: 'What Matte holds' });
    await expect(holdings.getByRole('table')).toBeVisible();
    const row = holdings.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: label }) });
    return (await row.count()) === 0 ? 0 : Number(await row.getByRole('cell').first().textContent());
  }

  /** The question, which an account answers with its password and a guest with a click. */
  async press(name: string, answer?: { readonly verb: string; readonly password?: string }): Promise<void> {
    await toFront(this.page);
    await this.page.getByRole('button', { name, exact: true }).click();
    if (!answer) return;
    const { verb, password } = answer;
    if (password !== undefined) await this.dialog.getByLabel('Password').fill(password);
    await this.dialog.getByRole('button', { name: verb, exact: true }).click();
  }

  get dialog(): Locator {
    return this.page.getByRole('alertdialog');
  }

  get receipt(): Locator {
    return this.page.getByRole('region', { name: 'Receipt' });
  }

  /** @param password of an account; a guest has none */
  async export(password?: string): Promise<{ name: string; body: Buffer }> {
    const answer = password === undefined ? undefined : { verb: 'Export', password };
    return this.matte.download(() => this.press('Export everything', answer));
  }

  /** @returns what is said in the end */
  async import(body: Buffer): Promise<string> {
    const file = { name: 'export.zip', mimeType: 'application/zip', buffer: body };
    await this.page.getByLabel('Choose an export').setInputFiles(file);
    await expect(this.page.getByRole('button', { name: 'Import cutouts' })).toBeEnabled({ timeout: 20_000 });
    return (await this.status.textContent()) ?? '';
  }

  get status(): Locator {
    return this.page.getByRole('status').last();
  }
}
