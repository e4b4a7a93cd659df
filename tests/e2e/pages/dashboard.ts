/** The dashboard's Statistics tab, as somebody uses it who reads labels. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Matte } from './matte';
import { toFront } from './to-front';

export class Statistics {
  private constructor(readonly page: Page) {}

  static async open(matte: Matte): Promise<Statistics> {
    return new Statistics(await matte.open(matte.inside.url('dashboard.html#statistics')));
  }

  /** What the totals say, by name. */
  total(name: string): Locator {
    return this.page.locator('.totals > div', { has: this.page.getByText(name, { exact: true }) }).locator('dd');
  }

  get counting(): Locator {
    return this.page.getByRole('checkbox', { name: 'Count my cutouts on this device' });
  }

  /** @param given the answer */
  async answer(given: boolean): Promise<void> {
    await toFront(this.page);
    await this.counting.setChecked(given);
    await expect(this.page.getByRole('group', { name: 'Statistics' })).toContainText(
      given ? 'You agreed on' : 'You said no on',
    );
  }

  async press(name: string): Promise<void> {
    await toFront(this.page);
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}
