/// <reference types="chrome" />
/** What is kept for a time only goes by itself: by the alarm, and when the browser starts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { sentenceOf } from '../../utils/i18n/sentence-of';
import { test } from './fixtures';
import { putText } from './pages/inside-database';
import type { Matte } from './pages/matte';
import { Popup } from './pages/popup';
import type { Site } from './site/site';

const MINUTE = 60_000;
/** The shortest period that Chrome promises. */
const SHORTEST = 0.5;

test.setTimeout(120_000);

const scene = ({ pictures }: Site, name: string) => {
  return { name, mimeType: pictures['scene.png'].type, buffer: pictures['scene.png'].file };
};

/** Two cutouts, of which one is as old as an hour allows, and a job that has been waiting as long. */
async function oldAndYoung(matte: Matte, site: Site) {
  const { inside } = matte;
  const popup = await Popup.open(matte);
  await popup.pick(scene(site, 'old.png'));
  const done = await matte.done();
  await popup.pick(scene(site, 'young.png'));
  const young = (await matte.done()).id;
  await popup.page.close();
  const createdAt = Date.now() - 51 * MINUTE;
  const entry = (await inside.history()).find(({ id }) => id === done.id);
  const row = { ...done, id: 'waiting', status: 'queued', outcome: null, endedAt: null, createdAt, attempts: 0 };
  await inside.put('history', { ...entry, createdAt });
  await inside.put('jobs', { ...row, source: { kind: 'stored' }, tabId: 1, delivery: 'waiting' });
  await inside.page.evaluate(putText, ['waiting/input', 'the original'] as const);
  await inside.put('settings', { key: 'keepResults', value: '1h' });
  return { old: done.id, young, of: (...ids: string[]) => ids.flatMap((id) => [`${id}/cutout`, `${id}/preview`]) };
}

const waitingJob = async ({ inside }: Matte) => (await inside.jobs()).find(({ id }) => id === 'waiting');

test('the alarm takes a result after an hour, and the original of a job that still waits [P-RESULTS-KEPT] [P-ORIGINALS-1H]', async ({
  matte,
  site,
}) => {
  const { old, young, of } = await oldAndYoung(matte, site);
  const kept = () => matte.inside.blobIds();
  expect((await kept()).sort()).toEqual([...of(old, young), 'waiting/input'].sort());
  await matte.inside.page.evaluate((periodInMinutes) => chrome.alarms.create('tidy', { periodInMinutes }), SHORTEST);
  await expect.poll(kept, { timeout: 45_000, intervals: [1000] }).toEqual(of(young).sort());
  expect((await matte.inside.history()).map(({ id }) => id)).toEqual([young]);
  expect(await waitingJob(matte)).toMatchObject({
    status: 'failed',
    error: 'not-in-time',
    source: { kind: 'forgotten' },
  });
});

test('a browser that was closed meanwhile lets both go when it starts, and says what became of the job', async ({
  launch,
  site,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'matte-retention-'));
  const before = await launch('tiny', { profile });
  const { young, of } = await oldAndYoung(before, site);
  await before.chrome.close();
  const after = await launch('tiny', { profile });
  await expect.poll(() => after.inside.blobIds(), { timeout: 15_000 }).toEqual(of(young).sort());
  expect((await after.inside.history()).map(({ id }) => id)).toEqual([young]);
  await expect.poll(async () => (await waitingJob(after))?.delivery, { timeout: 15_000 }).toBe('announced');
  const popup = await Popup.open(after);
  await popup.says(sentenceOf('not-in-time'));
  await after.chrome.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
