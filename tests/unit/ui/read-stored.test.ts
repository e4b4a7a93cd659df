/** What the popup shows, as a live query reads it: whose it is, whether it opens, and that nothing new is missed. */
import { liveQuery } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { createKeep, readStored, type Stored } from '@/entrypoints/popup/read-stored';
import { lock } from '@/utils/account/session';
import { previewId } from '@/utils/db';
import { ensureCourier } from '@/utils/history/courier';
import { finishJob } from '@/utils/jobs/finish-job';
import { storeFirstLook } from '@/utils/jobs/first-look';
import { begin } from '@/utils/jobs/job';
import type { Viewer } from '@/utils/pages/account/viewer-of';
import { createAccountWorld, registered } from '../account/world';
import { createWorld, OUTCOME, PAGE, remember, type World } from '../jobs/world';

const GUEST: Viewer = { owner: 'guest', isLocked: false };
const FILES = { png: new Blob(['cutout']), preview: new Blob(['preview']) };

async function work(world: World, page: typeof PAGE | null = null) {
  await world.start('a', { page });
  await world.store.step('a', (job) => begin(job, world.now()));
}

async function withAda() {
  const world = createWorld();
  const accounts = { ...createAccountWorld().world, db: world.db, keys: world.keys };
  await ensureCourier(world);
  const { accountId: owner } = await registered(accounts);
  return { ...world, owner, lock: () => lock(accounts) };
}

function watch(world: World, viewer: Viewer) {
  const keep = createKeep();
  let seen: Stored | undefined;
  const query = liveQuery(() => readStored(world, viewer, null, keep));
  const subscription = query.subscribe((stored) => {
    seen = stored;
  });
  return { seen: () => seen, stop: () => subscription.unsubscribe() };
}

const textOf = async (blob: Blob | null | undefined) => blob?.text() ?? null;

describe.each(['guest', 'account'])('the live query of a %s', (who) => {
  it('sees a first look and the result that replaces it', async () => {
    const world = who === 'guest' ? { ...createWorld(), owner: 'guest' } : await withAda();
    const viewer = { owner: world.owner, isLocked: false };
    const { seen, stop } = watch(world, viewer);
    await work(world);
    await vi.waitFor(() => expect(seen()?.jobs).toHaveLength(1));
    await storeFirstLook(world, 'a', new Blob(['look']));
    await vi.waitFor(async () => expect(await textOf(seen()?.look)).toBe('look'));
    await finishJob(world, 'a', FILES, OUTCOME);
    await vi.waitFor(async () => expect(await textOf(seen()?.results[0]?.preview)).toBe('preview'));
    expect(seen()).toMatchObject({ look: null, results: [{ isThere: true, entry: { id: 'a' } }] });
    stop();
  });
});

it('a locked account shows that there is something, and opens nothing', async () => {
  const world = await withAda();
  await work(world, PAGE);
  await storeFirstLook(world, 'a', new Blob(['look']));
  await world.lock();
  const locked = { owner: world.owner, isLocked: true };
  expect((await readStored(world, locked, null, createKeep())).look).toBeNull();
  await finishJob(world, 'a', FILES, OUTCOME);
  const { results } = await readStored(world, locked, 'a', createKeep());
  expect(results).toMatchObject([{ preview: null, isThere: true }]);
});

it('shows nobody what is another’s, not even when asked for by its id', async () => {
  const world = await withAda();
  await work(world);
  await finishJob(world, 'a', FILES, OUTCOME);
  await remember(world.db, 'guest’s', 1);
  expect((await readStored(world, GUEST, 'a', createKeep())).results.map(({ entry }) => entry.id)).toEqual(['guest’s']);
});

it('gives the same Blob again for the same picture: a new one would flash', async () => {
  const world = createWorld();
  await remember(world.db, 'a', 1);
  const keep = createKeep();
  const [first, second] = [await readStored(world, GUEST, null, keep), await readStored(world, GUEST, null, keep)];
  expect(first.results[0]?.preview).toBe(second.results[0]?.preview);
  await world.db.blobs.delete(previewId('a'));
  expect(second.results[0]?.preview).not.toBeNull();
});
