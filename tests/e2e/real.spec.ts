/** IS-Net itself, through the whole extension. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import type { Pixels } from '../fixtures/scenes';
import { test } from './fixtures';
import { alphaOf, coverage, decode, sizeOf } from './measure/compare';
import { expectCopied } from './measure/expect-cutout';

const REAL_MS = 120_000;

/** What anybody sees in these photos: how much of it is subject, a point on it and a point beside it. */
const PHOTOS = {
  'astronaut.png': { share: [0.35, 0.75], on: [225, 130], beside: [430, 40] },
  'chelsea.png': { share: [0.35, 0.95], on: [225, 130], beside: null },
  'coffee.png': { share: [0.15, 0.75], on: [300, 200], beside: [20, 20] },
} as const;

function photo(name: string): Buffer {
  return readFileSync(resolve('tests/fixtures/photos', name));
}

function alphaAt(pixels: Pixels, [x, y]: readonly [number, number]): number {
  return alphaOf(pixels)[y * pixels.width + x] ?? 0;
}

test('a built scene is cut out as its truth says', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.jpg')}">` }));
  await matte.rightClick(page, '#it');
  await matte.done(REAL_MS);
  const job = await expectCopied(matte, page, site.pictures['scene.jpg']);
  expect(job.outcome?.backend).toBe('wasm-threads');
  expect(job.outcome?.stages.infer).toBeGreaterThan(0);
});

for (const [name, { share, on, beside }] of Object.entries(PHOTOS)) {
  test(`${name}: its subject is kept and its background is gone`, async ({ matte, site }) => {
    const file = photo(name);
    site.serve(name, { headers: { 'content-type': 'image/png' }, body: file });
    const page = await matte.open(site.page({ body: `<img id="it" src="${site.url('img.test', name)}">` }));
    await matte.rightClick(page, '#it');
    await matte.done(REAL_MS);
    const cutout = await matte.cutout(await matte.copied(page));
    expect(sizeOf(cutout)).toEqual(sizeOf(await decode(file)));
    expect(coverage(cutout)).toBeGreaterThan(share[0]);
    expect(coverage(cutout)).toBeLessThan(share[1]);
    expect(alphaAt(cutout, on)).toBeGreaterThan(250);
    if (beside) expect(alphaAt(cutout, beside)).toBeLessThan(5);
  });
}

test('cancelling the real engine in the middle takes less than a second', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  await matte.job(({ stage }) => stage === 'infer', 'it infers', REAL_MS);
  await matte.card(page).press('Cancel');
  const pressed = Date.now();
  expect(await matte.ended(2000)).toMatchObject({ status: 'cancelled' });
  expect(Date.now() - pressed).toBeLessThan(1000);
});
