import { afterEach, describe, expect, it } from 'vitest';
import { inputId } from '@/utils/db';
import { finish } from '@/utils/jobs/job';
import { type StartWish, startJob } from '@/utils/jobs/start-job';
import { saveSetting } from '@/utils/settings/settings-store';
import { type FullWay, fillDisk } from './full-disk';
import { aJob, bytes, createWorld, OUTCOME, PAGE, remember, running, taken } from './world';

const url = { kind: 'url', url: 'https://a.test/boat.png', pageUrl: 'https://a.test/' } as const;

describe('a picture with an address', () => {
  it('is one row in the queue: the engine will fetch it', async () => {
    const world = createWorld();
    await world.start('a', { name: 'boat', picture: url });
    const origin = { kind: 'page', host: null, url: null } as const;
    expect(await world.store.get('a')).toEqual(
      aJob({ origin, source: url, createdAt: world.now(), stageSince: world.now() }),
    );
    expect(await world.blobs()).toEqual([]);
  });
});

describe('what history will know of the page', () => {
  const ADDRESS = 'https://shop.test:8443/boats?id=7#top';

  it.each([
    ['the host', ADDRESS, false, { kind: 'page', host: 'shop.test:8443', url: null }],
    ['the address too, for who wants that', ADDRESS, true, { kind: 'page', host: 'shop.test:8443', url: ADDRESS }],
    ['nothing of a file', 'file:///home/ada/boats.html', true, { kind: 'page', host: null, url: null }],
    ['nothing of what is no address', 'boats', true, { kind: 'page', host: null, url: null }],
  ])('is %s [P-HOST-ONLY]', async (_, address, keepAddresses, origin) => {
    const world = createWorld();
    await saveSetting(world.db, 'keepAddresses', keepAddresses);
    await world.start('a', { address, picture: url });
    expect((await world.store.get('a'))?.origin).toEqual(origin);
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

  it('asks for what the settings say', async () => {
    const world = createWorld();
    await saveSetting(world.db, 'quality', 'best');
    await saveSetting(world.db, 'backend', 'wasm');
    expect(await world.start('a')).toMatchObject({ quality: 'best', backendChoice: 'wasm' });
  });

  it('takes a snapshot: a setting that is changed later is for the next job', async () => {
    const world = createWorld();
    await saveSetting(world.db, 'quality', 'fast');
    await world.start('a');
    await saveSetting(world.db, 'quality', 'best');
    expect(await world.store.get('a')).toMatchObject({ quality: 'fast' });
    expect(await world.start('b')).toMatchObject({ quality: 'best' });
  });

  it('may ask for something else, all or in part, without touching the settings', async () => {
    const world = createWorld();
    await saveSetting(world.db, 'backend', 'webgpu');
    expect(await world.start('a', { engine: { quality: 'fast' } })).toMatchObject({
      quality: 'fast',
      backendChoice: 'webgpu',
    });
    expect(await world.start('b', { engine: { backend: 'wasm' } })).toMatchObject({
      quality: 'balanced',
      backendChoice: 'wasm',
    });
  });

  it('with settings that cannot be read asks for the usual', async () => {
    const world = createWorld();
    world.db.settings.hook('reading', () => {
      throw new Error('broken');
    });
    await world.db.settings.put({ key: 'quality', value: 'best' });
    expect(await world.start('a')).toMatchObject({ quality: 'balanced', backendChoice: 'auto' });
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
