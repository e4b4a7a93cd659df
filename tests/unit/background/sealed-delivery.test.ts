/** A card asks for the result of an account that is locked: it gets it, once copied no more, and never another's. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { wakeEngine } from '@/entrypoints/background/engine-control';
import { view } from '@/entrypoints/background/job-commands';
import { createJobEnds } from '@/entrypoints/background/job-ends';
import { createNotes } from '@/entrypoints/background/notes';
import { lock } from '@/utils/account/session';
import { COURIER } from '@/utils/history/courier';
import { reportCopy } from '@/utils/jobs/delivery';
import { finishJob } from '@/utils/jobs/finish-job';
import { storeFirstLook } from '@/utils/jobs/first-look';
import { begin, type Job } from '@/utils/jobs/job';
import { createAccountWorld, registered } from '../account/world';
import { createWorld, OUTCOME } from '../jobs/world';
import { installOffscreen } from './fake-offscreen';

const FILES = { png: new Blob(['cutout']), preview: new Blob(['preview']) };
const delivery = { settle: vi.fn(async () => {}), refreshBadge: vi.fn(async () => {}) };

beforeEach(() => fakeBrowser.reset());

async function lockedAtWork() {
  installOffscreen();
  const world = createWorld();
  const accounts = { ...createAccountWorld().world, db: world.db, keys: world.keys };
  await registered(accounts);
  await world.start('a');
  await wakeEngine(world);
  await world.store.step('a', (job) => begin(job, world.now()));
  await lock(accounts);
  const job = async () => (await world.store.get('a')) as Job;
  return { ...world, job, see: async () => view(world, await job()) };
}

it('a woken engine finds the courier, a guest’s needs none', async () => {
  const world = await lockedAtWork();
  expect(await world.keys.get(COURIER)).not.toBeNull();
  const guest = createWorld();
  await wakeEngine(guest);
  expect(await guest.keys.get(COURIER)).toBeNull();
});

it('shows the first look, then delivers the result', async () => {
  const world = await lockedAtWork();
  await storeFirstLook(world, 'a', new Blob(['look']));
  const running = await world.see();
  expect([await running.preview?.text(), running.cutout]).toEqual(['look', null]);
  await finishJob(world, 'a', FILES, OUTCOME);
  const done = await world.see();
  expect([await done.preview?.text(), await done.cutout?.text()]).toEqual(['preview', 'cutout']);
});

it('once copied, nothing is left that opens', async () => {
  const world = await lockedAtWork();
  await finishJob(world, 'a', FILES, OUTCOME);
  const ends = createJobEnds(world, delivery, createNotes());
  await ends.claim(await world.job());
  await ends.collect(await world.job(), (row) => reportCopy(row, true));
  expect(await world.db.deliveries.count()).toBe(0);
  expect(await world.see()).toMatchObject({ preview: null, cutout: null });
});

it('a copy that failed leaves it on its way', async () => {
  const world = await lockedAtWork();
  await finishJob(world, 'a', FILES, OUTCOME);
  const ends = createJobEnds(world, delivery, createNotes());
  await ends.claim(await world.job());
  await ends.collect(await world.job(), (row) => reportCopy(row, false));
  expect((await world.see()).cutout).not.toBeNull();
});
