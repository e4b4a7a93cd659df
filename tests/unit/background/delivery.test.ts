import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDelivery } from '@/entrypoints/background/delivery';
import { WATCH_ALARM } from '@/entrypoints/background/engine-control';
import { ENGLISH } from '@/utils/i18n/english';
import { speak } from '@/utils/i18n/say';
import { sentenceOf } from '@/utils/i18n/sentence-of';
import { CLAIM_TIMEOUT_MS, claimCopy, reportCopy } from '@/utils/jobs/delivery';
import type { Job } from '@/utils/jobs/job';
import { createWorld, done, failed, OUTCOME, T0 } from '../jobs/world';

const GRACE_MS = 3_000;

beforeEach(async () => {
  // Only timers: fake-indexeddb needs its immediates.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await fakeBrowser.alarms.create(WATCH_ALARM, { periodInMinutes: 0.5 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  fakeBrowser.reset();
  speak(ENGLISH, 'en');
});

/** Ended jobs that nobody has collected yet, named by their order: 0, 1, … */
async function withEnded(...jobs: readonly Job[]) {
  const world = createWorld();
  const put = (job: Job, id: string) => world.db.jobs.put({ ...job, id });
  for (const [i, job] of jobs.entries()) await put(job, `${i}`);
  const show = vi.spyOn(fakeBrowser.notifications, 'create');
  return {
    ...world,
    ...createDelivery(world),
    put,
    show,
    shown: () => show.mock.calls.map(([id]) => id),
    badge: () => fakeBrowser.action.getBadgeText({}),
    watched: async () => (await fakeBrowser.alarms.get(WATCH_ALARM)) !== undefined,
  };
}

/** Until somebody waits for the grace to pass; the database answers in real time. */
async function untilWaiting(timers = 1): Promise<void> {
  while (vi.getTimerCount() < timers) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets every card have its time. */
async function afterGrace(settled: Promise<unknown>): Promise<void> {
  await untilWaiting();
  vi.advanceTimersByTime(GRACE_MS);
  await settled;
}

describe('a result that no card collects', () => {
  it('gets badge and notification, with a way to copy', async () => {
    const world = await withEnded(done);
    await afterGrace(world.settle());
    expect(world.show).toHaveBeenCalledExactlyOnceWith(
      '0',
      expect.objectContaining({ message: 'boat', buttons: [{ title: 'Copy' }] }),
    );
    expect(await world.badge()).toBe('1');
    expect(await world.store.get('0')).toMatchObject({ delivery: 'announced' });
  });

  it('says so when it is a preview for want of credits', async () => {
    const outcome = { ...OUTCOME, reducedFrom: { width: 4000, height: 3000 } };
    const world = await withEnded({ ...done, outcome });
    await afterGrace(world.settle());
    const title = 'Your preview is ready';
    const message = sentenceOf('no-credit');
    expect(world.show).toHaveBeenCalledExactlyOnceWith('0', expect.objectContaining({ title, message }));
  });

  it('is told in the chosen language, also by a worker that has just woken and spoken no other', async () => {
    const world = await withEnded(done, failed);
    await world.db.settings.put({ key: 'language', value: 'de' });
    await afterGrace(world.settle());
    const said = world.show.mock.calls.map(([, options]) => options as unknown as object);
    expect(said).toEqual([
      expect.objectContaining({ title: 'Ihr Freisteller ist fertig', buttons: [{ title: 'Kopieren' }] }),
      expect.objectContaining({ message: expect.stringMatching(/^Das Bild ist nicht mehr unter seiner Adresse/) }),
    ]);
  });

  it('is told in a language that was chosen while the worker lived', async () => {
    const world = await withEnded(done);
    await world.db.settings.put({ key: 'language', value: 'de' });
    await afterGrace(world.settle());
    await world.db.settings.put({ key: 'language', value: 'zh-CN' });
    await world.put(done, 'later');
    await afterGrace(world.settle());
    expect(world.show).toHaveBeenLastCalledWith('later', expect.objectContaining({ title: '您的抠图已完成' }));
  });

  it('not before the cards have had their time', async () => {
    const world = await withEnded(done);
    const settled = world.settle();
    await untilWaiting();
    vi.advanceTimersByTime(GRACE_MS - 1);
    expect(await world.store.get('0')).toMatchObject({ delivery: 'waiting' });
    vi.advanceTimersByTime(1);
    await settled;
    expect(world.shown()).toEqual(['0']);
  });

  it('once, however often the worker starts anew', async () => {
    const world = await withEnded(done);
    const reborn = createDelivery({ ...world, db: world.otherContext() });
    const settled = Promise.all([world.settle(), reborn.settle()]);
    await untilWaiting(2);
    await afterGrace(settled);
    await world.settle();
    expect(world.shown()).toEqual(['0']);
  });

  it('says what went wrong when it is a failure, and offers no copy', async () => {
    const world = await withEnded(failed);
    await afterGrace(world.settle());
    const [, options] = world.show.mock.calls[0] as unknown as [string, object];
    expect(options).toMatchObject({ message: sentenceOf('not-found') });
    expect(options).not.toHaveProperty('buttons');
  });

  it('is counted with the others on the badge', async () => {
    const world = await withEnded(done, failed);
    await afterGrace(world.settle());
    expect(await world.badge()).toBe('2');
  });

  it('does not lose the badge, nor the next one its turn, when a notification cannot be shown', async () => {
    const world = await withEnded(done, done);
    world.show.mockImplementationOnce((() => Promise.reject(new Error('Unable to download all images.'))) as never);
    await afterGrace(world.settle()).catch(() => {});
    expect(world.shown()).toEqual(['0', '1']);
    expect(await world.badge()).toBe('2');
  });
});

describe('a result that a card collects', () => {
  it('in time is not announced', async () => {
    const world = await withEnded(done);
    const settled = world.settle();
    await world.store.step('0', (job) => claimCopy(job, world.now()));
    await world.store.step('0', (job) => reportCopy(job, true));
    await afterGrace(settled);
    expect(world.shown()).toEqual([]);
    expect(await world.badge()).toBe('');
  });

  it('has its own time, whatever else ended shortly before it', async () => {
    const world = await withEnded(done);
    void world.settle();
    await untilWaiting();
    await world.put({ ...done, endedAt: T0 + GRACE_MS }, 'late');
    vi.advanceTimersByTime(GRACE_MS);
    await vi.waitFor(async () => expect(await world.badge()).not.toBe(''), { interval: 0 });
    expect(world.shown(), 'the card of the late one had no time at all').toEqual(['0']);
  });

  it('is left to it while it copies', async () => {
    const world = await withEnded({ ...done, delivery: 'copying', claimedAt: T0 });
    await afterGrace(world.settle());
    expect(world.shown()).toEqual([]);
  });

  it('is announced after all when the card died over it', async () => {
    const world = await withEnded({ ...done, delivery: 'copying', claimedAt: T0 });
    world.tick(CLAIM_TIMEOUT_MS + 1);
    await afterGrace(world.settle());
    expect(world.shown()).toEqual(['0']);
  });
});

describe('the alarm that watches', () => {
  it.each<[string, Job]>([
    ['a copy that may still fail', { ...done, delivery: 'copying', claimedAt: T0 }],
    ['an open job', { ...done, status: 'running', delivery: 'waiting', endedAt: null }],
  ])('stays for %s', async (_, job) => {
    const world = await withEnded(job);
    const settled = world.settle();
    if (job.status === 'done') await afterGrace(settled);
    await settled;
    expect(await world.watched()).toBe(true);
  });

  it('goes when all is told', async () => {
    const world = await withEnded(done);
    await afterGrace(world.settle());
    expect(await world.watched()).toBe(false);
  });

  it('goes at once when there is nothing to tell', async () => {
    const world = await withEnded({ ...done, delivery: 'copied' }, { ...done, delivery: 'none' });
    await world.settle();
    expect(world.shown()).toEqual([]);
    expect(await world.watched()).toBe(false);
  });
});
