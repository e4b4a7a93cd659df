/** Reads the clipboard as another web app would: a page on localhost that the user has allowed to. */
import type { BrowserContext, Page } from '@playwright/test';
import type { Pixels } from '../../fixtures/scenes';
import { decode } from '../measure/compare';
import type { Site } from '../site/site';
import { toFront } from './to-front';

const EMPTY = 'nothing copied yet';

export class Clipboard {
  private constructor(private readonly reader: Page) {}

  static async open(context: BrowserContext, site: Site): Promise<Clipboard> {
    const origin = `http://localhost:${site.port}`;
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    const reader = await context.newPage();
    await reader.goto(site.page({ host: 'localhost', body: 'clipboard' }));
    return new Clipboard(reader);
  }

  /** Brings the reader's tab to the front, and `back` again after. */
  async pixels(back?: Page): Promise<Pixels> {
    await toFront(this.reader);
    const base64 = await this.reader.evaluate(readPng);
    if (back) await toFront(back);
    if (base64 === null) throw new Error('there is no picture on the clipboard');
    return decode(Buffer.from(base64, 'base64'));
  }

  async text(): Promise<string> {
    await toFront(this.reader);
    return this.reader.evaluate(() => navigator.clipboard.readText());
  }

  async put(png: Buffer): Promise<void> {
    await toFront(this.reader);
    await this.reader.evaluate(async (base64) => {
      const file = await (await fetch(`data:image/png;base64,${base64}`)).blob();
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': file })]);
    }, png.toString('base64'));
  }

  async clear(): Promise<void> {
    await toFront(this.reader);
    await this.reader.evaluate((text) => navigator.clipboard.writeText(text), EMPTY);
  }

  async holdsPicture(): Promise<boolean> {
    await toFront(this.reader);
    return (await this.reader.evaluate(readPng)) !== null;
  }

  owns(page: Page): boolean {
    return page === this.reader;
  }
}

async function readPng(): Promise<string | null> {
  const [item] = await navigator.clipboard.read();
  if (!item?.types.includes('image/png')) return null;
  const blob = await item.getType('image/png');
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(blob);
  });
}
