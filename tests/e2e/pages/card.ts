/** The card on a web page: an extension's frame inside a closed shadow root. */
import { expect, type Frame, type Page } from '@playwright/test';

/** The card ignores presses on what has only just appeared, as protection against clickjacking. */
const SETTLED_MS = 400;

export class Card {
  constructor(
    private readonly page: Page,
    private readonly jobId = '',
  ) {}

  frame(): Frame | null {
    const address = new RegExp(`^chrome-extension://[^/]+/card\\.html#${this.jobId}`);
    const isCard = (frame: Frame) => address.test(frame.url());
    return this.page.frames().filter(isCard).at(-1) ?? null;
  }

  async shown(): Promise<Frame> {
    await expect.poll(() => this.frame() !== null, { message: 'the card is on the page' }).toBe(true);
    return this.frame() as Frame;
  }

  async gone(): Promise<void> {
    await expect.poll(() => this.frame(), { message: 'the card has left the page' }).toBeNull();
  }

  async says(text: string | RegExp, timeout?: number): Promise<void> {
    const frame = await this.shown();
    await expect(frame.locator('body')).toContainText(text, timeout === undefined ? {} : { timeout });
  }

  async press(name: string | RegExp): Promise<void> {
    const frame = await this.shown();
    const button = frame.getByRole('button', { name });
    await expect(button).toBeVisible();
    await this.page.waitForTimeout(SETTLED_MS);
    // Close takes the frame away, and a click in a frame that has gone is not always acknowledged.
    const gone = new Promise<void>((resolve) => {
      this.page.on('framedetached', (each) => each === frame && resolve());
    });
    const click = button.click();
    click.catch(() => undefined);
    await Promise.race([click, gone]);
  }

  async hasFocus(): Promise<boolean> {
    return (await this.shown()).evaluate(() => document.hasFocus());
  }
}
