/** The popup's account section, as somebody uses it who reads labels. */
import { expect, type Locator, type Page } from '@playwright/test';
import { toFront } from './to-front';

export const ADA = { email: 'ada@example.org', password: 'violet tram eleven kites' };

export class Account {
  private readonly section: Locator;

  constructor(readonly page: Page) {
    this.section = page.locator('details.account');
  }

  async open(): Promise<Locator> {
    await toFront(this.page);
    if ((await this.section.getAttribute('open')) === null) await this.section.locator('> summary').click();
    return this.section;
  }

  async press(name: string): Promise<void> {
    await (await this.open()).getByRole('button', { name, exact: true }).click();
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await (await this.open()).getByLabel(label).fill(value);
  }

  says(text: string | RegExp, timeout = 15_000): Promise<void> {
    return expect(this.section).toContainText(text, { timeout });
  }

  /** @returns the recovery code, noted and confirmed */
  async register({ email, password } = ADA): Promise<string> {
    await this.press('Register');
    await this.fill('E-mail', email);
    await this.fill('Password', password);
    await this.section.getByLabel('I am of age').check();
    await this.section.getByLabel('I agree to policy').check();
    await this.says(/Strong enough|Very strong/);
    await this.press('Register');
    return this.noteCode();
  }

  async noteCode(): Promise<string> {
    const groups = this.section.getByRole('list', { name: 'Recovery code' }).locator('code');
    await expect(groups).toHaveCount(7, { timeout: 20_000 });
    const code = await groups.allTextContents();
    const asked = this.section.getByLabel(/^Type group/);
    const group = Number(/group (\d)/.exec((await this.section.locator('label').textContent()) ?? '')?.[1]);
    await asked.fill(code[group - 1] ?? '');
    await this.press('I have noted it');
    await this.says('Signed in as');
    return code.join('-');
  }

  async unlock(password = ADA.password): Promise<void> {
    await this.fill('Password', password);
    await this.press('Unlock');
  }

  /** A try that is refused; what is said then. */
  async wrong(password = 'not this one'): Promise<string> {
    await this.unlock(password);
    const refusal = this.section.getByRole('alert');
    await expect(this.section.locator('form')).toHaveAttribute('aria-busy', 'false', { timeout: 15_000 });
    await expect(refusal).not.toBeEmpty({ timeout: 15_000 });
    return (await refusal.textContent()) ?? '';
  }

  /** Until the next try is looked at. */
  async waited(): Promise<void> {
    await expect(this.section.getByRole('timer')).toHaveCount(0, { timeout: 30_000 });
  }

  get timer(): Locator {
    return this.section.getByRole('timer');
  }
}
