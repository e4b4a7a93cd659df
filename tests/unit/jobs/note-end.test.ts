/** What is counted and noted of each way a job can end; neither may change how it ends. */
import { describe, expect, it } from 'vitest';
import { answerAsGuest } from '@/utils/account/guest-consents';
import { POLICY_VERSION } from '@/utils/account/policy';
import { readLog } from '@/utils/diagnostics/log';
import { matteError } from '@/utils/errors';
import { takeOffer } from '@/utils/jobs/cut-anyway';
import { cancelJob, failJob } from '@/utils/jobs/finish-job';
import { known } from '@/utils/statistics/statistics';
import { createQueue, goodEngine, noSubjectIn } from './fake-engine';
import { createWorld, T0, type World } from './world';

async function agreed(given = true): Promise<World> {
  const world = createWorld();
  await answerAsGuest(world.db, { purpose: 'statistics', given, policyVersion: POLICY_VERSION, at: T0 });
  return world;
}

const counted = async ({ db }: World) => known((await db.statistics.toArray())[0]?.counts);

describe('of who agreed, every end is counted once', () => {
  it('a cutout, with the way it ran', async () => {
    const world = await agreed();
    await world.start('a');
    await createQueue(world).drain();
    expect(await counted(world)).toMatchObject({ done: 1, 'asked/balanced': 1 });
  });

  it('a failure, by its kind alone', async () => {
    const world = await agreed();
    await world.start('a');
    await failJob(world, 'a', 'not-found');
    await failJob(world, 'a', 'not-found');
    await cancelJob(world, 'a');
    expect(await counted(world)).toEqual({ 'failed/fetch': 1 });
  });

  it('a picture that could not even be read', async () => {
    const world = await agreed();
    await world.start('a', { picture: { kind: 'unreadable', error: 'no-picture' } });
    expect(await counted(world)).toEqual({ 'failed/fetch': 1 });
  });

  it('a cancellation', async () => {
    const world = await agreed();
    await world.start('a');
    await cancelJob(world, 'a');
    expect(await counted(world)).toEqual({ cancelled: 1 });
  });

  it('no subject, and the cutout that was taken all the same', async () => {
    const world = await agreed();
    await world.start('a');
    await createQueue(world, { engine: goodEngine({ cutout: noSubjectIn }) }).drain();
    expect(await counted(world)).toEqual({ 'failed/no-subject': 1 });
    expect(await takeOffer(world, 'a')).toBe(true);
    expect(await counted(world)).toMatchObject({ 'failed/no-subject': 1, done: 1 });
    expect(await takeOffer(world, 'a')).toBe(false);
    expect(await counted(world)).toMatchObject({ done: 1 });
  });
});

it('refusing changes nothing but the counts: same rows, same pictures, same book [P-OPTIONAL]', async () => {
  const live = async (world: World) => {
    await world.start('a');
    await world.start('b');
    await cancelJob(world, 'b');
    await createQueue(world).drain();
    const { jobs, history, ledger, diagnostics } = world.db;
    const tables = [jobs, history, ledger, diagnostics].map((table) => table.toArray());
    return { rows: await Promise.all(tables), blobs: await world.blobs(), picture: await world.textOf('a/cutout') };
  };
  const [yes, no, never] = [await agreed(), await agreed(false), createWorld()];
  const whenRefused = await live(no);
  expect(whenRefused).toEqual(await live(yes));
  expect(whenRefused).toEqual(await live(never));
  expect([await yes.db.statistics.count(), await no.db.statistics.count(), await never.db.statistics.count()]).toEqual([
    1, 0, 0,
  ]);
});

describe('a fault is noted', () => {
  it('with its code and what is left of its words: no address, no name of the picture [P-DIAG-BARE]', async () => {
    const world = createWorld();
    const thrown = matteError('decode-failed', 'passport ada of https://secret.test/x.png is cut off');
    await world.start('a', { name: 'passport ada' });
    const cutout = async () => {
      throw thrown;
    };
    await createQueue(world, { engine: goodEngine({ cutout }) }).drain();
    const log = await readLog(world.db);
    expect(log).toMatchObject([{ code: 'decode-failed' }]);
    expect(JSON.stringify(log)).not.toMatch(/passport|secret|https/);
  });

  it('but not when nothing went wrong', async () => {
    const world = createWorld();
    await world.start('a');
    await createQueue(world, { engine: goodEngine({ cutout: noSubjectIn }) }).drain();
    await world.start('b');
    await cancelJob(world, 'b');
    await world.start('c');
    await createQueue(world).drain();
    expect(await readLog(world.db)).toEqual([]);
  });
});

it('neither a broken counter nor a broken log costs a job its end', async () => {
  const world = await agreed();
  const refuse = () => {
    throw new Error('full');
  };
  world.db.statistics.hook('creating', refuse);
  world.db.diagnostics.hook('creating', refuse);
  await world.start('a');
  await createQueue(world).drain();
  await world.start('b');
  await failJob(world, 'b', 'not-found');
  expect([await world.store.get('a'), await world.store.get('b')]).toMatchObject([
    { status: 'done' },
    { status: 'failed' },
  ]);
});
