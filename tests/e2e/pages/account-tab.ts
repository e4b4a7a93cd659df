/** The dashboard's Account tab, as somebody uses it who reads labels. */
import { expect, type Locator, type Page } from '@playwright/test';
import { ADA } from './account';
import type { Matte } from './matte';
import type { NamedFile } from './popup';
import { toFront } from './to-front';

export class AccountTab {
  readonly tab: Locator;

  constructor(readonly page: Page) {
    this.tab = page.locator('.account-tab');
  }

  static async open(matte: Matte): Promise<AccountTab> {
    const page = await matte.open(matte.inside.url('dashboard.html#account'));
    await expect(page.locator('.account-tab')).toBeVisible();
    return new AccountTab(page);
  }

  section(title: string): Locator {
    return this.tab.getByRole('region', { name: title });
  }

  async press(name: string): Promise<void> {
    await toFront(this.page);
    await this.tab.getByRole('button', { name, exact: true }).click();
  }

  async fill(label: string, value: string): Promise<void> {
    await this.tab.getByLabel(label, { exact: true }).fill(value);
  }

  says(text: string | RegExp): Promise<void> {
    return expect(this.tab).toContainText(text, { timeout: 15_000 });
  }

  /** @returns the recovery code */
  async register({ email, password } = ADA): Promise<string> {
    await this.press('Register');
    await this.fill('E-mail', email);
    await this.fill('Password', password);
    await this.tab.getByLabel('I am of age').check();
    await this.tab.getByLabel('I agree to policy').check();
    await this.says(/Strong enough|Very strong/);
    await this.press('Register');
    return this.noteCode();
  }

  async noteCode(): Promise<string> {
    const groups = this.tab.getByRole('list', { name: 'Recovery code' }).locator('code');
    await expect(groups).toHaveCount(7, { timeout: 20_000 });
    const code = await groups.allTextContents();
    const group = Number(/group (\d)/.exec((await this.tab.locator('label').textContent()) ?? '')?.[1]);
    await this.tab.getByLabel(/^Type group/).fill(code[group - 1] ?? '');
    await this.press('I have noted it');
    await expect(this.section('Profile')).toBeVisible();
    return code.join('-');
  }

  async signIn({ email, password }: typeof ADA): Promise<void> {
    await this.press('Sign in');
    await this.fill('E-mail', email);
    await this.fill('Password', password);
    await this.press('Sign in');
  }

  /** Opens one of the tab's forms, fills it and sends it. */
  async change(verb: string, fields: Readonly<Record<string, string>>, send: string): Promise<void> {
    await this.press(verb);
    for (const [label, value] of Object.entries(fields)) await this.fill(label, value);
    await this.press(send);
  }

  get refusal(): Locator {
    return this.tab.getByRole('alert').filter({ hasText: /./ });
  }

  get timer(): Locator {
    return this.tab.getByRole('timer');
  }

  get avatar(): Locator {
    return this.section('Profile').locator('.avatar img');
  }

  give(file: NamedFile): Promise<void> {
    return this.tab.getByLabel('Profile picture').setInputFiles(file);
  }

  /** The picture that is being cropped, by the pointer. */
  async drag(x: number, y: number): Promise<void> {
    const { mouse } = this.page;
    await this.tab.locator('canvas').hover();
    const box = await this.tab.locator('canvas').boundingBox();
    if (!box) throw new Error('there is nothing to crop');
    const [fromX, fromY] = [box.x + box.width / 2, box.y + box.height / 2];
    await mouse.move(fromX, fromY);
    await mouse.down();
    await mouse.move(fromX + x, fromY + y, { steps: 5 });
    await mouse.up();
  }

  /** What the log says, newest first. */
  async log(): Promise<string[]> {
    await expect(this.section('Security log').locator('tbody tr').first()).toBeVisible();
    return this.section('Security log').locator('tbody td:first-child').allTextContents();
  }
}
