import { describe, expect, it } from 'vitest';
import { announce, CLAIM_TIMEOUT_MS, claimCopy, reportCopy } from '@/utils/jobs/delivery';
import type { Job, Quality } from '@/utils/jobs/job';
import { createJobStore } from '@/utils/jobs/job-store';
import { aJob, cancelled, createWorld, done, failed, OUTCOME, running, T0 } from './world';

/** A database with these rows, named by their order: 0, 1, … */
async function withJobs(...jobs: readonly Job[]) {
  const world = createWorld();
  await world.db.jobs.bulkPut(jobs.map((job, i) => ({ ...job, id: `${i}` })));
  return world;
}

const ids = (jobs: readonly Job[]) => jobs.map(({ id }) => id).sort();
const born = (job: Job, createdAt: number): Job => ({ ...job, createdAt });
const count = (results: readonly unknown[]) => results.filter((result) => result !== null).length;

describe('a step', () => {
  it('is written and answered with the new row', async () => {
    const { store } = await withJobs(done);
    const after = await store.step('0', (job) => claimCopy(job, T0 + 5));
    expect(after).toEqual({ ...done, id: '0', delivery: 'copying', claimedAt: T0 + 5 });
    expect(await store.get('0')).toEqual(after);
  });

  it('that is refused changes nothing', async () => {
    const { store } = await withJobs(failed);
    expect(await store.step('0', (job) => claimCopy(job, T0 + 5))).toBeNull();
    expect(await store.get('0')).toEqual({ ...failed, id: '0' });
  });

  it('on a row that is gone is no step', async () => {
    const { store } = await withJobs();
    expect(await store.step('0', (job) => claimCopy(job, T0))).toBeNull();
    expect(await store.get('0')).toBeUndefined();
  });
});

describe('claims that race', () => {
  it('two cards at the same moment: exactly one is granted', async () => {
    const { store } = await withJobs(done);
    const claim = () => store.step('0', (job) => claimCopy(job, T0));
    expect(count(await Promise.all([claim(), claim()]))).toBe(1);
  });

  it('also from two contexts, each with its own connection', async () => {
    const world = await withJobs(done);
    const other = createJobStore(world.otherContext());
    const claims = [world.store, other, world.store, other].map((store) =>
      store.step('0', (job) => claimCopy(job, T0)),
    );
    expect(count(await Promise.all(claims))).toBe(1);
  });

  it('card and badge, many times, in two contexts: one of them has it alone', async () => {
    const world = await withJobs(done);
    const other = createJobStore(world.otherContext());
    const claims = [world.store, other].map((store) => store.step('0', (job) => claimCopy(job, T0)));
    const announcements = [other, world.store].map((store) => store.step('0', (job) => announce(job, T0)));
    const results = await Promise.all([...claims, ...announcements]);
    expect(count(results)).toBe(1);
    expect(await world.store.get('0')).toEqual(results.find((result) => result !== null));
  });

  it('a claim whose card died is announced after the timeout, by one worker only', async () => {
    const world = await withJobs({ ...done, delivery: 'copying', claimedAt: T0 });
    const at = (time: number) => world.store.step('0', (job) => announce(job, time));
    expect(await at(T0 + CLAIM_TIMEOUT_MS)).toBeNull();
    expect(count(await Promise.all([at(T0 + CLAIM_TIMEOUT_MS + 1), at(T0 + CLAIM_TIMEOUT_MS + 1)]))).toBe(1);
  });

  it('a copy that was given back can be claimed by the next card', async () => {
    const { store } = await withJobs({ ...done, delivery: 'copying', claimedAt: T0 });
    await store.step('0', (job) => reportCopy(job, false));
    expect(await store.step('0', (job) => claimCopy(job, T0))).not.toBeNull();
  });
});

describe('the queue', () => {
  it('has the open jobs, oldest first, whatever their ids', async () => {
    const { store } = await withJobs(born(aJob(), 3), born(running, 1), done, failed, cancelled, born(aJob(), 2));
    expect((await store.open()).map(({ id }) => id)).toEqual(['1', '5', '0']);
  });

  it('gives the oldest job that waits', async () => {
    const { store } = await withJobs(born(running, 1), born(aJob(), 3), born(aJob(), 2));
    expect(await store.nextQueued()).toMatchObject({ id: '2' });
  });

  it('has nothing to give when none waits', async () => {
    const { store } = await withJobs(running, done);
    expect(await store.nextQueued()).toBeNull();
  });
});

describe('what is left to deliver', () => {
  it('uncollected: ended jobs that wait for a card, or whose card may have died', async () => {
    const { store } = await withJobs(
      done,
      failed,
      { ...done, delivery: 'copying', claimedAt: T0 },
      aJob(),
      running,
      cancelled,
      { ...done, delivery: 'none' },
      { ...done, delivery: 'copied' },
      { ...done, delivery: 'announced' },
    );
    expect(ids(await store.uncollected())).toEqual(['0', '1', '2']);
  });

  it('announced: what the badge counts', async () => {
    const announced = { delivery: 'announced' } as const;
    const { store } = await withJobs({ ...done, ...announced }, { ...failed, ...announced }, done, aJob());
    expect(await store.announcedCount()).toBe(2);
  });
});

describe('memory', () => {
  const took = (infer: number, createdAt: number, quality: Quality = 'balanced'): Job => {
    return { ...done, createdAt, quality, outcome: { ...OUTCOME, stages: { infer } } };
  };

  it('keeps the stage times of the last job that was done', async () => {
    const { store } = await withJobs(took(1, 10), took(2, 30), took(3, 20), born(failed, 40), born(aJob(), 50));
    expect(await store.lastStageTimes('balanced')).toEqual({ infer: 2 });
  });

  it('tells qualities apart: one takes many times as long as the other', async () => {
    const { store } = await withJobs(took(1, 10, 'fast'), took(9, 20, 'best'));
    expect(await store.lastStageTimes('fast')).toEqual({ infer: 1 });
    expect(await store.lastStageTimes('balanced')).toEqual({});
  });
});
