/** While the engine works for seconds: cancelling, queueing, and a popup that is opened in the middle. */
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { type NamedFile, Popup } from './pages/popup';
import type { PictureName } from './site/pictures';
import type { Site } from './site/site';

test.use({ engine: 'slow' });

function file({ pictures }: Site, picture: PictureName, name: string): NamedFile {
  return { name, mimeType: 'image/png', buffer: pictures[picture].file };
}

test('a popup opened mid-job shows the stage, and later the result', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  await matte.inStage('infer');
  const popup = await Popup.open(matte);
  await expect(popup.atWork).toContainText('scene');
  await expect(popup.atWork).toContainText('Finding the subject');
  const percent = Number(await popup.progress.getAttribute('aria-valuenow'));
  expect(percent).toBeGreaterThan(0);
  expect(percent).toBeLessThan(100);
  await matte.done();
  await expect(popup.latest).toContainText('scene');
  await expect(popup.progress).toHaveCount(0);
});

test('a popup that is closed mid-job does not stop it', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.pick(file(site, 'scene.png', 'cup.png'));
  await matte.inStage('infer');
  await popup.page.close();
  await matte.done();
});

test('Cancel in the popup ends a working engine within a second', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.pick(file(site, 'scene.png', 'cup.png'));
  await matte.inStage('infer');
  const pressed = Date.now();
  await popup.press('Cancel cup');
  expect(await matte.ended(3000)).toMatchObject({ status: 'cancelled' });
  expect(((await matte.ended()).endedAt ?? 0) - pressed).toBeLessThan(1000);
  await expect(popup.queue).toHaveCount(0);
  await popup.pick(file(site, 'square.png', 'next.png'));
  await matte.done();
});

test('Cancel on the card ends a working engine, and the next picture does not wait for it', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: `<img id="it" src="${site.picture('scene.png')}">` }));
  await matte.rightClick(page, '#it');
  const first = await matte.inStage('infer');
  await matte.card(page, first.id).press('Cancel');
  await matte.card(page, first.id).gone();
  await matte.rightClick(page, '#it');
  const second = await matte.copied(page);
  expect(second.id).not.toBe(first.id);
  expect((await matte.inside.history()).map(({ id }) => id)).toEqual([second.id]);
});

test('a waiting picture can be cancelled without disturbing the running one', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.pick(
    file(site, 'scene.png', 'first.png'),
    file(site, 'square.png', 'second.png'),
    file(site, 'portrait.png', 'third.png'),
  );
  await matte.job(({ name }) => name === 'third', 'all three are queued');
  await expect(popup.queue).toHaveText(['first', 'second', 'third']);
  await popup.press('Cancel second');
  await expect.poll(async () => (await matte.inside.history()).length, { timeout: 40_000 }).toBe(2);
  const outcomes = (await matte.inside.jobs()).map(({ name, status, attempts }) => [name, status, attempts]);
  expect(outcomes.reverse()).toEqual([
    ['first', 'done', 1],
    ['second', 'cancelled', 0],
    ['third', 'done', 1],
  ]);
});

test('progress only rises, and is never 100 before the end', async ({ matte, site }) => {
  const popup = await Popup.open(matte);
  await popup.pick(file(site, 'scene.png', 'cup.png'));
  const seen: number[] = [];
  await matte.running();
  while ((await popup.progress.count()) > 0) {
    const now = await popup.progress.getAttribute('aria-valuenow', { timeout: 500 }).catch(() => null);
    if (now !== null) seen.push(Number(now));
    await popup.page.waitForTimeout(100);
  }
  expect(seen.length).toBeGreaterThan(5);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(Math.max(...seen)).toBeLessThan(100);
  expect((await matte.done()).status).toBe('done');
});
