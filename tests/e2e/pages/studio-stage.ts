/** The studio's stage: what a press on the picture does, and what it shows there. */
import { expect, type Locator } from '@playwright/test';
import sharp from 'sharp';
import type { Pixels } from '../../fixtures/scenes';
import { decode } from '../measure/compare';
import type { Studio } from './studio';
import { toFront } from './to-front';

type Point = readonly [x: number, y: number];

export class Stage {
  constructor(private readonly studio: Studio) {}

  get place(): Locator {
    return this.studio.page.getByRole('application', { name: /^Place of the subject/ });
  }

  get brush(): Locator {
    return this.studio.page.getByRole('application', { name: /^Brush/ });
  }

  get divider(): Locator {
    return this.studio.page.getByRole('slider', { name: 'How much of the photo is shown' });
  }

  get loupe(): Locator {
    return this.studio.page.locator('canvas.loupe');
  }

  async box() {
    const box = await this.studio.picture.boundingBox();
    if (!box) throw new Error('there is no picture');
    return box;
  }

  /** In the window, from shares of the picture. */
  async at([x, y]: Point): Promise<Point> {
    const box = await this.box();
    return [box.x + x * box.width, box.y + y * box.height];
  }

  async click(point: Point): Promise<void> {
    await toFront(this.studio.page);
    await this.studio.page.mouse.click(...(await this.at(point)));
  }

  /** What one sees of the picture, with all that lies upon it. */
  async seen(): Promise<Pixels> {
    return decode(await this.studio.picture.screenshot());
  }

  /** A PNG of the given pixels is dropped onto the stage. */
  async drop(name: string, file: Buffer, type = 'image/png'): Promise<void> {
    const data = await this.studio.page.evaluateHandle(
      ([bytes, title, kind]) => {
        const transfer = new DataTransfer();
        const body = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([body], title, { type: kind }));
        return transfer;
      },
      [file.toString('base64'), name, type] as const,
    );
    const stage = this.studio.page.getByRole('region', { name: 'Picture' });
    await stage.dispatchEvent('dragover', { dataTransfer: data });
    await stage.dispatchEvent('drop', { dataTransfer: data });
  }

  /** The worker has made what is shown. */
  async shows(point: Point, colour: readonly number[], tolerance = 4): Promise<void> {
    await expect
      .poll(async () => {
        const here = colourOf(await this.seen(), point);
        return here.every((value, c) => Math.abs(value - (colour[c] ?? 0)) <= tolerance) ? 'there' : here.join();
      })
      .toBe('there');
  }
}

/** Red, green and blue at a share of a picture. */
export function colourOf({ width, height, rgba }: Pixels, [x, y]: Point): number[] {
  const index = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
  return [...rgba.subarray(index, index + 3)];
}

export function alphaOf({ width, height, rgba }: Pixels, [x, y]: Point): number {
  return rgba[(Math.floor(y * height) * width + Math.floor(x * width)) * 4 + 3] ?? 0;
}

/** Left half and right half, each of one colour. */
export async function halves(width: number, height: number, left: string, right: string): Promise<Buffer> {
  const half = { create: { width: width / 2, height, channels: 3 as const, background: left } };
  return sharp({ create: { width, height, channels: 3, background: right } })
    .composite([{ input: await sharp(half).png().toBuffer(), left: 0, top: 0 }])
    .png()
    .toBuffer();
}
