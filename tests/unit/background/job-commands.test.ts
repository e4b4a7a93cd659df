import { afterEach, describe, expect, it, vi } from 'vitest';
import { cancel, start, view } from '@/entrypoints/background/job-commands';
import { inputId } from '@/utils/db';
import { storeFirstLook } from '@/utils/jobs/first-look';
import { begin, type Job } from '@/utils/jobs/job';
import type { StartRequest } from '@/utils/messaging';
import { fillDisk } from '../jobs/full-disk';
import { aJob, cancelled, createWorld, done, failed, offer, remember, running, T0 } from '../jobs/world';
import { installOffscreen } from './fake-offscreen';

const picture = new Blob(['png']);
/** A request in which everything is fine; each test changes one thing. */
const REQUEST: StartRequest = { picture, name: 'boat' };

/** The id of a job that must have started. */
function idOf(answer: Awaited<ReturnType<typeof start>>): string {
  if ('error' in answer) throw new Error(answer.error);
  return answer.jobId;
}

describe('start', () => {
  it('queues the picture, wakes the engine, and answers with the job', async () => {
    const engine = installOffscreen();
    const world = createWorld();
    const id = idOf(await start(world, { ...REQUEST, backend: 'wasm' }));
    expect(await world.store.get(id)).toMatchObject({
      status: 'queued',
      name: 'boat',
      backendChoice: 'wasm',
      tabId: null,
      delivery: 'none',
    });
    expect(await world.textOf(inputId(id))).toBe('png');
    await vi.waitFor(() => expect(engine.runJobs).toHaveBeenCalledOnce());
  });

  it('asks for what the settings say, unless the request does', async () => {
    installOffscreen();
    const world = createWorld();
    await world.db.settings.put({ key: 'quality', value: 'best' });
    const plain = idOf(await start(world, REQUEST));
    const fast = idOf(await start(world, { ...REQUEST, quality: 'fast', backend: 'only:wasm' }));
    expect(await world.store.get(plain)).toMatchObject({ quality: 'best', backendChoice: 'auto' });
    expect(await world.store.get(fast)).toMatchObject({ quality: 'fast', backendChoice: 'only:wasm' });
  });

  it('gives each picture a job of its own', async () => {
    installOffscreen();
    const world = createWorld();
    expect(idOf(await start(world, REQUEST))).not.toBe(idOf(await start(world, REQUEST)));
  });

  it('keeps only what is fit for a file name', async () => {
    const engine = installOffscreen();
    const world = createWorld();
    const id = idOf(await start(world, { ...REQUEST, name: '../my:boat' }));
    expect(await world.store.get(id)).toMatchObject({ name: 'my boat' });
    await vi.waitFor(() => expect(engine.runJobs).toHaveBeenCalled());
  });

  it.each<[string, Record<string, unknown>]>([
    ['no picture', { picture: undefined }],
    ['a picture that lost its bytes on the way', { picture: {} }],
    ['an address instead of a picture', { picture: 'https://a.test/boat.png' }],
    ['no name', { name: undefined }],
    ['a name that is none', { name: { toString: () => 'boat' } }],
    ['a backend that is none', { backend: 'cuda' }],
    ['a quality that is none', { quality: 'ultra' }],
    ['a backend of null', { backend: null }],
  ])('refuses a request with %s, and queues nothing', async (_, change) => {
    const engine = installOffscreen();
    const world = createWorld();
    expect(await start(world, { ...REQUEST, ...change } as never)).toEqual({ error: 'bad-request' });
    expect(await world.db.jobs.count()).toBe(0);
    expect(engine.runJobs).not.toHaveBeenCalled();
  });

  it('fails the job with the reason when the engine cannot be woken', async () => {
    installOffscreen({ starts: false });
    const world = createWorld();
    const id = idOf(await start(world, REQUEST));
    await vi.waitFor(async () => {
      expect(await world.store.get(id)).toMatchObject({ status: 'failed', error: 'offscreen-unavailable' });
    }, 5000);
    expect(await world.blobs()).toEqual([]);
  });

  describe('on a full disk', () => {
    let disk: ReturnType<typeof fillDisk> | null = null;
    afterEach(() => disk?.makeRoom());

    it('says so', async () => {
      installOffscreen();
      disk = fillDisk('commit', Number.POSITIVE_INFINITY);
      expect(await start(createWorld(), REQUEST)).toEqual({ error: 'storage-full' });
    });
  });
});

describe('cancel', () => {
  it('ends the row first, so that nothing restarts it, and then the work', async () => {
    const engine = installOffscreen();
    const world = createWorld();
    const job = await world.start('a');
    const seen: unknown[] = [];
    engine.abortJob.mockImplementation(async (id) => void seen.push([id, (await world.store.get(id))?.status]));
    await cancel(world, job);
    expect(seen).toEqual([['a', 'cancelled']]);
    expect(await world.blobs()).toEqual([]);
  });

  it('works when there is no engine to stop', async () => {
    const world = createWorld();
    await cancel(world, await world.start('a'));
    expect(await world.store.get('a')).toMatchObject({ status: 'cancelled' });
  });
});

describe('view', () => {
  it('of a job at work has the first look, and nothing to copy', async () => {
    const world = createWorld();
    await world.start('a');
    const job = await world.store.step('a', (row) => begin(row, T0));
    if (!job) throw new Error('not begun');
    expect(await view(world, job)).toMatchObject({ preview: null });
    await storeFirstLook(world, 'a', new Blob(['look']));
    const { preview, cutout } = await view(world, job);
    expect(await preview?.text()).toBe('look');
    expect(cutout).toBeNull();
  });

  it('of a failure says whether it can be cut anyway, and shows nothing of it', async () => {
    const world = createWorld();
    const job = { ...failed, error: 'no-subject' } as const;
    expect(await view(world, job)).toMatchObject({ anyway: false });
    await offer(world.db);
    expect(await view(world, job)).toMatchObject({ anyway: true, preview: null, cutout: null });
    expect(await view(world, { ...job, status: 'done', error: null })).toMatchObject({ anyway: false });
  });

  it('of a finished job has preview and cutout, and is full', async () => {
    const world = createWorld();
    await remember(world.db, 'a', T0);
    const { preview, cutout, progress } = await view(world, done);
    expect(await preview?.text()).toBe('preview of a');
    expect(await cutout?.text()).toBe('cutout of a');
    expect(progress).toBe(1);
  });

  it('of a finished job whose cutout was deleted has none', async () => {
    expect(await view(createWorld(), done)).toMatchObject({ progress: 1, preview: null, cutout: null });
  });

  it.each<[string, Job, number]>([
    ['waits: nothing done', aJob(), 0],
    ['has failed: nothing left to do', failed, 1],
    ['was cancelled: nothing left to do', cancelled, 1],
  ])('of a job that %s, and nothing to show', async (_, job, progress) => {
    const world = createWorld();
    await remember(world.db, 'a', T0);
    expect(await view(world, job)).toMatchObject({ job, progress, preview: null, cutout: null });
  });

  it('of a job that just began: nothing done, and nothing to show', async () => {
    const job = { ...running, stage: 'engine', stageSince: T0 } as const;
    expect(await view(createWorld(), job)).toMatchObject({ job, progress: 0, preview: null, cutout: null });
  });

  it('of a job at work moves with the clock', async () => {
    const world = createWorld();
    const job = { ...running, stageSince: T0 };
    const before = (await view(world, job)).progress;
    world.tick(1000);
    const after = (await view(world, job)).progress;
    expect(before).toBeGreaterThan(0);
    expect(after).toBeGreaterThan(before);
    expect(after).toBeLessThan(1);
  });

  it('counts the open jobs that were started before', async () => {
    const world = createWorld();
    await world.db.jobs.put({ ...done, id: 'ended', createdAt: T0 });
    const [first, , third] = [await world.start('a'), await world.start('b'), await world.start('c')];
    expect(await view(world, first)).toMatchObject({ ahead: 0 });
    expect(await view(world, third)).toMatchObject({ ahead: 2 });
    expect(await view(world, done)).toMatchObject({ ahead: 0 });
  });
});
