/** Any context may die at any time; the result arrives all the same, once, or the user is told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { test } from './fixtures';
import { expectCopied } from './measure/expect-cutout';
import type { Job } from './pages/inside';
import type { Site } from './site/site';

test.use({ engine: 'slow' });
test.setTimeout(120_000);

const body = (site: Site) => `<img id="it" src="${site.picture('scene.png')}">`;

for (const stage of ['fetch', 'infer'] as const) {
  test(`the service worker dies in ${stage}: on the page, on the clipboard and in the history, once`, async ({
    matte,
    site,
  }) => {
    const page = await matte.open(site.page({ body: body(site) }));
    if (stage === 'fetch') site.hold();
    await matte.rightClick(page, '#it');
    await matte.inStage(stage);
    await matte.inside.killServiceWorker();
    site.release();
    const job = await expectCopied(matte, page, site.pictures['scene.png']);
    expect(job.attempts).toBe(1);
    await page.waitForTimeout(4000);
    expect(
      (await matte.inside.jobs()).map(({ delivery }) => delivery),
      'not announced as well',
    ).toEqual(['copied']);
    expect(await matte.inside.notifications()).toEqual([]);
  });
}

test('the service worker dies between the result and its delivery', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: body(site) }));
  site.hold();
  await matte.rightClick(page, '#it');
  await matte.inStage('fetch');
  const elsewhere = await matte.open(site.page({ body: 'elsewhere' }));
  site.release();
  const job = await matte.done();
  await matte.inside.killServiceWorker();
  await elsewhere.close();
  await page.bringToFront();
  await matte.copied(page);
  expect((await matte.inside.history()).map(({ id }) => id)).toEqual([job.id]);
});

test('the engine’s document is closed mid-job: it is started again and finishes', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: body(site) }));
  await matte.rightClick(page, '#it');
  await matte.inStage('infer');
  await matte.inside.closeOffscreen();
  const job = await matte.done(60_000);
  expect(job.attempts).toBe(2);
  await matte.copied(page);
  expect((await matte.inside.history()).map(({ id }) => id)).toEqual([job.id]);
  expect((await matte.inside.ledger()).map(({ kind }) => kind)).toEqual(['grant', 'hold', 'settle']);
});

test('service worker and engine die together: the watchdog brings them back', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: body(site) }));
  await matte.rightClick(page, '#it');
  await matte.inStage('infer');
  await matte.inside.closeOffscreen();
  await matte.inside.killServiceWorker();
  const job = await matte.done(60_000);
  expect(job.attempts).toBe(2);
  expect((await matte.inside.history()).map(({ id }) => id)).toEqual([job.id]);
});

test('an engine that dies twice on a picture is not asked a third time', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: body(site) }));
  await matte.rightClick(page, '#it');
  for (const attempt of [1, 2]) {
    await matte.job(({ attempts, stage }) => attempts === attempt && stage === 'infer', `attempt ${attempt}`, 60_000);
    await matte.inside.closeOffscreen();
  }
  expect(await matte.ended(60_000)).toMatchObject({ status: 'failed', error: 'engine-crashed' });
  await matte.card(page).says(sentenceOf('engine-crashed'));
});

test('the tab is closed mid-job: the result is in the history and announced', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: body(site) }));
  await matte.rightClick(page, '#it');
  await matte.inStage('infer');
  await page.close();
  const job = await matte.done();
  expect((await matte.inside.history()).map(({ id }) => id)).toEqual([job.id]);
  await matte.delivered('announced');
});

test('the tab goes to another page mid-job: the result is in the history and announced', async ({ matte, site }) => {
  const page = await matte.open(site.page({ body: body(site) }));
  await matte.rightClick(page, '#it');
  await matte.inStage('infer');
  await page.goto(site.page({ body: 'elsewhere' }));
  const job = await matte.done();
  expect((await matte.inside.history()).map(({ id }) => id)).toEqual([job.id]);
  await matte.delivered('announced');
});

for (const end of ['close', 'crash'] as const) {
  test(`the browser is ended by a ${end} mid-job: after the restart the job ends too`, async ({ launch, site }) => {
    const profile = mkdtempSync(join(tmpdir(), 'matte-profile-'));
    const before = await launch('slow', { profile });
    const page = await before.open(site.page({ body: body(site) }));
    await before.rightClick(page, '#it');
    const begun = await before.inStage('infer');
    // Chrome writes its database to disk within moments; what a power cut takes back was never a job.
    await page.waitForTimeout(500);
    await before.chrome[end]();
    const after = await launch('slow', { profile });
    const job: Job = await after.ended(60_000);
    expect(job.id).toBe(begun.id);
    if (job.status === 'done') expect(await after.inside.history()).toMatchObject([{ id: begun.id }]);
    else expect(sentenceOf(job.error ?? 'internal')).toBeTruthy();
    await after.delivered('announced');
    await after.chrome.close();
    rmSync(profile, { recursive: true, force: true });
  });
}
