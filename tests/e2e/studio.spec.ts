/** The studio on a cutout of known pixels: frame, background, shadow, the way back, and files that say what was shown. */
import { expect, type Locator } from '@playwright/test';
import sharp from 'sharp';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { HTML_PAGE } from '../fixtures/damaged';
import type { Pixels } from '../fixtures/scenes';
import { test } from './fixtures';
import { decode, difference } from './measure/compare';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';
import { Studio } from './pages/studio';
import { Stage } from './pages/studio-stage';
import { toFront } from './pages/to-front';
import { touching } from './pages/touching';
import type { Site } from './site/site';

async function opened(matte: Matte, site: Site) {
  const popup = await Popup.open(matte);
  const { file, type } = site.pictures['scene.png'];
  await popup.pick({ name: 'scene.png', mimeType: type, buffer: file });
  const job = await matte.done();
  const cutout = await matte.inside.blob(`${job.id}/cutout`);
  return { popup, job, cutout, studio: await Studio.open(matte, job.id) };
}

/** Of the preview, in its own pixels: a draft has fewer. */
function lookWidth({ picture }: Studio): Promise<number> {
  return picture.evaluate((canvas) => (canvas as HTMLCanvasElement).width);
}

/** A point on a slider's thumb. */
async function onThumb(slider: Locator): Promise<readonly [number, number]> {
  const thumb = await slider.boundingBox();
  return [(thumb?.x ?? 0) + 8, (thumb?.y ?? 0) + 8];
}

/** What is left when all is cut off round what can be seen (2 % of alpha). */
async function trimmed(png: Buffer): Promise<Pixels> {
  const { width, rgba } = await decode(png);
  const seen = [...rgba.keys()].filter((i) => i % 4 === 3 && (rgba[i] ?? 0) >= 5).map((i) => (i - 3) / 4);
  const columns = seen.map((at) => at % width);
  const rows = seen.map((at) => Math.floor(at / width));
  const [left, top] = [columns, rows].map((all) => all.reduce((a, b) => Math.min(a, b)));
  const [right, bottom] = [columns, rows].map((all) => all.reduce((a, b) => Math.max(a, b)));
  const box = { left: left ?? 0, top: top ?? 0 };
  const size = { width: (right ?? 0) - box.left + 1, height: (bottom ?? 0) - box.top + 1 };
  return decode(
    await sharp(png)
      .extract({ ...box, ...size })
      .png()
      .toBuffer(),
  );
}

test('without edits the file is the cutout, bit by bit', async ({ matte, site }) => {
  const { studio, cutout } = await opened(matte, site);
  const { name, pixels } = await studio.download();
  expect(name).toBe('scene-cutout.png');
  expect(pixels).toEqual(await decode(cutout));
  await studio.says('640 × 480 px');
});

test('cropped to the subject: its pixels, and nothing round them', async ({ matte, site }) => {
  const { studio, cutout } = await opened(matte, site);
  await studio.choose('Show', 'The subject alone');
  const { pixels } = await studio.download();
  expect(pixels).toEqual(await trimmed(cutout));
  await studio.says(`${pixels.width} × ${pixels.height} px`);
});

test('a shop photo: 2000 × 2000, white to the corners, the subject 85 % tall, also on the clipboard', async ({
  matte,
  site,
}) => {
  const { studio } = await opened(matte, site);
  await studio.choose('Made for', 'Shop photo, square, white');
  await studio.says('2000 × 2000 px');
  const { pixels } = await studio.download();
  expect([pixels.width, pixels.height]).toEqual([2000, 2000]);
  expect([...pixels.rgba.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
  const isWhite = (x: number, y: number) => (pixels.rgba[(y * 2000 + x) * 4 + 1] ?? 0) > 250;
  const rows = Array.from({ length: 2000 }, (_, y) => y).filter((y) =>
    Array.from({ length: 200 }, (_, x) => x * 10).some((x) => !isWhite(x, y)),
  );
  const columns = Array.from({ length: 2000 }, (_, x) => x).filter((x) =>
    Array.from({ length: 200 }, (_, y) => y * 10).some((y) => !isWhite(x, y)),
  );
  expect(Math.max(rows.length, columns.length)).toBeGreaterThan(1680);
  expect(Math.max(rows.length, columns.length)).toBeLessThan(1712);

  await studio.press('Copy');
  await studio.says('on the clipboard');
  const copied = await matte.clipboard.pixels();
  expect(difference(copied, pixels)).toBeLessThanOrEqual(1);
});

test('undo and redo by keyboard, and the edits are there again after a reload', async ({ matte, site }) => {
  const { studio, job } = await opened(matte, site);
  await studio.press('Blue');
  await studio.choose('Shape', '1:1');
  await studio.says('640 × 640 px');
  await studio.page.keyboard.press('Control+z');
  await studio.says('640 × 480 px');
  await studio.page.keyboard.press('Control+Shift+Z');
  await studio.says('640 × 640 px');
  await expect.poll(async () => (await matte.inside.history())[0]?.edits?.frame.aspect).toBe('1:1');
  await studio.page.close();
  const again = await Studio.open(matte, job.id);
  await again.says('640 × 640 px');
  const { pixels } = await again.download();
  expect([...pixels.rgba.subarray(0, 4)]).toEqual([0x24, 0x59, 0xd3, 255]);
});

test('JPEG says that transparency goes, and is white where there was none', async ({ matte, site }) => {
  const { studio } = await opened(matte, site);
  await studio.choose('Format', 'JPEG, no transparency');
  await studio.says('the background becomes white');
  const { name, body, pixels } = await studio.download();
  expect(name).toBe('scene-cutout.jpg');
  expect((await sharp(body).metadata()).format).toBe('jpeg');
  expect(Math.min(...pixels.rgba.subarray(0, 4))).toBeGreaterThan(252);
});

test('WebP keeps the transparency and is smaller', async ({ matte, site }) => {
  const { studio, cutout } = await opened(matte, site);
  await studio.choose('Format', 'WebP, smaller');
  const { body, pixels } = await studio.download();
  expect((await sharp(body).metadata()).format).toBe('webp');
  expect(pixels.rgba[3]).toBe(0);
  expect(body.length).toBeLessThan(cutout.length);
});

test('turned, mirrored and tightened: smaller inwards, the sides change places', async ({ matte, site }) => {
  const { studio, cutout } = await opened(matte, site);
  const shown = ({ rgba }: Pixels) => rgba.filter((alpha, i) => i % 4 === 3 && alpha > 0).length;
  await studio.press('Turn');
  await studio.says('480 × 640 px');
  await studio.press('Mirror');
  await studio.page.getByRole('slider', { name: 'Tighter' }).focus();
  for (let i = 0; i < 20; i++) await studio.page.keyboard.press('ArrowRight');
  await studio.says('2.6 px');
  const { pixels } = await studio.download();
  expect([pixels.width, pixels.height]).toEqual([480, 640]);
  expect(shown(pixels)).toBeLessThan(shown(await decode(cutout)));
  expect(shown(pixels)).toBeGreaterThan(shown(await decode(cutout)) * 0.9);
});

test('an edge that is dragged is shown coarsely, then in full, and what is chosen next keeps it', async ({
  matte,
  site,
}) => {
  const { studio } = await opened(matte, site);
  const { page } = studio;
  const width = () => lookWidth(studio);
  await expect.poll(width).toBe(640);
  const [x, y] = await onThumb(page.getByRole('slider', { name: 'Tighter' }));
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const step of [10, 20, 30]) await page.mouse.move(x + step, y);
  await expect.poll(width).toBeLessThan(640);
  await page.mouse.up();
  await expect.poll(width).toBe(640);
  await studio.press('Blue');
  await studio.press('Undo');
  const edits = async () => (await matte.inside.history())[0]?.edits;
  await expect.poll(async () => (await edits())?.background.kind).toBe('transparent');
  const shift = (await edits())?.edge.shift ?? 0;
  expect(shift).toBeGreaterThan(0.001);
  await studio.press('Redo');
  await expect.poll(async () => (await edits())?.background.kind).toBe('colour');
  expect((await edits())?.edge.shift).toBe(shift);
});

test('a slider that was moved by keys, or dragged to where it was, is at rest: the picture in full, and undo undoes', async ({
  matte,
  site,
}) => {
  const { studio } = await opened(matte, site);
  const { page } = studio;
  const width = () => lookWidth(studio);
  await expect.poll(width).toBe(640);
  const slider = page.getByRole('slider', { name: 'Tighter' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuenow', '0.0004');
  await expect.poll(width).toBe(640);
  await studio.press('Undo');
  await expect(slider).toHaveAttribute('aria-valuenow', '0.0002');

  const [x, y] = await onThumb(slider);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y);
  await expect.poll(width).toBeLessThan(640);
  await page.mouse.move(x, y);
  await expect(slider).toHaveAttribute('aria-valuenow', '0.0002');
  await page.mouse.up();
  await expect.poll(width).toBe(640);
});

test('by keyboard alone: a margin by its slider', async ({ matte, site }) => {
  const { studio } = await opened(matte, site);
  await studio.page.getByRole('slider', { name: 'Margin' }).focus();
  for (let i = 0; i < 10; i++) await studio.page.keyboard.press('ArrowRight');
  await studio.says('800 × 600 px');
});

/** Alpha at a share of the picture. */
function alphaAt({ width, height, rgba }: Pixels, x: number, y: number): number {
  return rgba[(Math.floor(y * height) * width + Math.floor(x * width)) * 4 + 3] ?? 0;
}

/** Red, green and blue at a share of the picture. */
function at({ width, height, rgba }: Pixels, x: number, y: number): number[] {
  const index = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
  return [...rgba.subarray(index, index + 3)];
}

const HOLE = [0.3, 0.5] as const;

test('the brush erases where it was drawn, and undo takes it back', async ({ matte, site }) => {
  const { studio, cutout } = await opened(matte, site);
  const before = await decode(cutout);
  expect(alphaAt(before, ...HOLE)).toBe(255);
  await studio.page.getByRole('radio', { name: 'Erase' }).click();
  await studio.draw([0.3, 0.45], HOLE, [0.3, 0.55]);
  const { pixels } = await studio.download();
  expect(alphaAt(pixels, ...HOLE)).toBe(0);
  expect(alphaAt(pixels, 0.4, 0.5)).toBe(255);
  await studio.press('Undo');
  expect((await studio.download()).pixels).toEqual(before);
});

test('with the photo kept: restored pixels are the photo’s, and stay when the photo is gone', async ({
  matte,
  site,
}) => {
  await matte.inside.put('settings', { key: 'keepPhotos', value: true });
  const { studio, job } = await opened(matte, site);
  const scene = await decode(site.pictures['scene.png'].file);
  await studio.page.getByRole('radio', { name: 'Restore' }).click();
  // Wall beside the mug: nothing a network would give back.
  await studio.draw([0.85, 0.15], [0.9, 0.2]);
  const { pixels } = await studio.download();
  expect(alphaAt(pixels, 0.88, 0.18)).toBe(255);
  expect(at(pixels, 0.88, 0.18)).toEqual(at(scene, 0.88, 0.18));
  await expect.poll(async () => (await matte.inside.history())[0]?.retouched, { timeout: 10_000 }).toBe(1);
  await studio.page.close();

  await matte.inside.drop('blobs', `${job.id}/original`);
  const later = await Studio.open(matte, job.id);
  expect((await later.download()).pixels).toEqual(pixels);
});

test('without it the studio asks for the photo, and knows another one', async ({ matte, site }) => {
  const { studio } = await opened(matte, site);
  await studio.page.getByRole('radio', { name: 'Restore' }).click();
  await studio.says('which it has not kept');
  const picker = studio.page.getByLabel('The photo it was cut from');
  const give = (name: 'scene.png' | 'square.png') =>
    picker.setInputFiles({ name, mimeType: 'image/png', buffer: site.pictures[name].file });
  await give('square.png');
  await studio.says('That is another picture');
  await give('scene.png');
  await expect(picker).toHaveCount(0);
  await studio.draw([0.85, 0.15], [0.9, 0.2]);
  expect(alphaAt((await studio.download()).pixels, 0.88, 0.18)).toBe(255);
});

test('the matte alone: grey, opaque, the cutout’s own alpha; and it can be looked at', async ({ matte, site }) => {
  const { studio, cutout } = await opened(matte, site);
  await studio.press('White');
  await studio.choose('Format', 'The matte alone, grey PNG');
  const { name, pixels } = await studio.download();
  expect(name).toBe('scene-matte.png');
  const before = await decode(cutout);
  for (let i = 0; i < before.rgba.length; i += 4) {
    const alpha = before.rgba[i + 3];
    if (pixels.rgba[i] !== alpha || pixels.rgba[i + 3] !== 255) throw new Error(`pixel ${i / 4} is not ${alpha}`);
  }
  await studio.page.getByRole('radio', { name: 'The matte itself' }).click();
  await expect.poll(async () => at(await decode(await studio.picture.screenshot()), 0.3, 0.5)).toEqual([255, 255, 255]);
  await expect.poll(async () => at(await decode(await studio.picture.screenshot()), 0.9, 0.1)).toEqual([0, 0, 0]);
});

test('zoomed by keys and wheel, and a stroke still lands where the pointer is', async ({ matte, site }) => {
  const { studio } = await opened(matte, site);
  const width = async () => (await studio.picture.boundingBox())?.width ?? 0;
  const fitting = await width();
  await studio.page.keyboard.press('+');
  await studio.page.keyboard.press('+');
  await expect.poll(width).toBeCloseTo(fitting * 2.25, 0);
  await studio.page.getByRole('radio', { name: 'Erase' }).click();
  await studio.page.getByRole('region', { name: 'Picture' }).evaluate((stage) => stage.scrollTo(0, 0));
  await studio.draw([0.2, 0.35], [0.2, 0.4]);
  const { pixels } = await studio.download();
  expect(alphaAt(pixels, 0.2, 0.38)).toBe(0);
  expect(alphaAt(pixels, 0.4, 0.38)).toBe(255);
  await studio.page.keyboard.press('0');
  await expect.poll(width).toBeCloseTo(fitting, 0);
});

test('two fingers zoom about the place between them, and paint nothing', async ({ matte, site }) => {
  const { studio } = await opened(matte, site);
  const stage = new Stage(studio);
  await studio.page.getByRole('radio', { name: 'Erase' }).click();
  await toFront(studio.page);
  const fitting = await stage.box();
  const [x, y] = await stage.at([0.25, 0.5]);
  const touch = await touching(studio.page);
  await touch.put([x - 40, y], [x + 40, y]);
  for (let apart = 50; apart <= 80; apart += 10) await touch.move([x - apart, y], [x + apart, y]);
  await touch.lift();
  await expect.poll(async () => (await stage.box()).width).toBeCloseTo(fitting.width * 2, -1);
  const [left, top] = await stage.at([0.25, 0.5]);
  expect(Math.hypot(left - x, top - y), 'it stays between the fingers').toBeLessThan(3);
  await expect(studio.page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('the popup leads there; what was deleted is said', async ({ matte, site }) => {
  const { popup, job } = await opened(matte, site);
  const link = popup.page.getByRole('link', { name: 'Edit scene' });
  expect(await link.getAttribute('href')).toBe(`/studio.html#${job.id}`);
  const page = await matte.open(matte.inside.url('studio.html#nothing'));
  await expect(page.getByRole('alert')).toContainText('This cutout has been deleted');
});

test('the preview is what the file will be', async ({ matte, site }) => {
  const { studio } = await opened(matte, site);
  await studio.choose('Made for', 'Sticker, 512 px');
  await studio.press('Yellow');
  const { pixels } = await studio.download();
  const shown = await decode(await studio.picture.screenshot());
  for (const [x, y] of [
    [0.06, 0.06],
    [0.4, 0.6],
    [0.94, 0.94],
  ] as const) {
    const [here, there] = [at(pixels, x, y), at(shown, x, y)];
    for (const channel of [0, 1, 2]) expect(Math.abs((here[channel] ?? 0) - (there[channel] ?? 0))).toBeLessThan(24);
  }
});

test('without a cutout it takes a picture by paste, cuts it out, and opens that; what is no picture is said', async ({
  matte,
  site,
}) => {
  const page = await matte.open(matte.inside.url('dashboard.html'));
  await page.getByRole('link', { name: 'Studio' }).click();
  await page.getByLabel('Choose a picture').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: HTML_PAGE });
  await expect(page.getByText(sentenceOf('not-an-image'))).toBeVisible();
  await matte.clipboard.put(site.pictures['scene.png'].file);
  await toFront(page);
  await matte.ask(() => page.keyboard.press('Control+V'));
  const job = await matte.done();
  await expect(page).toHaveURL(new RegExp(`studio\\.html#${job.id}$`));
  await expect(page.getByRole('img', { name: /^Cutout of/ })).toBeVisible();
});
