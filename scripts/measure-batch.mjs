/**
 * A batch of 12 MP photos and its ZIP, and what the browser's processes hold meanwhile:
 *   node scripts/measure-batch.mjs [count] [folder of an unpacked Matte] [preset's label]
 * The usual folder is the tiny build of the end-to-end tests: its network cuts by colour, all else is the product. Linux only.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { buildScene } from '../tests/fixtures/scenes.ts';
import { closeWelcome, launchBrowser } from './browser.mjs';
import { processesMiB } from './measure/memory.mjs';

const [count = '200', folder = 'out/e2e/tiny', preset = 'Cutout as it is'] = process.argv.slice(2);
const total = Number(count);
const SAMPLE_MS = 5000;
const LIMIT_MS = 3 * 3_600_000;

const work = mkdtempSync(join(tmpdir(), 'matte-measure-batch-'));
const extension = join(work, 'extension');
// A copy: the next end-to-end run makes the folder anew.
cpSync(resolve(folder), extension, { recursive: true });
const photos = await writePhotos(join(work, 'photos'));

const profile = join(work, 'profile');
const args = [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
const context = await launchBrowser({ headless: true, profileDir: profile, args });
const samples = [];
try {
  await measure();
} finally {
  await context.close();
  rmSync(work, { recursive: true, force: true });
}

async function measure() {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await closeWelcome(context);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/dashboard.html#batch`);
  await page.getByLabel('Choose a folder').waitFor({ state: 'attached' });
  await page.evaluate(giveMembership);
  const started = Date.now();
  const look = (phase, done) =>
    samples.push({ s: Math.round((Date.now() - started) / 1000), phase, done, ...processesMiB() });
  look('before', 0);
  await page.getByLabel('Choose a folder').setInputFiles(photos);
  await page.getByLabel('Finish each for').selectOption({ label: preset });
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.getByRole('progressbar').first().waitFor();
  await until(async () => {
    const { done, open, failed } = await page.evaluate(countJobs);
    look('batch', done);
    process.stdout.write(`${JSON.stringify(samples.at(-1))}\n`);
    if (failed > 0) throw new Error(`${failed} failed`);
    return done === total && open === 0;
  });
  const batchEnded = Date.now();
  await page.evaluate(placeZip);
  await page.getByRole('button', { name: /as ZIP$/ }).click();
  await until(async () => {
    look('zip', total);
    process.stdout.write(`${JSON.stringify(samples.at(-1))}\n`);
    return page.getByText('in the ZIP.').isVisible();
  });
  const zip = await page.evaluate(sizeOfZip);
  const seconds = {
    batch: Math.round((batchEnded - started) / 1000),
    zip: Math.round((Date.now() - batchEnded) / 1000),
  };
  process.stdout.write(
    `${JSON.stringify({ total, preset, seconds, zipMB: Math.round(zip / 1e6), ...summary() }, null, 2)}\n`,
  );
}

async function until(isSo) {
  const deadline = Date.now() + LIMIT_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('too long');
    await new Promise((done) => setTimeout(done, SAMPLE_MS));
  }
}

/** The largest renderer over each quarter of the batch, and over the ZIP: flat means that they are alike. */
function summary() {
  const largest = (some, key) => Math.max(0, ...some.map((sample) => sample[key]));
  const peaks = (some) => ({ rendererMiB: largest(some, 'rendererMiB'), browserMiB: largest(some, 'browserMiB') });
  const ofBatch = samples.filter(({ phase }) => phase === 'batch');
  const quarter = (at) =>
    peaks(ofBatch.filter(({ done }) => done >= (at * total) / 4 && (at === 3 || done < ((at + 1) * total) / 4)));
  return {
    before: peaks(samples.slice(0, 1)),
    quarters: [0, 1, 2, 3].map(quarter),
    zip: peaks(samples.filter(({ phase }) => phase === 'zip')),
  };
}

/** Photos of 4000 × 3000 with a grain, so that they weigh what a camera's do; each a little different. */
async function writePhotos(into) {
  mkdirSync(into);
  const { rgb, width, height } = await buildScene('landscape');
  const size = { width: 4000, height: 3000 };
  const base = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .resize(size)
    .png()
    .toBuffer();
  const noise = { width: 4000, height: 3000, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 12 } };
  const grain = await sharp({ create: { ...noise, background: '#000' } })
    .png()
    .toBuffer();
  const kinds = [];
  for (let kind = 0; kind < 4; kind++) {
    const turned = await sharp(grain)
      .rotate(kind * 180)
      .flop(kind > 1)
      .png()
      .toBuffer();
    const photo = sharp(base).composite([{ input: turned, blend: 'soft-light' }]);
    kinds.push(await photo.jpeg({ quality: 90 }).toBuffer());
  }
  for (let at = 0; at < total; at++) {
    writeFileSync(join(into, `photo-${String(at + 1).padStart(3, '0')}.jpg`), kinds[at % kinds.length]);
  }
  process.stdout.write(`${total} photos of ${Math.round(kinds[0].length / 1e5) / 10} MB\n`);
  return into;
}

/** In the page. Without a limit of credits all of them come out at full size. */
function giveMembership() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('matte');
    opening.onsuccess = () => {
      const change = opening.result.transaction('memberships', 'readwrite');
      change.objectStore('memberships').put({ owner: 'guest', until: Date.now() + 86_400_000 });
      change.oncomplete = () => resolve(opening.result.close());
      change.onerror = () => reject(change.error);
    };
  });
}

function countJobs() {
  return new Promise((resolve) => {
    const opening = indexedDB.open('matte');
    opening.onsuccess = () => {
      const all = opening.result.transaction('jobs').objectStore('jobs').getAll();
      all.onsuccess = () => {
        const count = (...states) => all.result.filter(({ status }) => states.includes(status)).length;
        opening.result.close();
        resolve({ done: count('done'), open: count('queued', 'running'), failed: count('failed', 'cancelled') });
      };
    };
  });
}

function placeZip() {
  const pick = async () => (await navigator.storage.getDirectory()).getFileHandle('batch.zip', { create: true });
  Object.assign(window, { showSaveFilePicker: pick });
}

async function sizeOfZip() {
  const handle = await (await navigator.storage.getDirectory()).getFileHandle('batch.zip');
  return (await handle.getFile()).size;
}
