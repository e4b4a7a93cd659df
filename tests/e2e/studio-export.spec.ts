/** The studio's way out: what the file will be, known before; layers, names, print tags; looks kept under a name; edges. */
import { expect } from '@playwright/test';
import sharp from 'sharp';
import type { Pixels } from '../fixtures/scenes';
import { test } from './fixtures';
import { decode } from './measure/compare';
import { carriedBy } from './pages/carried-by';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';
import { Studio } from './pages/studio';
import type { Site } from './site/site';
import { unzip } from './site/zip';

async function opened(matte: Matte, site: Site) {
  const popup = await Popup.open(matte);
  const { file, type } = site.pictures['scene.png'];
  await popup.pick({ name: 'scene.png', mimeType: type, buffer: file });
  const job = await matte.done();
  const cutout = await matte.inside.blob(`${job.id}/cutout`);
  return { job, cutout, studio: await Studio.open(matte, job.id) };
}

const facts = ({ page }: Studio) => page.locator('.facts');
const unfold = ({ page }: Studio) => page.getByText('More', { exact: true }).click();
const alphas = ({ rgba }: Pixels) => rgba.filter((_, i) => i % 4 === 3);

test('the file’s size is shown before anybody downloads it, and follows format and quality', async ({
  matte,
  site,
}) => {
  const { studio, cutout } = await opened(matte, site);
  /** What is shown, once it is about this file: in thousands of bytes, to a tenth. */
  const expectShown = (bytes: number) =>
    expect
      .poll(async () =>
        Math.abs(Number.parseFloat((await facts(studio).innerText()).split('px')[1] ?? '') * 1000 - bytes),
      )
      .toBeLessThanOrEqual(bytes < 10_000 ? 50 : 500);
  await expectShown(cutout.length);
  await studio.choose('Format', 'WebP, smaller');
  await expectShown((await studio.download()).body.length);
  await studio.page.getByRole('slider', { name: 'Quality' }).focus();
  for (let i = 0; i < 8; i++) await studio.page.keyboard.press('ArrowLeft');
  await studio.says('50 %');
  await expectShown((await studio.download()).body.length);
});

test('all layers as ZIP: matte and colours give the cutout again', async ({ matte, site }) => {
  const { studio, cutout } = await opened(matte, site);
  await studio.choose('Format', 'JPEG, no transparency');
  await unfold(studio);
  const { name, body } = await matte.download(() => studio.press('All layers as ZIP'));
  expect(name).toBe('scene-layers.zip');
  const files = unzip(body);
  expect([...files.keys()]).toEqual(['cutout.png', 'matte.png', 'foreground.png', 'scene-cutout.jpg']);
  const pixels = async (file: string) => decode(files.get(file) ?? Buffer.alloc(0));
  const [before, alone, grey, front] = [
    await decode(cutout),
    await pixels('cutout.png'),
    await pixels('matte.png'),
    await pixels('foreground.png'),
  ];
  expect(alone).toEqual(before);
  const joined = before.rgba.map((_, i) => {
    const alpha = grey.rgba[i - (i % 4)] ?? 0;
    if (i % 4 === 3) return alpha;
    return alpha === 0 ? 0 : (front.rgba[i] ?? 0);
  });
  expect(joined).toEqual(before.rgba);
  expect(Math.min(...new Set(alphas(front)))).toBe(255);
});

test('print resolution is in PNG and JPEG, and a JPEG stands on the colour that was chosen for it', async ({
  matte,
  site,
}) => {
  const { studio } = await opened(matte, site);
  await unfold(studio);
  await studio.choose('Print resolution', '300 dpi');
  await studio.says('Prints 5.4 × 4.1 cm.');
  expect((await sharp((await studio.download()).body).metadata()).density).toBe(300);
  await studio.choose('Format', 'JPEG, no transparency');
  await studio.page.locator('.jpeg-ground').getByRole('button', { name: 'Near black' }).click();
  const { body, pixels } = await studio.download();
  expect((await sharp(body).metadata()).density).toBe(300);
  expect(Math.max(...pixels.rgba.subarray(0, 3))).toBeLessThan(48);
  await studio.choose('Format', 'WebP, smaller');
  await studio.says('Not written into WebP');
});

test('files are called as the pattern says, here and after a reload', async ({ matte, site }) => {
  const { studio, job } = await opened(matte, site);
  await unfold(studio);
  await studio.page.getByLabel('File name').fill('con: {width} {name}-{preset}');
  await studio.says('Like con 640 scene.png');
  expect((await studio.download()).name).toBe('con 640 scene.png');
  await studio.page.close();
  const again = await Studio.open(matte, job.id);
  await again.choose('Made for', 'Sticker, 512 px');
  expect((await again.download()).name).toBe('con 512 scene-Sticker, 512 px.png');
});

test('the finished picture is dragged out as a file, without an address of ours', async ({ matte, site }) => {
  const { studio } = await opened(matte, site);
  const thumbnail = studio.page.getByRole('img', { name: 'Drag scene-cutout.png out of here' });
  await expect(thumbnail).toHaveAttribute('draggable', 'true');
  const dragged = carriedBy(studio.page);
  await thumbnail.hover();
  await studio.page.mouse.down();
  await studio.page.mouse.move(300, 300, { steps: 10 });
  const { kinds, base64 } = await dragged;
  await studio.page.mouse.up();
  expect(kinds).toEqual(['file image/png']);
  expect(Buffer.from(base64, 'base64')).toEqual((await studio.download()).body);
});

test('a look is kept under a name, used on another cutout, renamed and removed', async ({ matte, site }) => {
  const { studio, job } = await opened(matte, site);
  await studio.press('Blue');
  await studio.choose('Shape', '1:1');
  await studio.press('Use on all like this…');
  await studio.page.getByLabel('Name', { exact: true }).fill('Sky');
  await studio.press('Keep');
  const chosen = studio.page.getByLabel('Made for').locator('option:checked');
  await expect(chosen).toHaveText('Sky');
  await studio.choose('Made for', 'As it was cut out');
  await studio.says('640 × 480 px');
  await studio.page.close();

  const again = await Studio.open(matte, job.id);
  await again.choose('Made for', 'Sky');
  await again.says('640 × 640 px');
  await again.press('Rename “Sky”');
  await again.page.getByLabel('Name', { exact: true }).fill('Sea');
  await again.page.getByRole('alertdialog').getByRole('button', { name: 'Rename' }).click();
  const option = again.page.getByLabel('Made for').locator('option:checked');
  await expect(option).toHaveText('Sea');
  await again.press('Remove “Sea”');
  await again.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(option).toHaveText('My own settings');
});

test('edges grow, and with the photo kept its own colours can be had', async ({ matte, site }) => {
  await matte.inside.put('settings', { key: 'keepPhotos', value: true });
  const { studio, cutout } = await opened(matte, site);
  const before = await decode(cutout);
  await studio.page.getByLabel('Clean colours').uncheck();
  const own = (await studio.download()).pixels;
  const scene = await decode(site.pictures['scene.png'].file);
  expect(alphas(own)).toEqual(alphas(before));
  const seen = [...before.rgba.keys()].filter((i) => i % 4 === 0 && (before.rgba[i + 3] ?? 0) > 0);
  expect(seen.filter((i) => own.rgba[i] !== scene.rgba[i])).toEqual([]);

  await studio.page.getByRole('slider', { name: 'Wider' }).focus();
  for (let i = 0; i < 10; i++) await studio.page.keyboard.press('ArrowLeft');
  await studio.says('1.3 px');
  const grown = (await studio.download()).pixels;
  const count = (pixels: Pixels) => alphas(pixels).filter((alpha) => alpha === 255).length;
  expect(count(grown)).toBeGreaterThan(count(before));
  await expect(studio.page.getByRole('slider', { name: 'Wider' })).toHaveAttribute('aria-valuetext', '1.3 px wider');
});
