/** The dashboard's History tab, as somebody uses it who reads labels. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Matte } from './matte';
import { toFront } from './to-front';

export class HistoryTab {
  private constructor(
    readonly page: Page,
    private readonly matte: Matte,
  ) {}

  static async open(matte: Matte): Promise<HistoryTab> {
    const page = await matte.open(matte.inside.url('dashboard.html#history'));
    return new HistoryTab(page, matte);
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Cutouts' });
  }

  get cells(): Locator {
    return this.page.getByRole('gridcell');
  }

  cell(name: string): Locator {
    return this.page.locator('[role="gridcell"]', { has: this.page.getByText(name, { exact: true }) });
  }

  /** In the order in which they stand. */
  async names(): Promise<string[]> {
    return this.cells.locator('.name').allTextContents();
  }

  async shows(...names: readonly string[]): Promise<void> {
    await expect.poll(() => this.names()).toEqual(names);
  }

  get count(): Locator {
    return this.page.locator('.count-line').getByRole('status');
  }

  get bar(): Locator {
    return this.page.getByRole('region', { name: 'Selection' });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get toast(): Locator {
    return this.page.locator('.toast');
  }

  search(text: string): Promise<void> {
    return this.page.getByLabel('Search names and pages').fill(text);
  }

  async choose(label: string, option: string | RegExp): Promise<void> {
    const select = this.page.getByRole('combobox', { name: label, exact: true });
    await select.waitFor();
    const options = await select.locator('option').allTextContents();
    const found = options.find((words) => (typeof option === 'string' ? words === option : option.test(words)));
    if (found === undefined) throw new Error(`${label} offers ${options.join(' / ')}`);
    await select.selectOption({ label: found });
  }

  /** By the round mark in its corner. */
  async tick(name: string, modifiers: ('Shift' | 'Control')[] = []): Promise<void> {
    await this.cell(name).hover();
    await this.cell(name).locator('[data-tick]').click({ modifiers });
  }

  async press(name: string, within: Locator = this.bar): Promise<void> {
    await toFront(this.page);
    await within.getByRole('button', { name, exact: true }).click();
  }

  download(name: string, within: Locator = this.bar): Promise<{ name: string; body: Buffer }> {
    return this.matte.download(() => this.press(name, within));
  }

  async unlock(password: string): Promise<void> {
    await toFront(this.page);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  }

  /** By the wheel, as far down as it goes; how many turns that took. */
  async wheelToEnd(step: number): Promise<number> {
    await this.grid.hover({ position: { x: 200, y: 100 } });
    for (let turns = 1; ; turns++) {
      await this.page.mouse.wheel(0, step);
      await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      if (await this.page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2))
        return turns;
    }
  }
}
