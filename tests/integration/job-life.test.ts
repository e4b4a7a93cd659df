/**
 * A picture's whole way without a browser: the queue, the engine host, ladder and pipeline on one side, background's
 * commands on the other, and between them nothing but the database. Contexts die on the way.
 */
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { createEngineHost } from '@/entrypoints/offscreen/engine-host';
import { type Entry, GUEST } from '@/utils/credits/ledger';
import { readCredits } from '@/utils/credits/ledger-store';
import { momentAt } from '@/utils/credits/moment';
import { cutoutId, previewId } from '@/utils/db';
import { takeOffer } from '@/utils/jobs/cut-anyway';
import { announce, claimCopy, reportCopy } from '@/utils/jobs/delivery';
import { cancelJob } from '@/utils/jobs/finish-job';
import type { Backend } from '@/utils/jobs/job';
import { createJobStore } from '@/utils/jobs/job-store';
import { createRunner, type RunnerDeps } from '@/utils/jobs/run-job';
import { PREVIEW_PIXELS } from '@/utils/pipeline/raster';
import { cutShort, HTML_PAGE, toFlatPng } from '../fixtures/damaged';
import { toJpeg, toPng } from '../fixtures/encodings';
import { buildScene, type Scene } from '../fixtures/scenes';
import { createWorld, type World } from '../unit/jobs/world';
import { findRed, looking, type SegmenterFor, seeRed, WorkingWorker } from '../unit/offscreen/working-worker';

const scene = await buildScene('portrait');
const photo = await toJpeg(scene);

const bytes = (file: Uint8Array) => ({ kind: 'bytes' as const, blob: new Blob([new Uint8Array(file)]) });

/** An engine document: its own connection to the database, its own worker. */
async function openEngine(
  world: World,
  change: Partial<RunnerDeps> & { rungs?: Backend[]; segmenter?: SegmenterFor } = {},
) {
  const { rungs = ['webgpu-fp16', 'wasm'], segmenter = findRed, ...deps } = change;
  const workers: WorkingWorker[] = [];
  const makeWorker = () => {
    const worker = new WorkingWorker(rungs, segmenter);
    workers.push(worker);
    return worker as unknown as Worker;
  };
  const runner = createRunner({
    db: world.otherContext(),
    now: world.now,
    engine: createEngineHost(makeWorker),
    fetchPicture: async () => new Blob([new Uint8Array(photo)]),
    ended: () => {},
    ...deps,
  });
  await runner.adoptOrphans();
  return { ...runner, workers };
}

/** How well the stored cutout fits the truth: intersection over union of what is more subject than background. */
async function overlap(world: World, id: string, { alpha, width, height }: Scene): Promise<number> {
  const stored = await world.db.blobs.get(cutoutId(id));
  if (!stored) throw new Error(`no cutout of ${id}`);
  const png = sharp(Buffer.from(await stored.blob.arrayBuffer()));
  const { data, info } = await png.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width, height });
  let [both, either] = [0, 0];
  alpha.forEach((truth, i) => {
    const found = data[i * 4 + 3] ?? 0;
    if (found > 127 && truth > 127) both++;
    if (found > 127 || truth > 127) either++;
  });
  return both / either;
}

/** A network that never answers the first picture that it is shown. */
function stuckOnce(): { segmenter: SegmenterFor; isStuck: () => boolean } {
  let stuck = false;
  const segmenter: SegmenterFor = () =>
    looking((tensor) => {
      if (stuck) return seeRed(tensor);
      stuck = true;
      return new Promise(() => {});
    });
  return { segmenter, isStuck: () => stuck };
}

describe('a picture that was right-clicked', () => {
  it('is cut out at its own size, kept in history, and copied once', async () => {
    const world = createWorld();
    await world.start('a', { picture: { kind: 'url', url: 'https://a.test/mug.jpg', pageUrl: null } });
    await (await openEngine(world)).drain();

    expect(await overlap(world, 'a', scene)).toBeGreaterThan(0.95);
    expect(await world.db.history.get('a')).toMatchObject({ width: scene.width, height: scene.height });
    expect(await world.blobs()).toEqual([cutoutId('a'), previewId('a')]);

    const claim = () => world.store.step('a', (job) => claimCopy(job, world.now()));
    expect((await Promise.all([claim(), claim()])).filter(Boolean)).toHaveLength(1);
    await world.store.step('a', (job) => reportCopy(job, true));
    expect(await world.store.step('a', (job) => announce(job, world.now() + 3_600_000))).toBeNull();
  });

  it('comes out well also when the GPU paints nonsense; the row says what ran', async () => {
    const world = createWorld();
    const segmenter: SegmenterFor = (rung) => {
      if (rung === 'wasm') return findRed(rung);
      return looking(async ({ width, height }) => {
        return { width, height, data: new Float32Array(width * height).fill(Number.NaN) };
      });
    };
    await world.start('a', { picture: bytes(photo) });
    await (await openEngine(world, { segmenter })).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'done', outcome: { backend: 'wasm' } });
    expect(await overlap(world, 'a', scene)).toBeGreaterThan(0.95);
  });
});

it('bad pictures in a row each say what is wrong, and the good one between them is done', async () => {
  const world = createWorld();
  await world.start('empty', { picture: bytes(new Uint8Array()) });
  await world.start('page', { picture: bytes(HTML_PAGE) });
  await world.start('cut off', { picture: bytes(cutShort(await toPng(scene))) });
  await world.start('good', { picture: bytes(photo) });
  await world.start('flat', { picture: bytes(await toFlatPng({ width: 60, height: 40 })) });
  await (await openEngine(world)).drain();
  const ends = (await world.db.jobs.orderBy('createdAt').toArray()).map(({ id, error, status }) => [
    id,
    error ?? status,
  ]);
  expect(ends).toEqual([
    ['empty', 'empty-file'],
    ['page', 'not-an-image'],
    ['cut off', 'decode-failed'],
    ['good', 'done'],
    ['flat', 'no-subject'],
  ]);
  expect(await world.db.history.toCollection().primaryKeys()).toEqual(['good']);
  expect(await world.blobs()).toEqual(['flat', 'good'].flatMap((id) => [cutoutId(id), previewId(id)]));
});

describe('a document that closes in the middle of a job', () => {
  it('costs an attempt, not the picture; what the dead one still says changes nothing', async () => {
    const world = createWorld();
    const { segmenter, isStuck } = stuckOnce();
    await world.start('a', { picture: bytes(photo) });
    const dead = await openEngine(world, { segmenter });
    void dead.drain();
    await vi.waitFor(() => expect(isStuck()).toBe(true));

    await (await openEngine(world, { segmenter })).drain();
    expect(await world.store.get('a')).toMatchObject({ status: 'done', attempts: 2 });
    expect(await overlap(world, 'a', scene)).toBeGreaterThan(0.95);
    const before = await world.store.get('a');

    dead.workers[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'gone' }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await world.store.get('a')).toEqual(before);
    expect(await world.db.history.count()).toBe(1);
  });
});

describe('cancelling in the middle of a job', () => {
  it('kills the worker, keeps nothing, and the next picture gets a new one', async () => {
    const world = createWorld();
    const { segmenter, isStuck } = stuckOnce();
    await world.start('unwanted', { picture: bytes(photo) });
    await world.start('wanted', { picture: bytes(photo) });
    const engine = await openEngine(world, { segmenter });
    const drained = engine.drain();
    await vi.waitFor(() => expect(isStuck()).toBe(true));

    const background = { db: world.otherContext(), now: world.now };
    await cancelJob(background, 'unwanted');
    engine.abort('unwanted');
    await drained;

    const store = createJobStore(background.db);
    expect(await store.get('unwanted')).toMatchObject({ status: 'cancelled' });
    expect(await store.get('wanted')).toMatchObject({ status: 'done' });
    expect(engine.workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(await world.blobs()).toEqual([cutoutId('wanted'), previewId('wanted')]);
  });
});

describe('credits', () => {
  const balance = async ({ db, now }: World) => (await readCredits(db, now())).balance;

  it('pay for the cutout, not for the failures around it, nor for the engine that died over it', async () => {
    const world = createWorld();
    const { segmenter, isStuck } = stuckOnce();
    await world.start('good', { picture: bytes(photo) });
    await world.start('page', { picture: bytes(HTML_PAGE) });
    await world.start('flat', { picture: bytes(await toFlatPng({ width: 600, height: 600 })) });
    void (await openEngine(world, { segmenter })).drain();
    await vi.waitFor(() => expect(isStuck()).toBe(true));
    expect(await balance(world)).toBe(17);
    await (await openEngine(world, { segmenter })).drain();
    expect(await balance(world)).toBe(19);
    await takeOffer(world, 'flat');
    expect(await balance(world)).toBe(18);
  });

  it('that are used up leave a preview of the whole picture, which says so; a refill brings the size back', async () => {
    const world = createWorld();
    await world.db.ledger.bulkAdd(spentWelcome(world.now()));
    await world.start('poor', { picture: bytes(photo) });
    await (await openEngine(world)).drain();
    const { width, height } = scene;
    const job = await world.store.get('poor');
    expect(job).toMatchObject({ status: 'done', outcome: { reducedFrom: { width, height } } });
    const small = { width: job?.outcome?.width ?? 0, height: job?.outcome?.height ?? 0 };
    expect(small.width * small.height).toBeLessThanOrEqual(PREVIEW_PIXELS);
    expect(small.width / small.height).toBeCloseTo(width / height, 2);
    const png = await (await world.db.blobs.get(cutoutId('poor')))?.blob.arrayBuffer();
    expect(await sharp(new Uint8Array(png ?? new ArrayBuffer(0))).metadata()).toMatchObject(small);
    expect(await balance(world)).toBe(0);

    world.tick(24 * 3_600_000);
    await world.start('refilled', { picture: bytes(photo) });
    await (await openEngine(world)).drain();
    expect(await overlap(world, 'refilled', scene)).toBeGreaterThan(0.95);
    expect(await balance(world)).toBe(9);
  });

  it('that are used up still cut a picture whole that is no larger than a preview', async () => {
    const world = createWorld();
    await world.db.ledger.bulkAdd(spentWelcome(world.now()));
    await world.start('small', { picture: bytes(await toPng(await buildScene('square'))) });
    await (await openEngine(world)).drain();
    const job = await world.store.get('small');
    expect(job).toMatchObject({ status: 'done', outcome: { width: 300, height: 300 } });
    expect(job?.outcome).not.toHaveProperty('reducedFrom');
  });

  /** A guest who has used everything today. */
  function spentWelcome(at: number): Entry[] {
    const { day } = momentAt(at);
    const written = { owner: GUEST, at, credits: 20 };
    return [
      { ...written, kind: 'grant', grant: 'welcome', day, expiresAt: null },
      { ...written, credits: -20, kind: 'adjust', from: 'welcome' },
    ];
  }
});
