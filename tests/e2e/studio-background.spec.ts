/** What can lie behind a cutout: a picture of one's own, and the photo itself out of focus. Files are read back pixel by pixel. */
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { decode } from './measure/compare';
import { openStudio } from './pages/open-studio';
import { Studio } from './pages/studio';
import { alphaOf, colourOf, halves, Stage } from './pages/studio-stage';

const LEFT = [200, 40, 30] as const;
const RIGHT = [20, 60, 180] as const;
const HALVES = () => halves(800, 600, 'rgb(200,40,30)', 'rgb(20,60,180)');

function near(here: readonly number[], there: readonly number[], tolerance = 4): boolean {
  return here.every((value, c) => Math.abs(value - (there[c] ?? 0)) <= tolerance);
}

test('a dropped picture lies behind the cutout, is there again after a reload, and goes with it', async ({
  matte,
  site,
}) => {
  const { studio, stage, job } = await openStudio(matte, site);
  await stage.drop('halves.png', await HALVES());
  await stage.shows([0.02, 0.02], LEFT);
  const { pixels } = await studio.download();
  expect(near(colourOf(pixels, [0.02, 0.5]), LEFT)).toBe(true);
  // The edge of the halves is in the middle to the pixel (WebP spreads it by two).
  const cutAt = (x: number) => colourOf(pixels, [(320 + x + 0.5) / 640, 0.01]);
  expect(near(cutAt(-4), LEFT, 12)).toBe(true);
  expect(near(cutAt(3), RIGHT, 12)).toBe(true);
  expect(alphaOf(pixels, [0.5, 0.01])).toBe(255);
  await expect.poll(async () => (await matte.inside.history())[0]?.edits?.background.kind).toBe('image');
  await studio.page.close();

  const again = await Studio.open(matte, job.id);
  await new Stage(again).shows([0.98, 0.02], RIGHT);
  await again.press('Remove it');
  await expect.poll(async () => matte.inside.blobIds()).not.toContain(`${job.id}/ground`);
  await new Stage(again).shows([0.98, 0.02], [255, 255, 255]);
});

test('another picture takes its place, in the file too; undo brings back the one before, and what was removed', async ({
  matte,
  site,
}) => {
  const { studio, stage, job } = await openStudio(matte, site);
  const [corner, red, blue] = [[0.02, 0.02], LEFT, RIGHT] as const;
  const isInFile = async (colour: readonly number[]) =>
    near(colourOf((await studio.download()).pixels, corner), colour, 12);
  await stage.drop('red.png', await HALVES());
  await stage.shows(corner, red);
  await expect(studio.page.getByRole('img', { name: /^Drag / }), 'its file is made').toHaveAttribute(
    'data-current',
    'true',
  );
  await stage.drop('blue.png', await halves(800, 600, 'rgb(20,60,180)', 'rgb(200,40,30)'));
  await stage.shows(corner, blue);
  expect(await isInFile(blue)).toBe(true);
  await studio.press('Undo');
  await stage.shows(corner, red);
  expect(await isInFile(red)).toBe(true);
  await studio.press('Redo');
  await stage.shows(corner, blue);
  await studio.press('Remove it');
  await stage.shows(corner, [255, 255, 255]);
  await studio.press('Undo');
  await stage.shows(corner, blue);
  await expect.poll(async () => matte.inside.blobIds(), 'it is kept again').toContain(`${job.id}/ground`);
  await studio.page.close();
  const again = await Studio.open(matte, job.id);
  await new Stage(again).shows(corner, blue);
  await new Stage(again).drop('red.png', await HALVES());
  await new Stage(again).shows(corner, red);
  await again.press('Undo');
  await new Stage(again).shows(corner, blue);
});

test('shown whole, a picture leaves bands; a file that is none is refused with a sentence', async ({ matte, site }) => {
  const { studio, stage } = await openStudio(matte, site);
  await stage.drop('hostile.png', Buffer.from('<!doctype html><p>not a picture'));
  await expect(studio.page.getByRole('alert').filter({ hasText: /page instead of the picture/ })).toBeVisible();
  await studio.choose('Behind it', 'Your picture');
  const input = studio.page.getByLabel('The picture for the background');
  const tall = await halves(200, 600, 'rgb(200,40,30)', 'rgb(20,60,180)');
  await input.setInputFiles({ name: 'tall.png', mimeType: 'image/png', buffer: tall });
  await stage.shows([0.02, 0.02], LEFT);
  await studio.page.getByRole('combobox', { name: 'Size', exact: true }).selectOption({ label: 'Show all of it' });
  await stage.shows([0.02, 0.02], [255, 255, 255]);
  const { pixels } = await studio.download();
  // 160 × 480 in the middle of 640 × 480.
  const at = (x: number) => colourOf(pixels, [(x + 0.5) / 640, 0.01]);
  expect(at(239)).toEqual([255, 255, 255]);
  expect(near(at(243), LEFT, 12)).toBe(true);
  expect(near(at(396), RIGHT, 12)).toBe(true);
  expect(at(400)).toEqual([255, 255, 255]);
});

test('the photo, blurred, needs the photo; its subject leaves no halo', async ({ matte, site }) => {
  const { studio, stage, job, photo } = await openStudio(matte, site);
  await studio.choose('Behind it', 'Blurred photo');
  await studio.says('To blur the original background');
  await studio.page
    .getByLabel('The photo it was cut from')
    .setInputFiles({ name: 'scene.png', mimeType: 'image/png', buffer: photo });
  await studio.page.getByRole('slider', { name: 'Blur' }).press('End');
  const before = await decode(photo);
  // Nothing is transparent any more, and far from the subject the wall is as bright as it was.
  await expect
    .poll(async () => near(colourOf(await stage.seen(), [0.95, 0.1]), colourOf(before, [0.95, 0.1]), 24))
    .toBe(true);
  const { pixels } = await studio.download();
  expect(pixels.rgba.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
  const cutout = await decode(await matte.inside.blob(`${job.id}/cutout`));
  // Beside the subject: red minus blue of the wall, and not of the mug.
  const warmth = ([red = 0, , blue = 0]: readonly number[]) => red - blue;
  const rows = [0.4, 0.5, 0.6].map((y) => {
    const first = Array.from({ length: 640 }, (_, x) => x).find((x) => alphaOf(cutout, [(x + 0.5) / 640, y]) > 0) ?? 0;
    return [(first - 3) / 640, y] as const;
  });
  for (const [x, y] of rows) {
    const far = warmth(colourOf(pixels, [Math.max(0.01, x - 0.1), y]));
    expect(Math.abs(warmth(colourOf(pixels, [x, y])) - far)).toBeLessThan(16);
  }
});

test('the eyedropper takes a colour from the picture, and remembers it', async ({ matte, site }) => {
  const { studio, stage } = await openStudio(matte, site);
  await studio.press('Pick from the picture');
  await stage.click([0.98, 0.02]);
  await studio.says('It is transparent there');
  const subject = colourOf(await stage.seen(), [0.4, 0.6]);
  await stage.click([0.4, 0.6]);
  await stage.shows([0.98, 0.02], subject, 2);
  const hex = `#${subject.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  await studio.press('White');
  await studio.press(`Recent colour ${hex}`);
  expect(near(colourOf((await studio.download()).pixels, [0.98, 0.02]), subject, 1)).toBe(true);
});
