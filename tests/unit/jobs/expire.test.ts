/** Originals and names are kept for less than an hour, whatever becomes of the job. */
import { describe, expect, it } from 'vitest';
import { inputId, previewId } from '@/utils/db';
import { expireOriginals, forgetNames } from '@/utils/jobs/expire';
import { finishJob } from '@/utils/jobs/finish-job';
import { storeFirstLook } from '@/utils/jobs/first-look';
import { begin } from '@/utils/jobs/job';
import { createWorld, done, failed, OUTCOME } from './world';

const MINUTE = 60_000;
const URL_SOURCE = { kind: 'url', url: 'https://a.test/secret.png', pageUrl: 'https://a.test/' } as const;

async function waiting() {
  const world = createWorld();
  await world.start('stored');
  await world.start('remote', { picture: URL_SOURCE });
  const kinds = async () => (await world.db.ledger.toArray()).map(({ kind }) => kind);
  return { ...world, kinds };
}

describe('a job that is still open', () => {
  it('after three quarters of an hour goes on', async () => {
    const world = await waiting();
    world.tick(45 * MINUTE);
    expect(await expireOriginals(world)).toEqual([]);
    expect(await world.blobs()).toEqual([inputId('stored')]);
  });

  it('after 50 minutes has failed: input and address gone, credits given back [P-ORIGINALS-1H]', async () => {
    const world = await waiting();
    world.tick(50 * MINUTE);
    expect(await expireOriginals(world)).toEqual(['stored', 'remote']);
    const rows = await world.otherContext().jobs.toArray();
    expect(rows).toMatchObject([
      { id: 'remote', status: 'failed', error: 'not-in-time', source: { kind: 'forgotten' } },
      { id: 'stored', status: 'failed', error: 'not-in-time', source: { kind: 'forgotten' } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('secret.png');
    expect(await world.blobs()).toEqual([]);
    expect(await world.kinds()).toEqual(['grant', 'hold', 'hold', 'release', 'release']);
  });

  it('also when an engine is at it: its first look goes, and what it brings later is not taken [P-ORIGINALS-1H]', async () => {
    const world = await waiting();
    await world.store.step('stored', (job) => begin(job, world.now()));
    await storeFirstLook(world, 'stored', new Blob(['look']));
    expect(await world.blobs()).toContain(previewId('stored'));
    world.tick(50 * MINUTE);
    await expireOriginals(world);
    const files = { png: new Blob(['late']), preview: new Blob(['late']) };
    await finishJob(world, 'stored', files, OUTCOME);
    expect([await world.blobs(), await world.db.history.count()]).toEqual([[], 0]);
    expect(await world.kinds()).toEqual(['grant', 'hold', 'hold', 'release', 'release']);
  });

  it('is ended when a clock was set back: nobody knows how old it is [P-ORIGINALS-1H]', async () => {
    const world = await waiting();
    world.tick(-2 * MINUTE);
    expect(await expireOriginals(world)).toEqual(['stored', 'remote']);
  });

  it('ends once', async () => {
    const world = await waiting();
    world.tick(50 * MINUTE);
    await Promise.all([expireOriginals(world), expireOriginals({ ...world, db: world.otherContext() })]);
    expect(await world.kinds()).toEqual(['grant', 'hold', 'hold', 'release', 'release']);
    expect(await expireOriginals(world)).toEqual([]);
  });
});

it('an input whose job has ended or is gone is deleted; that of an open job stays [P-ORIGINALS-1H]', async () => {
  const world = await waiting();
  await world.db.jobs.put({ ...done, id: 'ended' });
  for (const id of ['ended', 'gone']) await world.db.blobs.put({ id: inputId(id), blob: new Blob([id]) });
  await expireOriginals(world);
  expect(await world.blobs()).toEqual([inputId('stored')]);
});

describe('the names of ended jobs', () => {
  const names = async ({ db }: ReturnType<typeof createWorld>) => (await db.jobs.toArray()).map(({ name }) => name);

  async function ended(owner: string) {
    const world = createWorld();
    const at = { owner, endedAt: world.now(), name: 'secret' };
    await world.db.jobs.bulkPut([
      { ...done, ...at, id: 'a' },
      { ...failed, ...at, id: 'b' },
    ]);
    return world;
  }

  it('of an account are there while a card may save the picture, and gone within the hour [P-NAMES-SEALED]', async () => {
    const world = await ended('ada');
    world.tick(45 * MINUTE);
    await forgetNames(world);
    expect(await names(world)).toEqual(['secret', 'secret']);
    world.tick(5 * MINUTE);
    await forgetNames(world);
    expect(await names(world)).toEqual(['', '']);
    expect(await world.db.jobs.get('a')).toMatchObject({ status: 'done', outcome: OUTCOME });
  });

  it('of a guest stay: so do those in the guest’s history', async () => {
    const world = await ended('guest');
    world.tick(50 * MINUTE);
    await forgetNames(world);
    expect(await names(world)).toEqual(['secret', 'secret']);
  });

  it('of open jobs are needed for what comes out', async () => {
    const world = createWorld();
    await world.start('open');
    await world.db.jobs.update('open', { owner: 'ada' });
    world.tick(50 * MINUTE);
    await forgetNames(world);
    expect(await names(world)).toEqual(['open']);
  });
});
