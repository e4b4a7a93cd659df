import { expect, type Locator, type Page } from '@playwright/test';
import { decode } from '../measure/compare';
import type { Matte } from './matte';
import { toFront } from './to-front';

export class Studio {
  private constructor(
    readonly page: Page,
    private readonly matte: Matte,
  ) {}

  static async open(matte: Matte, jobId: string): Promise<Studio> {
    const studio = new Studio(await matte.open(matte.inside.url(`studio.html#${jobId}`)), matte);
    await expect(studio.page.getByRole('button', { name: 'Copy' })).toBeEnabled({ timeout: 15_000 });
    return studio;
  }

  get picture(): Locator {
    return this.page.getByRole('img', { name: /^Cutout of/ });
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: option });
  }

  async press(name: string): Promise<void> {
    await toFront(this.page);
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  says(text: string | RegExp): Promise<void> {
    return expect(this.page.locator('body')).toContainText(text);
  }

  /** Across the picture, in shares of its width and height; the picture fills its easel's height or width. */
  async draw(...points: readonly (readonly [number, number])[]): Promise<void> {
    await toFront(this.page);
    const box = await this.picture.boundingBox();
    if (!box) throw new Error('there is no picture');
    const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
    const [first, ...others] = points.map(at);
    if (!first) return;
    await this.page.mouse.move(...first);
    await this.page.mouse.down();
    for (const point of others) await this.page.mouse.move(...point, { steps: 8 });
    await this.page.mouse.up();
  }

  async download() {
    const { name, body } = await this.matte.download(() => this.press('Download'));
    return { name, body, pixels: await decode(body) };
  }
}
