import { afterEach, describe, expect, it } from 'vitest';
import { inputId } from '@/utils/db';
import { finish } from '@/utils/jobs/job';
import { type StartWish, startJob } from '@/utils/jobs/start-job';
import { type FullWay, fillDisk } from './full-disk';
import { aJob, bytes, createWorld, OUTCOME, PAGE, remember, running, taken } from './world';

const url = { kind: 'url', url: 'https://a.test/boat.png', pageUrl: 'https://a.test/' } as const;

describe('a picture with an address', () => {
  it('is one row in the queue: the engine will fetch it', async () => {
    const world = createWorld();
    await world.start('a', { name: 'boat', picture: url });
    expect(await world.store.get('a')).toEqual(aJob({ source: url, createdAt: world.now(), stageSince: world.now() }));
    expect(await world.blobs()).toEqual([]);
  });
});

describe('a picture whose bytes are here', () => {
  it('is a row and its input, stored together', async () => {
    const world = createWorld();
    await world.start('a', { picture: bytes('png') });
    expect(await world.store.get('a')).toMatchObject({ status: 'queued', source: { kind: 'stored' } });
    expect(await world.textOf(inputId('a'))).toBe('png');
  });

  it('leaves no input behind when the row cannot be written', async () => {
    const world = createWorld();
    await world.start('a', { picture: bytes('first') });
    await expect(world.start('a', { picture: bytes('second') })).rejects.toThrow();
    expect(await world.textOf(inputId('a'))).toBe('first');
  });
});

describe('a picture that cannot be read', () => {
  it('is a row that has already failed, so that card and badge tell it like any other', async () => {
    const world = createWorld();
    await world.start('a', { picture: { kind: 'unreadable', error: 'page-blocked' } });
    expect(await world.store.get('a')).toMatchObject({
      status: 'failed',
      error: 'page-blocked',
      source: { kind: 'forgotten' },
      endedAt: world.now(),
      delivery: 'waiting',
    });
    expect(await world.store.nextQueued()).toBeNull();
  });
});

describe('every start', () => {
  it('answers with the row as written', async () => {
    const world = createWorld();
    expect(await world.start('a')).toEqual(await world.store.get('a'));
  });

  it('delivers to the tab and frame of the click, or to nobody', async () => {
    const world = createWorld();
    await world.start('page', { page: { tabId: 3, frameId: 2 } });
    await world.start('popup', { page: null });
    expect(await world.store.get('page')).toMatchObject({ tabId: 3, frameId: 2, delivery: 'waiting' });
    expect(await world.store.get('popup')).toMatchObject({ tabId: null, frameId: null, delivery: 'none' });
  });

  it('expects what the last finished job took', async () => {
    const world = createWorld();
    await world.db.jobs.put({ ...taken(finish(running, OUTCOME, world.now())), id: 'before', ...PAGE });
    expect((await world.start('a')).expected).toEqual(OUTCOME.stages);
  });

  it('expects nothing in particular on a new machine', async () => {
    expect((await createWorld().start('a')).expected).toEqual({});
  });
});

describe.each<FullWay>(['commit', 'write'])('a full disk, noticed on %s', (way) => {
  let disk: ReturnType<typeof fillDisk> | null = null;
  afterEach(() => disk?.makeRoom());

  const wish: StartWish = {
    id: 'a',
    name: 'a',
    backendChoice: 'auto',
    quality: 'balanced',
    page: PAGE,
    picture: bytes('png'),
  };

  it('is said so, and leaves neither row nor input', async () => {
    const world = createWorld();
    disk = fillDisk(way, Number.POSITIVE_INFINITY);
    await expect(startJob(world, wish)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await world.store.get('a')).toBeUndefined();
    expect(await world.blobs()).toEqual([]);
  });

  it('costs the older half of history first, and the job is queued', async () => {
    const world = createWorld();
    for (const [age, id] of ['older', 'newer'].entries()) await remember(world.db, id, age);
    disk = fillDisk(way, 1);
    await startJob(world, wish);
    expect(await world.textOf(inputId('a'))).toBe('png');
    expect(await world.db.history.toCollection().primaryKeys()).toEqual(['newer']);
  });
});
